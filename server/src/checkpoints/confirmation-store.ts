import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { Proved } from './proved.ts';

interface SameConfirmation {
  readonly population: string;
  readonly session: string;
  readonly client: string;
  readonly digest: Buffer;
}

type ConfirmationTable = {
  checkpoint_confirmation: {
    population: string; session: string; client: string; digest: Buffer; principal: string; confirmed_at: Date;
    strong_at: Date | null; passkey_at: Date | null; email_code_at: Date | null; factor: string | null;
  };
};

const tables = (db: Db) => db.$extendTables<ConfirmationTable>();

/** Of each kind of proof the last time counts: each was shown to this very transaction. */
export async function upsertConfirmation(
  db: Db, { population, session, client, digest, principal, confirmedAt, proved }: SameConfirmation & {
    readonly principal: string; readonly confirmedAt: Date; readonly proved: Proved;
  },
): Promise<void> {
  const { strongAt = null, passkeyAt = null, emailCodeAt = null, factor } = proved;
  await sql`
    insert into checkpoint_confirmation as known (population, session, client, digest, principal, confirmed_at, strong_at, passkey_at, email_code_at, factor)
    values (${population}, ${session}, ${client}, ${digest}, ${principal}, ${confirmedAt}, ${strongAt}, ${passkeyAt}, ${emailCodeAt}, ${factor?.credential ?? null})
    on conflict (population, session, client, digest) do update set confirmed_at = excluded.confirmed_at,
      strong_at = greatest(known.strong_at, excluded.strong_at), passkey_at = greatest(known.passkey_at, excluded.passkey_at),
      email_code_at = greatest(known.email_code_at, excluded.email_code_at),
      factor = coalesce(excluded.factor, known.factor)`.execute(db);
}

export async function selectConfirmed(db: Db, { population, session, client, digest }: SameConfirmation): Promise<Proved | undefined> {
  const row = await tables(db).selectFrom('checkpoint_confirmation').select(['strong_at', 'passkey_at', 'email_code_at', 'factor'])
    .where('population', '=', population).where('session', '=', session).where('client', '=', client)
    .where('digest', '=', digest).executeTakeFirst();
  return row && {
    strongAt: row.strong_at ?? undefined, passkeyAt: row.passkey_at ?? undefined, emailCodeAt: row.email_code_at ?? undefined,
    factor: row.strong_at ? { kind: row.factor ? 'passkey' : 'totp', credential: row.factor ?? undefined } : undefined,
  };
}

export async function deleteConfirmationsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_confirmation where ctid in (
    select ctid from checkpoint_confirmation where confirmed_at < ${before} limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
