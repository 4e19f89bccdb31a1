import type { CredentialKind } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Credential } from './credentials.ts';
import { asCredential } from './passkey/passkey.ts';
import { passkeysOf } from './passkey/passkey-store.ts';
import { findPassword } from './password/password-store.ts';
import { findSet } from './recovery-code/recovery-code-store.ts';
import { findTotp } from './totp/totp-store.ts';

/** All that are bound, oldest first. Codes by e-mail are not: they belong to the address. */
export async function listCredentials(db: Db, ref: PrincipalRef): Promise<readonly Credential[]> {
  const passkeys = (await passkeysOf(db, ref)).map(asCredential);
  const single = (kind: CredentialKind, row: { id: string; bound_at: Date; last_used_at: Date | null } | undefined) =>
    (row ? [{ id: row.id, kind, label: null, boundAt: row.bound_at, lastUsedAt: row.last_used_at }] : []);
  const others = [
    ...single('password', await findPassword(db, ref)), ...single('totp', await findTotp(db, ref)),
    ...single('recovery-code', await findSet(db, ref)),
  ];
  return [...passkeys, ...others].sort((a, b) => a.boundAt.getTime() - b.boundAt.getTime());
}

/** The kinds that are bound, each once. */
export async function kindsHeld(db: Db, ref: PrincipalRef): Promise<CredentialKind[]> {
  return [...new Set((await listCredentials(db, ref)).map(({ kind }) => kind))];
}
