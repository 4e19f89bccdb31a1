import { fail, isId, samePrincipal } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { tellOwner } from './case-notice.ts';
import { selectCase, startWait } from './case-store.ts';
import { close } from './close-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { Decision, RecoveryCase } from './recovery.ts';

/** See `Recovery.decide`. All that a yes does is to start the wait: contact and credentials stay as they are. */
export async function decideCase(
  deps: RecoveryDeps, tx: Db, { population, id, route, verdict, reason, actor, by }: Decision,
): Promise<RecoveryCase> {
  const found = (isId(id) ? await selectCase(tx, population, id) : undefined) ?? fail('recovery.unknown');
  if (found.route !== route) fail('recovery.decided', { detail: 'somebody else is asked in this case' });
  if (by && samePrincipal(by, found)) fail('recovery.own_case');
  const now = deps.clock();
  const dueAt = new Date(now.getTime() + found.wait);
  const isDecided = found.state === 'asked'
    && (verdict === 'approved' ? await startWait(tx, found, dueAt) : await close(deps, tx, found, 'refused', actor));
  if (!isDecided) fail('recovery.decided');
  await deps.events.append(tx, {
    type: 'recovery.decided', population, principal: found.principal, run: found.run, actor,
    open: { case: found.id, route: found.route, verdict, reason },
  });
  const decided: RecoveryCase = verdict === 'approved'
    ? { ...found, state: 'waiting', dueAt } : { ...found, state: 'refused' };
  await tellOwner(deps, tx, decided, verdict === 'approved' ? 'waiting' : 'refused', now);
  return decided;
}
