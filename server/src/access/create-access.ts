import { mostGrants } from '../../../contract/admin/grants.ts';
import { hour, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Access, Grant } from './access.ts';
import type { AccessDeps } from './access-deps.ts';
import { giveRole } from './give-role.ts';
import { selectGrantsAt, selectGrantsOf, updateLastUse } from './grant-store.ts';
import { hasOwner, keepOwners } from './owners.ts';
import { withdrawOfErased, withdrawRole } from './withdraw-role.ts';

/** Last use is known to the hour: enough to see who needs a role no longer, and few writes. */
const notedEvery = hour;

/** Makes the door to grants, and subscribes it to principals' erasure. */
export function createAccess(deps: AccessDeps): Access {
  const { directory, clock } = deps;
  deps.events.subscribe(withdrawOfErased(deps));

  async function rolesOf(db: Db, ref: PrincipalRef): Promise<readonly Grant[]> {
    if (!isId(ref.principal)) return [];
    const held = await selectGrantsOf(db, ref, clock(), mostGrants);
    if (held.length === 0) return [];
    return (await directory.findPrincipal(db, ref))?.state === 'active' ? held : [];
  }

  async function touch(db: Db, used: readonly Grant[]): Promise<void> {
    const now = clock();
    const before = new Date(now.getTime() - notedEvery);
    for (const grant of used) {
      if (grant.lastUsedAt === null || grant.lastUsedAt <= before) await updateLastUse(db, grant, now, before);
    }
  }

  return {
    grantRole: (tx, input) => giveRole(deps, tx, input),
    revokeRole: (tx, input) => withdrawRole(deps, tx, input),
    grantsAt: (db, target) => selectGrantsAt(db, target, clock(), mostGrants),
    rolesOf,
    isHolder: async (db, ref) => isId(ref.principal) && (await selectGrantsOf(db, ref, clock(), 1)).length > 0,
    touch,
    hasOwner: (db, target) => hasOwner(deps, db, target),
    keepOwners: (tx, ref) => keepOwners(deps, tx, ref),
  };
}
