import { mostGrants } from '../../../contract/admin/grants.ts';
import { fail, newId } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { GiveRole, Grant } from './access.ts';
import type { AccessDeps } from './access-deps.ts';
import { countGrantsAt, entitlementOf, lockOwners, upsertGrant } from './grant-store.ts';
import { keepOwner } from './owners.ts';

export async function giveRole(deps: AccessDeps, tx: Db, input: GiveRole): Promise<Grant> {
  const { ref, role, target, expiresAt, actor, ...about } = input;
  const { policies, directory, events, clock, random } = deps;
  await policies.population(target);
  const { kind } = await policies.population(ref.population);
  const holder = await directory.findPrincipal(tx, ref);
  if (kind !== 'workforce' || holder?.kind !== 'person' || holder.state !== 'active') fail('grant.not_possible');
  // Else whoever makes their first passkey, by a link of the desk perhaps, would have the role.
  if (!await deps.holdsPasskey(tx, ref)) fail('grant.not_possible', { detail: 'they hold no passkey: let them make one first' });
  const now = clock();
  if (expiresAt && expiresAt <= now) invalid('expiresAt', 'is not in the future');
  if (role === 'owner' && expiresAt) await keepOwner(deps, tx, { ...ref, target });
  else await lockOwners(tx, target);
  if (await countGrantsAt(tx, target, now) >= mostGrants) invalid('population', `has ${mostGrants} grants already`);
  // Locks the holder, so that a link which is being made waits, and finds an administrator.
  await directory.voidProofs(tx, ref);
  await directory.withdrawInvitations(tx, ref, actor, 'role-given');
  const grant = await upsertGrant(tx, {
    population: ref.population, principal: ref.principal, id: newId(now, random), role, target, givenAt: now, expiresAt,
    lastUsedAt: null, ...about,
  });
  await events.append(tx, {
    type: 'grant.given', population: ref.population, principal: ref.principal, actor,
    open: {
      grant: grant.id, entitlement: entitlementOf(role), target, basis: grant.basis,
      ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    },
  });
  return grant;
}

function invalid(at: string, problem: string): never {
  return fail('request.invalid', { faults: [{ at, problem }] });
}
