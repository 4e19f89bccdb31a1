import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { minute, type Log } from '../kernel/index.ts';
import { isPublicAddress } from '../outbound/index.ts';
import { readMmdb } from './mmdb-file.ts';
import type { FindNetwork, NetworkFacts } from './network-facts.ts';
import { openNetworkTable, type OpenTable } from './network-table.ts';

export interface NetworksDeps {
  /** Files of the operator's, of the MaxMind DB format; the first that knows something counts. */
  readonly files: readonly string[];
  readonly log: Log;
  /** Milliseconds between looks whether a file was replaced; a minute where nothing is said. */
  readonly every?: number;
}

export interface Networks {
  readonly find: FindNetwork;
  /** Reads what is new or was replaced, and tells the log what it goes without. Never throws. */
  refresh(): Promise<void>;
  /** Looks from now on. */
  watch(): void;
  close(): Promise<void>;
}

/** Where look-ups come from: a file, and how it is opened. */
interface Source {
  readonly path: string;
  readonly open: (path: string, size: number) => Promise<OpenTable> | OpenTable;
  /** As it lay there when it was last read, well or badly. */
  seen?: string;
  opened?: OpenTable | undefined;
}

/** Countries and systems, from geofeeds, the registries' whois, RouteViews and DB-IP. */
export const shippedTable = join(import.meta.dirname, 'data/networks.table');

/** The operator's files are held in memory, so one that is no database but a disk fills none. */
const largestFile = 256 * 1024 * 1024;

async function openMmdb(path: string, size: number): Promise<OpenTable> {
  if (size > largestFile) throw new Error(`is larger than ${largestFile / 1024 / 1024} MiB`);
  return { lookUp: readMmdb(await readFile(path)), close: () => undefined };
}

/** Makes the look-up: the operator's files first, then those that Limen brings. Nothing is read before `refresh`. */
export function createNetworks({ files, log, every = minute }: NetworksDeps): Networks {
  const sources: Source[] = [
    ...files.map((path) => ({ path, open: openMmdb })), { path: shippedTable, open: openNetworkTable },
  ];
  let timer: NodeJS.Timeout | undefined;
  let under: Promise<void> | undefined;
  const refreshAll = async (): Promise<void> => {
    for (const source of sources) await refreshOne(source, log);
  };
  const refresh = (): Promise<void> => under ??= refreshAll().finally(() => { under = undefined; });
  return {
    refresh,
    find: (address) => (isPublicAddress(address) ? merged(sources, address, log) : undefined),
    watch: () => { timer ??= setInterval(() => { void refresh(); }, every).unref(); },
    close: async () => {
      clearInterval(timer);
      await under;
      for (const source of sources) shut(source);
    },
  };
}

async function refreshOne(source: Source, log: Log): Promise<void> {
  try {
    const { size, mtimeMs, ino } = await stat(source.path);
    const seen = `${size}/${mtimeMs}/${ino}`;
    if (source.seen === seen) return;
    source.seen = seen;
    const opened = await source.open(source.path, size);
    shut(source);
    source.opened = opened;
  } catch (error) {
    // Said once for each state of the file; one that is being replaced is read with the next look.
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && source.seen === 'missing') return;
    if (missing) source.seen = 'missing';
    log.warn({ file: source.path, reason: (error as Error).message }, source.opened
      ? 'a file of network facts could not be read anew; the one from before still counts'
      : 'a file of network facts could not be read; sign-ins are assessed without what it knows');
  }
}

/** Each fact from the first that has it; a number and the kind that is read from it stay together. */
function merged(sources: readonly Source[], address: string, log: Log): NetworkFacts | undefined {
  let found: NetworkFacts | undefined;
  for (const source of sources) {
    const known = ask(source, address, log);
    if (!known) continue;
    found = { ...known, ...found };
    if (found.asn !== undefined && found.country !== undefined && found.kind !== undefined) break;
  }
  return found;
}

function ask(source: Source, address: string, log: Log): NetworkFacts | undefined {
  try {
    return source.opened?.lookUp(address);
  } catch (error) {
    // Damaged where nothing showed it before: it is not asked again.
    shut(source);
    log.warn({ file: source.path, reason: (error as Error).message }, 'a file of network facts is damaged and is left aside until it is replaced');
    return undefined;
  }
}

function shut(source: Source): void {
  source.opened?.close();
  source.opened = undefined;
}
