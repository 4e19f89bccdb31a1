import type { PrincipalRef } from '../../kernel/index.ts';
import type { Credential } from '../credentials.ts';
import type { PasskeyRow } from './passkey-store.ts';

export const mostPasskeys = 20;

/** Five minutes, as WebAuthn 3 §15.1 recommends where a person is checked. */
export const ceremonyTime = 300_000;

/** Ed25519, ES256, RS256 (RFC 9053): what authenticators in use have. */
export const algorithms = [-8, -7, -257];

export function asCredential(row: PasskeyRow): Credential {
  return { id: row.id, kind: 'passkey', label: row.label, boundAt: row.bound_at, boundWith: row.bound_with, lastUsedAt: row.last_used_at };
}

/**
 * What the authenticator keeps to name the person: the bytes of the principal's id, a random number that says nothing
 * of them (WebAuthn 3 §14.6.1) and differs between populations, so that passkeys of two doors don't overwrite each
 * other.
 */
export function userHandle({ principal }: PrincipalRef): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(principal.replaceAll('-', ''), 'hex'));
}

/** The credential id of a response, if it can be one. */
export function credentialIdOf(response: { readonly id?: unknown }): Buffer | undefined {
  const { id } = response;
  if (typeof id !== 'string' || id.length > 1_400 || !/^[A-Za-z0-9_-]+$/.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  return bytes.length >= 1 && bytes.length <= 1_023 ? bytes : undefined;
}
