import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { fail, newId, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { BoundWith, Credential, CredentialsDeps, Occasion, RelyingParty } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import { authenticatorName } from './authenticator-names.ts';
import { algorithms, asCredential, mostPasskeys } from './passkey.ts';
import { insertPasskey, passkeysElsewhere, passkeysOf, type PasskeyRow } from './passkey-store.ts';

const longestLabel = 60;

/** WebAuthn 3 §7.1. @throws passkey.refused */
export async function registerPasskey(
  { clock, random, events }: CredentialsDeps, tx: Db, ref: PrincipalRef, rp: RelyingParty,
  input: {
    response: RegistrationResponseJSON; challenge: string; label?: string; occasion: Occasion; silently?: boolean;
    boundWith?: BoundWith;
  },
): Promise<Credential & { readonly userVerified: boolean }> {
  const { credential, aaguid, credentialDeviceType, credentialBackedUp, userVerified } = await check(rp, input);
  const credentialId = Buffer.from(credential.id, 'base64url');
  if ((await passkeysOf(tx, ref)).length >= mostPasskeys) {
    fail('passkey.refused', { detail: `an account holds at most ${mostPasskeys} passkeys` });
  }
  // §7.1 step 26: an id that is known already, here or at another door, is not a new credential.
  if ((await passkeysElsewhere(tx, ref.population, rp.id, credentialId)).length > 0) fail('passkey.refused');
  const now = clock();
  const row: PasskeyRow = {
    ...ref, id: newId(now, random), credential_id: credentialId, rp_id: rp.id,
    public_key: Buffer.from(credential.publicKey), counter: credential.counter,
    transports: transportsOf(input.response), aaguid,
    backup_eligible: credentialDeviceType === 'multiDevice', backed_up: credentialBackedUp,
    label: labelOf(input.label) ?? authenticatorName(aaguid), bound_at: now, bound_with: input.boundWith ?? null, last_used_at: null,
  };
  if (!await insertPasskey(tx, row)) fail('passkey.refused');
  await events.append(tx, {
    type: 'credential.bound', ...eventContext(ref, input.occasion), open: { kind: 'passkey', credential: row.id },
  });
  return { ...asCredential(row), userVerified };
}

async function check(
  rp: RelyingParty,
  { response, challenge, silently }: { response: RegistrationResponseJSON; challenge: string; silently?: boolean },
) {
  const { registrationInfo } = await verifyRegistrationResponse({
    response, expectedChallenge: challenge, expectedOrigin: [...rp.origins], expectedRPID: rp.id,
    requireUserVerification: rp.userVerification === 'required', supportedAlgorithmIDs: algorithms,
    // §7.1: presence isn't shown where the ceremony was a conditional one.
    requireUserPresence: silently !== true,
  }).catch((error: unknown) => fail('passkey.refused', { cause: error }));
  return registrationInfo ?? fail('passkey.refused');
}

/** Hints for the next sign-in only (§7.1 step 27), and typed by the browser: known words, once each. */
function transportsOf(response: RegistrationResponseJSON): string[] {
  const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];
  const said: unknown = response.response.transports;
  return Array.isArray(said) ? known.filter((each) => said.includes(each)) : [];
}

function labelOf(text: string | undefined): string | undefined {
  const label = [...(text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, longestLabel).join('');
  return label === '' ? undefined : label;
}
