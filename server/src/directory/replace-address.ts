import type { Actor } from '../../../contract/events/index.ts';
import { day, fail, hashToken, newId, randomToken, second, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import {
  countOpenChanges, insertAddressChange, selectAddressChange, settleChangesSince,
} from './address-change-store.ts';
import { lockPrincipal } from './create-principal.ts';
import type { AddressChange } from './directory.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { deleteIdentifiers, selectIdentifiers, type StoredIdentifier } from './identifier-store.ts';
import { updateContactChanged } from './principal-store.ts';
import { addIdentifier, verifyIdentifier } from './verify-identifier.ts';

/** For so long whoever reads the former address's mail can undo it. */
export const undoFor = 7 * day;
/** More than this can't be undone at a time: each keeps an address that is nobody's any more. */
const mostOpen = 3;

interface Replacement {
  readonly former: string;
  /** Proved before this is called. */
  readonly current: string;
  readonly actor: Actor;
  readonly session: string;
}

/** See `Directory.replaceAddress`. */
export async function replaceAddress(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, { former, current, actor, session }: Replacement,
): Promise<{ token: string; until: Date; droppedFrom: readonly PrincipalRef[] }> {
  await lockPrincipal(tx, ref);
  const now = deps.clock();
  if (await countOpenChanges(tx, ref, now) >= mostOpen) fail('request.rate_limited', { retryAfter: day / second });
  const old = (await provedAddresses(tx, ref)).find(({ value }) => value === former) ?? fail('identifier.invalid', { detail: 'the principal does not have it' });
  // First, so that an account that has as many as it may can still change one.
  await drop(deps, tx, old, actor, 'replaced', session);
  const added = { kind: 'email', value: current, actor } as const;
  await addIdentifier(deps, tx, ref, added);
  const { droppedFrom } = await verifyIdentifier(deps, tx, ref, added);
  const token = randomToken(deps.random);
  const until = new Date(now.getTime() + undoFor);
  await insertAddressChange(tx, { ...ref, id: newId(now, deps.random), former: old.value, at: now, until, state: 'open' }, hashToken(token));
  await updateContactChanged(tx, ref, now);
  return { token, until, droppedFrom };
}

/** @throws link.invalid */
export async function findAddressChange({ clock }: DirectoryDeps, db: Db, population: string, token: string): Promise<AddressChange> {
  const change = await selectAddressChange(db, population, hashToken(token)) ?? fail('link.invalid');
  return change.state === 'open' && change.until <= clock() ? { ...change, state: 'overtaken' } : change;
}

/** See `Directory.undoAddressChange`. */
export async function undoAddressChange(deps: DirectoryDeps, tx: Db, population: string, token: string): Promise<AddressChange | undefined> {
  const known = await selectAddressChange(tx, population, hashToken(token)) ?? fail('link.invalid');
  const ref = { population, principal: known.principal };
  await lockPrincipal(tx, ref);
  const change = await selectAddressChange(tx, population, hashToken(token), true) ?? fail('link.invalid');
  if (change.state !== 'open' || change.until <= deps.clock()) return undefined;
  const actor = { kind: 'principal', id: ref.principal } as const;
  // What came after was done by whoever did this.
  const since = (await provedAddresses(tx, ref)).filter(({ verifiedAt }) => verifiedAt! >= change.at);
  for (const each of since) await drop(deps, tx, each, actor, 'undone');
  const back = { kind: 'email', value: change.former, actor } as const;
  await addIdentifier(deps, tx, ref, back);
  await verifyIdentifier(deps, tx, ref, back);
  await settleChangesSince(tx, change);
  await updateContactChanged(tx, ref, null);
  return { ...change, state: 'undone' };
}

async function provedAddresses(tx: Db, { population, principal }: PrincipalRef): Promise<readonly StoredIdentifier[]> {
  return (await selectIdentifiers(tx, population, [principal]))
    .filter(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null);
}

async function drop(
  deps: DirectoryDeps, tx: Db, identifier: StoredIdentifier, actor: Actor, reason: string, session?: string,
): Promise<void> {
  await deleteIdentifiers(tx, [identifier]);
  await deps.events.append(tx, {
    type: 'identifier.dropped', population: identifier.population, principal: identifier.principal, actor,
    ...(session === undefined ? {} : { session }), open: { kind: identifier.kind, reason },
  });
}
