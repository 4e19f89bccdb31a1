import { samePrincipal } from '../../kernel/index.ts';
import type { Session } from '../../sessions/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';
import type { StepServices } from './step-services.ts';

/**
 * Whether a draw has let a session of this person go in the browser that the run is in (`Checkpoints.isContained`). What
 * is shown in the run raises that very session, so the run is held by what the session is held by: it binds nothing,
 * takes no contact, and does nothing of high value.
 */
export async function isContainedHere(
  tx: Db, { sessions, checkpoints }: Pick<StepServices, 'sessions' | 'checkpoints'>, run: RunView,
): Promise<boolean> {
  const session = await sessionHere({ sessions }, run);
  return session !== undefined && checkpoints.isContained(tx, run.population, session.id);
}

/** The session of this person in the browser that the run is in. */
export async function sessionHere(
  { sessions }: Pick<StepServices, 'sessions'>, { population, sessionSecret, facts: { principal } }: RunView,
): Promise<Session | undefined> {
  if (sessionSecret === undefined || principal === undefined) return undefined;
  const session = await sessions.findBySecret(population, sessionSecret);
  return session && samePrincipal(session, { population, principal }) ? session : undefined;
}
