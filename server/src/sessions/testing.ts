/** Working sessions for the tests of this folder and of those above it. */
import { systemRandomness } from '../kernel/index.ts';
import { testDirectory, type TestDirectory } from '../directory/testing.ts';
import type { Database } from '../storage/index.ts';
import { createSessions } from './create-sessions.ts';
import type { Sessions } from './sessions.ts';

export interface TestSessions extends TestDirectory {
  readonly sessions: Sessions;
}

/** The three built-in populations, a directory, and sessions on both. */
export async function testSessions(
  database: Database, clock?: Parameters<typeof testDirectory>[1],
): Promise<TestSessions> {
  const house = await testDirectory(database, clock);
  const { events, policies, directory } = house;
  const sessions = createSessions({
    database, clock: house.clock, random: systemRandomness, events, policies, directory,
  });
  return { ...house, sessions };
}
