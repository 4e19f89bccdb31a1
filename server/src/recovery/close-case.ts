import type { Actor } from '../../../contract/events/index.ts';
import { fail, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { caseOfLink, tellOwner } from './case-notice.ts';
import { closeCase, selectCase } from './case-store.ts';
import { livingCase } from './living-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { CaseState, RecoveryCase } from './recovery.ts';

const living = ['asked', 'waiting'] as const;

/** Closes a living case and logs it; false where somebody else has closed it first. */
export async function close(
  deps: RecoveryDeps, tx: Db, each: RecoveryCase, outcome: Exclude<CaseState, 'asked' | 'waiting'>,
  actor: Actor = { kind: 'system' },
): Promise<boolean> {
  const now = deps.clock();
  if (!await closeCase(tx, each, living, outcome, now)) return false;
  await logClosed(deps, tx, each, outcome, actor, now);
  return true;
}

export async function logClosed(
  { events }: RecoveryDeps, tx: Db, each: RecoveryCase, outcome: Exclude<CaseState, 'asked' | 'waiting'>, actor: Actor,
  now: Date,
): Promise<void> {
  const { population, principal, run, id, route, openedAt } = each;
  await events.append(tx, {
    type: 'recovery.closed', population, principal, run, actor,
    open: { case: id, route, outcome, ms: Math.max(0, now.getTime() - openedAt.getTime()) },
  });
}

/** See `Recovery.finish`. Whoever objects at the same moment either comes first, and nothing is bound, or too late. */
export async function finishCase(deps: RecoveryDeps, tx: Db, ref: PrincipalRef): Promise<void> {
  const found = await livingCase(deps, tx, ref);
  const now = deps.clock();
  if (found?.state !== 'waiting' || !found.dueAt || found.dueAt > now) return fail('recovery.not_ready');
  if (!await close(deps, tx, found, 'used', { kind: 'principal', id: ref.principal })) return fail('recovery.not_ready');
  await tellOwner(deps, tx, found, 'finished', now);
}

/** See `Recovery.findByLink`. */
export async function findByLink(deps: RecoveryDeps, population: string, token: string): Promise<RecoveryCase> {
  const id = caseOfLink(deps, population, token);
  return (id !== undefined && isId(id) ? await selectCase(deps.database.db, population, id) : undefined) ?? fail('link.invalid');
}

/** See `Recovery.cancel`. */
export async function cancelCase(deps: RecoveryDeps, population: string, token: string): Promise<RecoveryCase> {
  const found = await findByLink(deps, population, token);
  await deps.database.transaction(async (tx) => {
    if (!await close(deps, tx, found, 'cancelled', { kind: 'principal', id: found.principal })) return;
    await tellOwner(deps, tx, { ...found, dueAt: null }, 'cancelled', deps.clock());
  });
  return findByLink(deps, population, token);
}
