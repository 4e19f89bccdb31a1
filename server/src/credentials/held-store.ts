import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Credential } from './credentials.ts';

/** What is bound to somebody, of every kind in one statement, oldest first; of recovery codes a set that has one left. */
export async function selectHeld(db: Db, { population, principal }: PrincipalRef): Promise<readonly Credential[]> {
  const theirs = sql`population = ${population} and principal = ${principal}`;
  const { rows } = await sql<Credential>`
    select id, kind, label, bound_at as "boundAt", last_used_at as "lastUsedAt" from (
      select id, 'passkey' as kind, label, bound_at, last_used_at from credential_passkey where ${theirs}
      union all select id, 'password', null, bound_at, last_used_at from credential_password where ${theirs}
      union all select id, 'totp', null, bound_at, last_used_at from credential_totp where ${theirs}
      union all select id, 'recovery-code', null, bound_at, max(used_at) from credential_recovery_code where ${theirs}
        group by id, bound_at having bool_or(used_at is null)
    ) as held order by bound_at, id`.execute(db);
  return rows;
}
