/** Reads logins in the columns of the published rba-dataset (das-group; CC BY 4.0), whoever collected them. */
import { getHeapStatistics } from 'node:v8';
import { prefixOf } from '../../server/src/networks/index.ts';
import { readRecords, type CsvRecord } from './csv-records.ts';
import type { Attacker } from './generator/attackers.ts';
import type { Login } from './generator/login.ts';
import { createInterning, ownCopy, type Intern } from './interning.ts';

export const columns = [
  'Login Timestamp', 'User ID', 'Round-Trip Time [ms]', 'IP Address', 'Country', 'Region', 'City', 'ASN', 'User Agent String',
  'Browser Name and Version', 'OS Name and Version', 'Device Type', 'Login Successful', 'Is Attack IP', 'Is Account Takeover',
] as const;
type Column = (typeof columns)[number];

/** Bytes of a line; longer ones are left out and counted. */
const longestLine = 10_000;

/** The one id that nearly half of the published rows share: nobody's history. */
const catchAll = '-4324475583306591935';

export interface ReadLogin {
  readonly login: Login;
  readonly hostile?: Attacker;
}

export interface Reading {
  /** Genuine ones that succeeded, and hostile ones, oldest first, whatever their order in the file. */
  readonly logins: readonly ReadLogin[];
  /** Genuine ones that failed: they teach and test nothing. */
  readonly failed: number;
  readonly leftOut: {
    /** No time, address or user, not as many fields as the header, quotes that don't fit, or a line of more than 10,000 bytes. */
    readonly unreadable: number;
    /** Of the id that stands for nobody. */
    readonly nobody: number;
  };
  /** There was no memory for the rest of the file. */
  readonly stopped: boolean;
}

/** The file as a whole cannot be read, and what to do. */
export class UnreadableFile extends Error {}

/** Part of the memory that logins may take, which are then played with more beside them. */
const roomForLogins = 0.35;

/** Whether less than this part of the memory that the process may take is in use. */
export function hasRoom(part: number): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used < part * limit;
}

/** Reads up to `most` rows. A row that cannot be read is left out and counted; a file without the columns is refused. */
export async function readDataset(file: string, most: number): Promise<Reading> {
  const logins: ReadLogin[] = [];
  const leftOut = { unreadable: 0, nobody: 0 };
  let [rows, failed, stopped] = [0, 0, false];
  let read: RowReader | undefined;
  for await (const batch of readRecords(file, longestLine)) {
    for (const record of batch) {
      if (!read) {
        read = createRowReader(record ?? []);
        continue;
      }
      if (rows === most) break;
      const row = record ? read(record) : 'unreadable';
      if (row === 'failed') failed += 1;
      else if (typeof row === 'string') leftOut[row] += 1;
      else logins.push(row);
      rows += 1;
    }
    stopped = !hasRoom(roomForLogins);
    if (rows === most || stopped) break;
  }
  if (!read) throw new UnreadableFile(`The file is empty. It needs the columns ${columns.join(', ')}, named in its first line.`);
  return { logins: logins.sort((a, b) => a.login.at - b.login.at), failed, leftOut, stopped };
}

type RowReader = (record: CsvRecord) => ReadLogin | 'failed' | 'unreadable' | 'nobody';

/** Reads rows below this header; whatever other columns there are. */
function createRowReader(header: CsvRecord): RowReader {
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new UnreadableFile(`The file has no ${missing.map((name) => `"${name}"`).join(', ')}. It needs the columns ${columns.join(', ')}, `
      + 'separated by commas and named in its first line.');
  }
  const twice = columns.filter((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice.length > 0) throw new UnreadableFile(`The file names ${twice.map((name) => `"${name}"`).join(', ')} twice. Leave one of each out.`);
  const places = new Map<Column, number>(columns.map((name) => [name, header.indexOf(name)]));
  const users = new Map<string, number>();
  const intern = createInterning();
  const networkOf = createNetworks(intern);
  const clientOf = createClients(intern);
  return (record) => {
    if (record.length !== header.length) return 'unreadable';
    const of = (name: Column): string => record[places.get(name)!]!;
    const at = Date.parse(`${of('Login Timestamp').replace(/Z$/, '')}Z`);
    const [address, id] = [of('IP Address'), of('User ID')];
    if (id === catchAll) return 'nobody';
    if (!Number.isFinite(at) || address === '' || id === '') return 'unreadable';
    const hostile = isTrue(of('Is Account Takeover')) ? 'veryTargeted' : isTrue(of('Is Attack IP')) ? 'naive' : undefined;
    if (hostile === undefined && !isTrue(of('Login Successful'))) return 'failed';
    let user = users.get(id);
    if (user === undefined) users.set(ownCopy(id), user = users.size);
    const network = networkOf(address, `AS${of('ASN')}`, of('Country') || 'unknown');
    const client = clientOf(of('User Agent String'), of('Browser Name and Version'), of('OS Name and Version'), of('Device Type') || 'unknown');
    return { hostile, login: { at, user, hour: new Date(at).getUTCHours(), marked: false, network, client } };
  };
}

/** The chain of an address; nearly always the one that it had in the row before, kept once. */
function createNetworks(intern: Intern): (address: string, asn: string, country: string) => Login['network'] {
  const known = new Map<string, Login['network']>();
  return (address, asn, country) => {
    const last = known.get(address);
    if (last?.[2] === asn && last[3] === country) return last;
    const made = [address, prefixOf(address) ?? address, asn, country].map(intern);
    known.set(made[0]!, made);
    return made;
  };
}

/** The same for a user agent, whose other columns are read from it by whoever collected the logins. */
function createClients(intern: Intern): (agent: string, browser: string, system: string, device: string) => Login['client'] {
  const known = new Map<string, Login['client']>();
  return (agent, browser, system, device) => {
    const last = known.get(agent);
    if (last?.versions[1] === browser && last.versions[2] === system && last.versions[3] === device) return last;
    const [program, platform] = [family(browser), family(system)];
    const made = {
      versions: [agent, browser, system, device].map(intern),
      families: [agent, `${program}|${platform}`, `${platform}|${device}`, device].map(intern),
    };
    known.set(made.versions[0]!, made);
    return made;
  };
}

const isTrue = (text: string): boolean => text.toLowerCase() === 'true';

/** `Chrome Mobile 81.0.4044` is of the family `Chrome Mobile`. */
function family(text: string): string {
  return text.replace(/[\s\d.]+$/, '');
}
