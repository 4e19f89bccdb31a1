import { mostGrants } from '../../../contract/admin/grants.ts';
import { fail, samePrincipal, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Grant } from './access.ts';
import type { AccessDeps } from './access-deps.ts';
import { lockOwners, selectGrantsAt, selectGrantsOf } from './grant-store.ts';

/** Whether somebody active owns the population now. */
export async function hasOwner(deps: AccessDeps, db: Db, target: string): Promise<boolean> {
  return isAnyActive(deps, db, await selectGrantsAt(db, target, deps.clock(), mostGrants, 'owner'));
}

/**
 * A population keeps at least one owner who is active and whose grant has no end. Asked before `leaving` goes or gets
 * an end; the lock lets two owners who withdraw each other at the same time come one after the other.
 * @throws grant.last_owner
 */
export async function keepOwner(
  deps: AccessDeps, tx: Db, leaving: Pick<Grant, 'population' | 'principal' | 'target'>,
): Promise<void> {
  await lockOwners(tx, leaving.target);
  const owners = await selectGrantsAt(tx, leaving.target, deps.clock(), mostGrants, 'owner');
  const lasting = owners.filter((each) => each.expiresAt === null);
  // Whoever doesn't keep it may go: somebody suspended, or with an end already.
  if (!await isAnyActive(deps, tx, lasting.filter((each) => samePrincipal(each, leaving)))) return;
  if (!await isAnyActive(deps, tx, lasting.filter((each) => !samePrincipal(each, leaving)))) {
    fail('grant.last_owner', { detail: leaving.target });
  }
}

/** The same wherever a principal is owner. @throws grant.last_owner */
export async function keepOwners(deps: AccessDeps, tx: Db, ref: PrincipalRef): Promise<void> {
  const held = await selectGrantsOf(tx, ref, deps.clock(), mostGrants);
  // In one order for all, so that two who do this never wait for each other.
  const targets = held.filter(({ role }) => role === 'owner').map(({ target }) => target).sort();
  for (const target of targets) await keepOwner(deps, tx, { ...ref, target });
}

async function isAnyActive({ directory }: AccessDeps, db: Db, grants: readonly Grant[]): Promise<boolean> {
  for (const { population, principal } of grants) {
    if ((await directory.findPrincipal(db, { population, principal }))?.state === 'active') return true;
  }
  return false;
}
