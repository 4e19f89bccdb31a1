import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { deleteChangesOf } from './address-change-store.ts';
import { deleteAttributes } from './attribute-store.ts';
import { forgetClosing } from './closing.ts';
import { lockPrincipal } from './create-principal.ts';
import { deleteIdentifiers, selectIdentifiers } from './identifier-store.ts';
import { withdrawLinks } from './invite.ts';
import { updateProfile, updateProofsFrom, updateState } from './principal-store.ts';

export async function suspend(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, actor: Actor, reason: string,
): Promise<void> {
  await lockPrincipal(tx, ref);
  if (!await updateState(tx, ref, ['active'], 'suspended', deps.clock())) return;
  await updateProofsFrom(tx, ref, deps.clock());
  await withdrawLinks(deps, tx, ref, actor, 'principal-suspended');
  await deps.events.append(tx, { type: 'principal.suspended', ...ref, actor, open: { reason } });
}

export async function reactivate(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, actor: Actor, reason: string,
): Promise<void> {
  await lockPrincipal(tx, ref);
  if (!await updateState(tx, ref, ['suspended'], 'active', deps.clock())) return;
  await deps.events.append(tx, { type: 'principal.reactivated', ...ref, actor, open: { reason } });
}

export async function erase(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, actor: Actor, reason: string,
): Promise<void> {
  await lockPrincipal(tx, ref);
  await withdrawLinks(deps, tx, ref, actor, 'principal-erased');
  await deleteIdentifiers(tx, await selectIdentifiers(tx, ref.population, [ref.principal]));
  await deleteAttributes(tx, ref);
  await forgetClosing(tx, ref);
  await deleteChangesOf(tx, ref);
  await updateProfile(tx, ref, { displayName: null, locale: null, timeZone: null });
  await updateState(tx, ref, ['active', 'suspended'], 'erased', deps.clock());
  await deps.events.append(tx, { type: 'principal.erased', ...ref, actor, open: { reason } });
  await deps.keys.destroyPrincipalKey(tx, ref);
}
