import {
  generateAuthenticationOptions, generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { PrincipalRef, Randomness } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RelyingParty } from '../credentials.ts';
import { algorithms, ceremonyTime, userHandle } from './passkey.ts';
import { passkeysOf, type PasskeyRow } from './passkey-store.ts';

const challengeOf = (random: Randomness): Uint8Array<ArrayBuffer> => new Uint8Array(random(32));

export async function registrationOptions(
  random: Randomness, db: Db, ref: PrincipalRef, rp: RelyingParty, person: { name: string; displayName: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpID: rp.id, rpName: rp.name, userID: userHandle(ref), userName: person.name, userDisplayName: person.displayName,
    challenge: challengeOf(random), timeout: ceremonyTime, attestationType: 'none', supportedAlgorithmIDs: algorithms,
    excludeCredentials: described(await passkeysOf(db, ref), rp),
    authenticatorSelection: {
      residentKey: 'required', requireResidentKey: true, userVerification: rp.userVerification ?? 'preferred',
    },
  });
}

export async function authenticationOptions(
  random: Randomness, db: Db, rp: RelyingParty, ref?: PrincipalRef,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rp.id, challenge: challengeOf(random), timeout: ceremonyTime,
    userVerification: rp.userVerification ?? 'preferred',
    ...(ref ? { allowCredentials: described(await passkeysOf(db, ref), rp) } : {}),
  });
}

function described(rows: readonly PasskeyRow[], rp: RelyingParty): { id: string; transports: string[] }[] {
  return rows.filter((row) => row.rp_id === rp.id)
    .map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports }));
}
