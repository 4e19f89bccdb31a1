import type { Principal } from '../directory/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { selectLiving } from './case-store.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { RecoveryCase } from './recovery.ts';

/** See `Recovery.living`. */
export async function livingCase(deps: RecoveryDeps, db: Db, ref: PrincipalRef): Promise<RecoveryCase | undefined> {
  const found = await selectLiving(db, ref);
  return found && await isOvertaken(deps, db, found) ? undefined : found;
}

/** Whoever was reported, suspended or recovered since has settled whose the account is; the case says nothing more. */
export async function isOvertaken({ directory }: RecoveryDeps, db: Db, each: RecoveryCase): Promise<boolean> {
  return overtakes(await directory.findPrincipal(db, each), each.openedAt);
}

/** Whether what is known of a principal by now settles a case that was opened then. */
export function overtakes(principal: Pick<Principal, 'state' | 'proofsCountFrom'> | undefined, openedAt: Date): boolean {
  if (principal?.state !== 'active') return true;
  return principal.proofsCountFrom !== null && principal.proofsCountFrom > openedAt;
}
