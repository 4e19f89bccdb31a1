import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { inGroups } from '../storage/index.ts';
import type { Credential } from './credentials.ts';

/** What is bound to somebody, of every kind in one statement, oldest first; of recovery codes a set that has one left. */
export const selectHeld = inGroups<PrincipalRef, readonly Credential[]>(async (db, refs) => {
  const theirs = sql`population = asked.population and principal = asked.principal`;
  const { rows } = await sql<Credential & { n: number }>`
    select asked.n, held.* from unnest(${refs.map(({ population }) => population)}::text[], ${refs.map(({ principal }) => principal)}::uuid[])
      with ordinality as asked (population, principal, n), lateral (
      select id, 'passkey' as kind, label, bound_at as "boundAt", last_used_at as "lastUsedAt" from credential_passkey where ${theirs}
      union all select id, 'password', null, bound_at, last_used_at from credential_password where ${theirs}
      union all select id, 'totp', null, bound_at, last_used_at from credential_totp where ${theirs}
      union all select id, 'recovery-code', null, bound_at, max(used_at) from credential_recovery_code where ${theirs}
        group by id, bound_at having bool_or(used_at is null)
    ) as held order by asked.n, held."boundAt", held.id`.execute(db);
  const held = refs.map((): Credential[] => []);
  for (const { n, ...each } of rows) held[n - 1]!.push(each);
  return held;
});
