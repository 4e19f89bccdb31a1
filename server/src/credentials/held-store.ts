import type { PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, lookUp } from '../storage/index.ts';
import type { Credential } from './credentials.ts';

const theirs = 'population = asked.population and principal = asked.principal';

/** What is bound to somebody, of every kind in one statement, oldest first; of recovery codes a set that has one left. */
export const selectHeld = lookUp<PrincipalRef, Credential, readonly Credential[]>({
  by: byPrincipal,
  find: `select asked.n, held.* from asked, lateral (
      select id, 'passkey' as kind, label, bound_at as "boundAt", last_used_at as "lastUsedAt", bound_with as "boundWith" from credential_passkey where ${theirs}
      union all select id, 'password', null, bound_at, last_used_at, null from credential_password where ${theirs}
      union all select id, 'totp', null, bound_at, last_used_at, bound_with from credential_totp where ${theirs}
      union all select id, 'recovery-code', null, bound_at, max(used_at), null from credential_recovery_code where ${theirs}
        group by id, bound_at having bool_or(used_at is null)
    ) as held order by asked.n, held."boundAt", held.id`,
  moments: ['boundAt', 'lastUsedAt'],
  found: (rows) => rows.map(({ id, kind, label, boundAt, lastUsedAt, boundWith }) => (
    { id, kind, label, boundAt, lastUsedAt, ...(kind === 'passkey' || kind === 'totp' ? { boundWith: boundWith ?? null } : {}) })),
});
