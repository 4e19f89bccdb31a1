import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { equalInConstantTime, fail, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Credential, CredentialsDeps, Occasion, RelyingParty } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { asCredential, credentialIdOf, userHandle } from './passkey.ts';
import { lockPasskey, markPasskeyUsed, passkeysElsewhere, type PasskeyRow } from './passkey-store.ts';

interface Shown {
  readonly response: AuthenticationResponseJSON;
  readonly challenge: string;
  readonly occasion: Occasion;
}

/**
 * WebAuthn 3 §7.2. What is refused is told of in a transaction of its own, since the caller's is rolled back.
 * @throws passkey.refused, passkey.other_door
 */
export async function authenticatePasskey(
  deps: CredentialsDeps, throttle: Throttle, tx: Db, population: string, rp: RelyingParty, shown: Shown,
): Promise<{ ref: PrincipalRef; credential: Credential; userVerified: boolean }> {
  const { clock, events } = deps;
  const credentialId = credentialIdOf(shown.response ?? {});
  const row = credentialId && await lockPasskey(tx, population, credentialId);
  if (!row || row.rp_id !== rp.id) return refuseUnknown(deps, population, rp, shown, credentialId);

  const ref: PrincipalRef = { population: row.population, principal: row.principal };
  const info = await verified(rp, row, shown);
  if (!info) return refuse(deps, ref, shown.occasion, 'not-verified');
  const fault = cloneHint(row, info);
  if (fault) return suspect(deps, ref, shown.occasion, fault);

  const now = clock();
  await markPasskeyUsed(tx, row, { counter: info.newCounter, backedUp: info.credentialBackedUp, at: now });
  await throttle.proved(tx, ref, shown.occasion);
  await events.append(tx, {
    type: 'credential.accepted', ...eventContext(ref, shown.occasion), open: { kind: 'passkey', credential: row.id },
  });
  return { ref, credential: asCredential({ ...row, last_used_at: now }), userVerified: info.userVerified };
}

/** What the authenticator said, if its signature, origin, challenge, RP ID and flags are right. */
async function verified(rp: RelyingParty, row: PasskeyRow, { response, challenge }: Shown) {
  // The counter is ours to compare: only after the signature has shown that the authenticator itself said it.
  const stored = {
    id: row.credential_id.toString('base64url'), publicKey: new Uint8Array(row.public_key), counter: -1,
  };
  const result = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: [...rp.origins], expectedRPID: rp.id, credential: stored,
    requireUserVerification: rp.userVerification === 'required',
  }).catch(() => undefined);
  if (!result?.verified) return undefined;
  const handle = response.response.userHandle;
  // §7.2 step 6: a user handle, where one is given, must be the owner's.
  if (handle && !equalInConstantTime(Buffer.from(handle, 'base64url'), userHandle(row))) return undefined;
  return result.authenticationInfo;
}

/** §7.2 step 22 (a counter that didn't grow) and §6.1.3 (backup eligibility never changes). */
function cloneHint(
  row: PasskeyRow, info: { newCounter: number; credentialDeviceType: 'singleDevice' | 'multiDevice' },
): string | undefined {
  if ((info.newCounter > 0 || row.counter > 0) && info.newCounter <= row.counter) return 'counter-did-not-grow';
  if (row.backup_eligible !== (info.credentialDeviceType === 'multiDevice')) return 'backup-eligibility-changed';
  return undefined;
}

/** A passkey that this door doesn't know. Which door does is told only to whoever has just proved to hold it. */
async function refuseUnknown(
  deps: CredentialsDeps, population: string, rp: RelyingParty, shown: Shown, credentialId: Buffer | undefined,
): Promise<never> {
  const elsewhere = credentialId ? await passkeysElsewhere(deps.database.db, population, rp.id, credentialId) : [];
  for (const row of elsewhere) {
    if (!await verified(rp, row, shown)) continue;
    await tellRefused(deps, { population }, shown.occasion, 'other-door');
    fail('passkey.other_door', { detail: row.population });
  }
  return refuse(deps, { population }, shown.occasion, 'unknown');
}

async function refuse(
  deps: CredentialsDeps, about: { population: string; principal?: string }, occasion: Occasion, reason: string,
): Promise<never> {
  await tellRefused(deps, about, occasion, reason);
  return fail('passkey.refused');
}

async function tellRefused(
  { database, events }: CredentialsDeps, about: { population: string; principal?: string }, occasion: Occasion,
  reason: string,
): Promise<void> {
  await database.transaction((tx) => events.append(tx, {
    type: 'credential.refused', ...eventContext(about, occasion), open: { kind: 'passkey', reason },
  }));
}

async function suspect(
  { database, events }: CredentialsDeps, ref: PrincipalRef, occasion: Occasion, reason: string,
): Promise<never> {
  await database.transaction((tx) => events.append(tx, {
    type: 'credential.suspicious', ...eventContext(ref, occasion), open: { kind: 'passkey', reason },
  }));
  return fail('passkey.refused');
}
