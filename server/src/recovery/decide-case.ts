import { fail, isId, samePrincipal, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { tellOwner } from './case-notice.ts';
import { selectCase, startWait } from './case-store.ts';
import { close } from './close-case.ts';
import { isOvertaken } from './living-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { Decision, RecoveryCase } from './recovery.ts';
import { recoveryRules } from './rules.ts';

/** See `Recovery.decide`. All that a yes does is to start the wait: contact and credentials stay as they are. */
export async function decideCase(
  deps: RecoveryDeps, tx: Db, { population, id, route, verdict, reason, actor, by }: Decision,
): Promise<RecoveryCase> {
  const found = (isId(id) ? await selectCase(tx, population, id, true) : undefined) ?? fail('recovery.unknown');
  if (found.route !== route) fail('recovery.decided', { detail: 'somebody else is asked in this case' });
  const now = deps.clock();
  if (by) await checkApprover(deps, tx, by, found, now);
  // Whoever was reported, suspended or recovered since has nothing to be decided about any more.
  if (await isOvertaken(deps, tx, found)) fail('recovery.decided', { detail: 'the account was settled in another way meanwhile' });
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

/**
 * A colleague, and never the subject. One account that was talked out of its owner's hands must not be the way to the
 * next, so whoever was recovered lately decides nothing, neither yes nor no.
 */
async function checkApprover(
  { policies, directory }: RecoveryDeps, tx: Db, by: PrincipalRef, subject: PrincipalRef, now: Date,
): Promise<void> {
  if (samePrincipal(by, subject)) fail('recovery.own_case');
  if ((await policies.population(by.population)).kind !== 'workforce') fail('recovery.not_a_colleague');
  const { recoveredAt } = await directory.findPrincipal(tx, by) ?? fail('recovery.not_a_colleague');
  if (recoveredAt && now.getTime() - recoveredAt.getTime() < recoveryRules.approverSettled.atLeast) {
    fail('recovery.approver_recovered');
  }
}
