import { mostGrants } from '../../../contract/admin/grants.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Subscription } from '../events/index.ts';
import { fail } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Grant } from './access.ts';
import type { AccessDeps } from './access-deps.ts';
import { entitlementOf, selectGrantsAt, selectGrantsOf, withdrawGrant } from './grant-store.ts';
import { keepOwner } from './owners.ts';

export async function withdrawRole(
  deps: AccessDeps, tx: Db, input: { target: string; grant: string; reason: string; actor: Actor },
): Promise<Grant> {
  const { target, grant: id, reason, actor } = input;
  await deps.policies.population(target);
  const held = (await selectGrantsAt(tx, target, deps.clock(), mostGrants)).find((each) => each.id === id)
    ?? fail('grant.unknown');
  if (held.role === 'owner') await keepOwner(deps, tx, held);
  return await withdraw(deps, tx, held, reason, actor) ?? fail('grant.unknown');
}

/** What somebody held goes with them. */
export function withdrawOfErased(deps: AccessDeps): Subscription {
  return {
    name: 'access-erased-principals',
    types: ['principal.erased'],
    handle: async (events) => {
      for (const { population, principal } of events) {
        if (population === null || principal === null) continue;
        await deps.database.transaction(async (tx) => {
          for (const held of await selectGrantsOf(tx, { population, principal }, deps.clock(), mostGrants)) {
            await withdraw(deps, tx, held, 'erased', { kind: 'system' });
          }
        });
      }
    },
  };
}

async function withdraw(
  { events, clock }: AccessDeps, tx: Db, held: Grant, reason: string, actor: Actor,
): Promise<Grant | undefined> {
  const gone = await withdrawGrant(tx, held, clock());
  if (!gone) return undefined;
  await events.append(tx, {
    type: 'grant.withdrawn', population: gone.population, principal: gone.principal, actor,
    open: { grant: gone.id, entitlement: entitlementOf(gone.role), target: gone.target, reason },
  });
  return gone;
}
