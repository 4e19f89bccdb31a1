import { fail, newId, originOf, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import type { NewPrincipal, Principal } from './directory.ts';
import { canonicalLocale, displayNameOf } from './identifier.ts';
import { insertPrincipals, selectForChange } from './principal-store.ts';

/** A principal comes into being in the population named, for good: none ever moves to another. */
export async function createPrincipal(deps: DirectoryDeps, tx: Db, input: NewPrincipal): Promise<Principal> {
  const { kind } = await deps.policies.population(input.population);
  if (kind === 'workload' && input.kind === 'person') {
    fail('request.invalid', { faults: [{ at: 'kind', problem: 'people have no place in a workload population' }] });
  }
  const now = deps.clock();
  const id = newId(now, deps.random);
  const principal: Principal = {
    population: input.population, principal: id, kind: input.kind, state: 'active',
    displayName: input.displayName === undefined ? null : usable(displayNameOf(input.displayName), 'displayName'),
    locale: input.locale === undefined ? null : usable(canonicalLocale(input.locale), 'locale'),
    createdAt: now, origin: originOf(id), proofsCountFrom: null, recoveredAt: null, timeZone: null,
    contactChangedAt: null, contactRemovedAt: null, credentialRemovedAt: null,
  };
  await insertPrincipals(tx, [principal], input.basis);
  await deps.events.append(tx, {
    type: 'principal.created', population: principal.population, principal: principal.principal, actor: input.actor,
    open: { kind: input.kind, basis: input.basis },
  });
  return principal;
}

function usable(value: string | undefined, at: string): string {
  return value ?? fail('request.invalid', { faults: [{ at, problem: 'is not usable' }] });
}

/** The principal, locked until the transaction ends. @throws principal.unknown, also for an erased one */
export async function lockPrincipal(tx: Db, ref: PrincipalRef): Promise<Principal> {
  const principal = await selectForChange(tx, ref);
  if (!principal || principal.state === 'erased') fail('principal.unknown');
  return principal;
}
