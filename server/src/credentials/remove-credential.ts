import type { CredentialKind } from '../../../contract/events/index.ts';
import { noteRemoval } from '../directory/index.ts';
import { fail, isId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CredentialsDeps, Occasion } from './credentials.ts';
import { eventContext } from './event-context.ts';
import { selectHeld } from './held-store.ts';
import { forgetDeclined } from './offer/declined-offer-store.ts';
import { deletePasskeys } from './passkey/passkey-store.ts';
import { deletePassword } from './password/password-store.ts';
import { deleteCodes } from './recovery-code/recovery-code-store.ts';
import type { Throttle } from './throttle/throttle.ts';
import { deleteTotp } from './totp/totp-store.ts';

interface Removal {
  readonly reason: string;
  readonly occasion: Occasion;
}

/** @throws credential.unknown */
export async function removeCredential(
  { events, clock }: CredentialsDeps, tx: Db, ref: PrincipalRef, id: string, removal: Removal,
): Promise<void> {
  await noteBefore(clock(), tx, ref, id);
  const removed = isId(id) ? await deleteAll(tx, ref, id) : [];
  if (removed.length === 0) fail('credential.unknown');
  await tell(events, tx, ref, removed, removal);
}

/** Also what the throttles and offers knew: whoever had the account before, and their devices, are strangers now. */
export async function removeAllCredentials(
  { events, clock }: CredentialsDeps, throttle: Throttle, tx: Db, ref: PrincipalRef, removal: Removal,
): Promise<void> {
  await noteBefore(clock(), tx, ref);
  const removed = await deleteAll(tx, ref);
  await throttle.forget(tx, ref);
  await forgetDeclined(tx, ref);
  await tell(events, tx, ref, removed, removal);
}

/** Before anything is deleted, since whoever else changes an account holds its principal first. */
async function noteBefore(now: Date, tx: Db, ref: PrincipalRef, id?: string): Promise<void> {
  const held = await selectHeld(tx, ref);
  if (held.some((each) => id === undefined || each.id === id)) await noteRemoval(tx, ref, 'credential', now);
}

interface Removed {
  readonly kind: CredentialKind;
  readonly credential: string;
}

async function deleteAll(tx: Db, ref: PrincipalRef, id?: string): Promise<readonly Removed[]> {
  const named = (kind: CredentialKind, ids: readonly string[]) => ids.map((credential) => ({ kind, credential }));
  return [
    ...named('passkey', await deletePasskeys(tx, ref, id)),
    ...named('password', await deletePassword(tx, ref, id)),
    ...named('totp', await deleteTotp(tx, ref, id)),
    ...named('recovery-code', await deleteCodes(tx, ref, id)),
  ];
}

async function tell(
  events: CredentialsDeps['events'], tx: Db, ref: PrincipalRef, removed: readonly Removed[],
  { reason, occasion }: Removal,
): Promise<void> {
  if (removed.length === 0) return;
  await events.append(tx, ...removed.map((each) => ({
    type: 'credential.removed' as const, ...eventContext(ref, occasion), open: { ...each, reason },
  })));
}
