import { removeSimulatedGrants } from '../../access/index.ts';
import { removeSimulatedTold } from '../../account/index.ts';
import { removeSimulatedDecisions, removeSimulatedTraffic } from '../../checkpoints/index.ts';
import { removeSimulatedCredentials } from '../../credentials/index.ts';
import { removeSimulatedPrincipals } from '../../directory/index.ts';
import { removeSimulatedEvents } from '../../events/index.ts';
import { removeSimulatedLinks } from '../../federation/index.ts';
import { removeSimulatedRuns } from '../../journeys/index.ts';
import { removeSimulatedKeys } from '../../keys/index.ts';
import { removeSimulatedFigures } from '../../measures/index.ts';
import { removeSimulatedMessages } from '../../messages/index.ts';
import { removeSimulatedSignIns } from '../../oauth/index.ts';
import { removeSimulatedCases } from '../../recovery/index.ts';
import { removeSimulatedRisk } from '../../risk/index.ts';
import { removeSimulatedSessions } from '../../sessions/index.ts';
import type { Database } from '../../storage/index.ts';

/** How much went. */
export interface Cleared {
  readonly people: number;
  readonly runs: number;
  readonly sessions: number;
  readonly decisions: number;
  readonly events: number;
}

/**
 * Removes all that is simulated, whatever hangs on people before the people, and what tells of it last: whoever stops
 * half-way is still found to have something to clear. Call it with the lock of `withFillLock`.
 */
export async function clearSimulated(database: Database): Promise<Cleared> {
  const { db } = database;
  const runs = await removeSimulatedRuns(db);
  const decisions = await removeSimulatedDecisions(db);
  await removeSimulatedCases(db);
  await removeSimulatedRisk(db);
  await removeSimulatedSignIns(db);
  const sessions = await removeSimulatedSessions(db);
  await removeSimulatedCredentials(db);
  await removeSimulatedGrants(db);
  await removeSimulatedLinks(db);
  await removeSimulatedMessages(db);
  await removeSimulatedTold(db);
  const people = await removeSimulatedPrincipals(db);
  await removeSimulatedKeys(db);
  const events = await removeSimulatedEvents(database, async (tx) => {
    await removeSimulatedFigures(tx);
    await removeSimulatedTraffic(tx);
  });
  return { people, runs, sessions, decisions, events };
}
