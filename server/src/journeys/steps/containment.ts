import { samePrincipal } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';
import type { StepServices } from './step-services.ts';

/**
 * Whether a draw has let a session of this person go in the browser that the run is in (`Checkpoints.isContained`). What
 * is shown in the run raises that very session, so the run is held by what the session is held by: it binds nothing,
 * takes no contact, and does nothing of high value.
 */
export async function isContainedHere(
  tx: Db, { sessions, checkpoints }: Pick<StepServices, 'sessions' | 'checkpoints'>, { population, sessionSecret, facts: { principal } }: RunView,
): Promise<boolean> {
  if (sessionSecret === undefined || principal === undefined) return false;
  const session = await sessions.findBySecret(population, sessionSecret);
  return session !== undefined && samePrincipal(session, { population, principal }) && checkpoints.isContained(tx, population, session.id);
}
