/** A world with figures for tests: populations of every kind, an event log, and a mixed bag of what people do. */
import { testClients, type TestClients } from '../clients/testing.ts';
import { testDirectory, type TestDirectory } from '../directory/testing.ts';
import type { NewEvent } from '../events/index.ts';
import { viewOfEvents } from '../events/testing.ts';
import { movableClock, newId, systemRandomness, type MovableClock } from '../kernel/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import { endBeforeDatabase, testDatabase, type TestDatabase } from '../storage/testing.ts';
import { createMeasures } from './create-measures.ts';
import type { Measures } from './measures.ts';

export interface TestMeasures {
  readonly database: TestDatabase;
  readonly house: TestDirectory;
  readonly clients: TestClients['clients'];
  readonly clock: MovableClock;
  readonly measures: Measures;
  /** Appends events as if it were `at`; nothing is counted before `settle` of the log. */
  at(at: Date, ...events: readonly NewEvent[]): Promise<void>;
  settle(): Promise<void>;
}

/** `now` is when the world begins; besides the built-in populations there are those of `others`, all of customers. */
export async function testMeasures(now: Date, others: readonly string[] = []): Promise<TestMeasures> {
  const database = await testDatabase();
  await viewOfEvents(database);
  const clock = movableClock(now);
  const house = await testDirectory(database, clock);
  const { clients, close } = await testClients(database, house);
  endBeforeDatabase(close);
  for (const slug of others) await publishAs(database, house, slug);
  const { events, policies } = house;
  const measures = createMeasures({ database, events, policies, clock });
  return {
    database, house, clients, clock, measures,
    at: async (at, ...appended) => {
      const before = clock();
      clock.set(at);
      await events.append(database.db, ...appended);
      clock.set(before);
    },
    settle: () => events.settle(),
  };
}

async function publishAs(database: TestDatabase, { policies }: TestDirectory, slug: string): Promise<void> {
  const content = await builtInPolicy('customer');
  await database.transaction(async (tx) => {
    await policies.createPopulation(tx, { slug, kind: 'customer', issuer: `http://localhost:3000/${slug}` });
    const named = { ...content, population: { ...content.population, slug } };
    await policies.publish(tx, { population: slug, content: named, basedOn: null, publishedBy: 'test' });
  });
}

/** Numbers between 0 and 1 that are the same in every run of a test (xorshift32). */
export function drawn(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const someId = (at: Date): string => newId(at, systemRandomness);
