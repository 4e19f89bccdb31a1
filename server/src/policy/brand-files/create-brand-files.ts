import type { Actor } from '../../../../contract/events/index.ts';
import { brandFileName } from '../../../../contract/policy/index.ts';
import type { EventLog } from '../../events/index.ts';
import { day, fail, type Clock } from '../../kernel/index.ts';
import type { Database } from '../../storage/index.ts';
import {
  countDraftFiles, dropDraftFiles, findBrandFile, insertBrandFile, knownBrandFiles,
} from './brand-file-store.ts';
import { readBrandFile, type BrandFile } from './read-file.ts';

/** Logos and typefaces that policies name: cleaned when they are added, and never changed. */
export interface BrandFiles {
  /**
   * Cleans a file and keeps it for a draft; the same bytes are the same file. What is not published within 30 days goes.
   * @throws brand_file.refused, brand_file.too_many, population.unknown
   */
  add(population: string, given: Buffer, actor: Actor): Promise<BrandFile>;
  /** One that some version has published, or with `drafts` any. @throws brand_file.unknown */
  get(population: string, name: string, drafts?: 'drafts'): Promise<BrandFile>;
  /** Those of the names that a policy of this population may name. */
  known(population: string, names: readonly string[]): Promise<ReadonlySet<string>>;
}

const draftsLive = 30 * day;
const mostDrafts = 50;
/** Files held in memory: those of the pages that are met now. */
const mostHeld = 64;

export function createBrandFiles(
  { database, events, clock, mustExist }: {
    readonly database: Database; readonly events: EventLog; readonly clock: Clock;
    readonly mustExist: (population: string) => Promise<unknown>;
  },
): BrandFiles {
  // A published file is the same for ever, so what is held is never wrong.
  const held = new Map<string, BrandFile>();

  async function published(population: string, name: string): Promise<BrandFile | undefined> {
    const key = `${population}/${name}`;
    const found = held.get(key) ?? await findBrandFile(database.db, population, name, true);
    if (!found) return undefined;
    held.delete(key);
    held.set(key, found);
    if (held.size > mostHeld) held.delete(held.keys().next().value!);
    return found;
  }

  return {
    add: async (population, given, actor) => {
      await mustExist(population);
      const file = readBrandFile(given);
      const now = clock();
      await database.transaction(async (tx) => {
        await dropDraftFiles(tx, population, new Date(now.getTime() - draftsLive));
        if (!await insertBrandFile(tx, population, file, now)) return;
        if (await countDraftFiles(tx, population) > mostDrafts) fail('brand_file.too_many', { detail: `${mostDrafts} at most` });
        await events.append(tx, {
          type: 'brand.file_added', population, actor, open: { name: file.name, bytes: file.content.length },
        });
      });
      return file;
    },
    get: async (population, name, drafts) => {
      const isName = brandFileName.safeParse(name).success;
      const found = isName ? drafts ? await findBrandFile(database.db, population, name, false) : await published(population, name) : undefined;
      return found ?? fail('brand_file.unknown');
    },
    known: (population, names) => knownBrandFiles(database.db, population, names),
  };
}
