import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { Proved } from './proved.ts';

export interface NewConfirmation {
  readonly population: string;
  readonly principal: string;
  readonly session: string;
  readonly client: string;
  /** The challenge. */
  readonly decision: string;
  /** See `confirmationDigest`. */
  readonly shown: Buffer;
  readonly confirmedAt: Date;
  readonly proved: Proved;
}

/**
 * Takes note of what was proved to a challenge of this session and application that is open. Of each kind of proof the
 * last time counts: each was shown to this very one.
 */
export async function upsertConfirmation(
  db: Db, { population, principal, session, client, decision, shown, confirmedAt, proved }: NewConfirmation,
): Promise<void> {
  const { strongAt = null, passkeyAt = null, emailCodeAt = null, factor } = proved;
  await sql`
    insert into checkpoint_confirmation as known (population, decision, shown, principal, confirmed_at, strong_at, passkey_at, email_code_at, factor)
    select population, id, ${shown}, principal, ${confirmedAt}::timestamptz, ${strongAt}::timestamptz, ${passkeyAt}::timestamptz, ${emailCodeAt}::timestamptz, ${factor?.credential ?? null}::uuid
    from checkpoint_decision
    where population = ${population} and id = ${decision} and principal = ${principal} and session = ${session} and client = ${client}
      and response = 'challenge' and outcome is null
    on conflict (population, decision, shown) do update set confirmed_at = excluded.confirmed_at,
      strong_at = greatest(known.strong_at, excluded.strong_at), passkey_at = greatest(known.passkey_at, excluded.passkey_at),
      email_code_at = greatest(known.email_code_at, excluded.email_code_at),
      factor = coalesce(excluded.factor, known.factor)`.execute(db);
}

export async function deleteConfirmationsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_confirmation where ctid in (
    select ctid from checkpoint_confirmation where confirmed_at < ${before} limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
