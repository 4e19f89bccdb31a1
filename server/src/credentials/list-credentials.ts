import { sql } from 'kysely';
import type { CredentialKind } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Credential } from './credentials.ts';

/**
 * All that are bound, oldest first: in one question, since journeys ask it at every turn. Codes by e-mail are not among
 * them, they belong to the address; recovery codes are one credential while some are left.
 */
export async function listCredentials(db: Db, { population, principal }: PrincipalRef): Promise<readonly Credential[]> {
  const whose = sql`where population = ${population} and principal = ${principal}`;
  const { rows } = await sql<Credential>`
    select id, 'passkey' as kind, label, bound_at as "boundAt", last_used_at as "lastUsedAt" from credential_passkey ${whose}
    union all select id, 'password', null, bound_at, last_used_at from credential_password ${whose}
    union all select id, 'totp', null, bound_at, last_used_at from credential_totp ${whose}
    union all select id, 'recovery-code', null, bound_at, max(used_at) from credential_recovery_code ${whose}
      group by id, bound_at having count(*) > count(used_at)
    order by "boundAt", kind, id`.execute(db);
  return rows;
}

/** The kinds that are bound, each once. */
export async function kindsHeld(db: Db, ref: PrincipalRef): Promise<CredentialKind[]> {
  return [...new Set((await listCredentials(db, ref)).map(({ kind }) => kind))];
}
