import type { Actor, IdentifierKind } from '../../../contract/events/index.ts';
import { fail, samePrincipal, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { lockPrincipal } from './create-principal.ts';
import {
  deleteIdentifiers, deleteUnverified, insertIdentifiers, lockName, markProved, markVerified, selectIdentifiers,
  selectVerified,
} from './identifier-store.ts';
import { keptAs, mostIdentifiers, normaliseIdentifier } from './identifier.ts';
import { withdrawLinks } from './invite.ts';
import { noteRemoval } from './principal-store.ts';

export interface IdentifierInput {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly actor: Actor;
  readonly run?: string;
}

export async function addIdentifier(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, input: IdentifierInput,
): Promise<void> {
  const normalised = normaliseIdentifier(input.kind, input.value) ?? fail('identifier.invalid');
  await lockPrincipal(tx, ref);
  const own = await selectIdentifiers(tx, ref.population, [ref.principal]);
  if (own.some((each) => each.kind === input.kind && each.normalised === normalised)) return;
  if (own.length >= mostIdentifiers) {
    fail('identifier.invalid', { detail: `a principal has at most ${mostIdentifiers} identifiers` });
  }
  const value = keptAs(input.kind, input.value);
  await insertIdentifiers(tx, [{
    population: ref.population, principal: ref.principal, kind: input.kind, value, normalised,
    run: input.run ?? null, verifiedAt: null, provedAt: null,
  }], deps.clock());
  await deps.events.append(tx, {
    type: 'identifier.added', ...about(ref, input), open: { kind: input.kind }, personal: { address: told(value) },
  });
}

export async function verifyIdentifier(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, input: IdentifierInput,
): Promise<{ droppedFrom: readonly PrincipalRef[] }> {
  const normalised = normaliseIdentifier(input.kind, input.value) ?? fail('identifier.invalid');
  await lockPrincipal(tx, ref);
  await lockName(tx, ref.population, normalised);
  const own = (await selectIdentifiers(tx, ref.population, [ref.principal]))
    .find((each) => each.kind === input.kind && each.normalised === normalised);
  if (!own) fail('identifier.invalid', { detail: 'the principal does not have it' });
  if (own.verifiedAt) return { droppedFrom: [] };
  if ((await selectVerified(tx, ref.population, [normalised])).length > 0) fail('identifier.taken');

  await markVerified(tx, ref, input.kind, normalised, deps.clock());
  await deps.events.append(tx, {
    type: 'identifier.verified', ...about(ref, input), open: { kind: input.kind },
    personal: { address: told(own.value) },
  });
  const droppedFrom = await dropClaims(deps, tx, ref.population, [normalised], [ref.principal], input.actor);
  // Whoever added it in another run may not be who proves it now (account pre-hijacking). Outside of any run it was
  // the organisation, which vouches for its own people.
  if (own.run === null || own.run === (input.run ?? null)) return { droppedFrom };
  await withdrawLinks(deps, tx, ref, input.actor, 'identifier-taken-over');
  return { droppedFrom: [...droppedFrom, { population: ref.population, principal: ref.principal }] };
}

/** Its holder has just proved once more to have it. */
export async function noteProved(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, { kind, value }: Pick<IdentifierInput, 'kind' | 'value'>,
): Promise<void> {
  const normalised = normaliseIdentifier(kind, value) ?? fail('identifier.invalid');
  if (!await markProved(tx, ref, kind, normalised, deps.clock())) {
    fail('identifier.invalid', { detail: 'the principal does not have it' });
  }
}

export async function removeIdentifier(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, input: IdentifierInput & { readonly reason: string },
): Promise<void> {
  const normalised = normaliseIdentifier(input.kind, input.value) ?? fail('identifier.invalid');
  await lockPrincipal(tx, ref);
  const own = (await selectIdentifiers(tx, ref.population, [ref.principal]))
    .find((each) => each.kind === input.kind && each.normalised === normalised)
    ?? fail('identifier.invalid', { detail: 'the principal does not have it' });
  await deleteIdentifiers(tx, [own]);
  if (own.verifiedAt && (own.kind === 'email' || own.kind === 'phone')) await noteRemoval(tx, ref, 'contact', deps.clock());
  await deps.events.append(tx, {
    type: 'identifier.dropped', ...about(ref, input), open: { kind: input.kind, reason: input.reason },
  });
}

/** Takes names that were just proved from all others who hold them unproved, and withdraws those others' links. */
export async function dropClaims(
  deps: DirectoryDeps, tx: Db, population: string, normalised: readonly string[], keep: readonly string[], actor: Actor,
): Promise<readonly PrincipalRef[]> {
  const dropped: PrincipalRef[] = [];
  for (const { principal, kind } of await deleteUnverified(tx, population, normalised, keep)) {
    const ref = { population, principal };
    await deps.events.append(tx, { type: 'identifier.dropped', ...ref, actor, open: { kind, reason: 'taken-over' } });
    if (dropped.some((each) => samePrincipal(each, ref))) continue;
    await withdrawLinks(deps, tx, ref, actor, 'identifier-taken-over');
    dropped.push(ref);
  }
  return dropped;
}

/** An event's personal address field holds at most 120 characters; longer ones are cut there. */
export const told = (value: string): string => value.slice(0, 120);

const about = (ref: PrincipalRef, { actor, run }: IdentifierInput) => (
  { population: ref.population, principal: ref.principal, actor, ...(run === undefined ? {} : { run }) });
