import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { BoundWith } from '../credentials.ts';

export interface PasskeyRow {
  population: string; principal: string; id: string; credential_id: Buffer; rp_id: string; public_key: Buffer;
  counter: number; transports: string[]; aaguid: string; backup_eligible: boolean; backed_up: boolean;
  label: string | null; bound_at: Date; bound_with: BoundWith | null; last_used_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_passkey: PasskeyRow }>();

/** False where the population knows the credential id already; the transaction stays usable. */
export async function insertPasskey(tx: Db, row: PasskeyRow): Promise<boolean> {
  const done = await tables(tx).insertInto('credential_passkey').values(row)
    .onConflict((conflict) => conflict.columns(['population', 'credential_id']).doNothing()).executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A person's passkeys, oldest first; they are few by construction. */
export async function passkeysOf(db: Db, { population, principal }: PrincipalRef): Promise<readonly PasskeyRow[]> {
  return tables(db).selectFrom('credential_passkey').selectAll()
    .where('population', '=', population).where('principal', '=', principal)
    .orderBy('bound_at').orderBy('id').execute();
}

/** Locked, so that two uses of one passkey compare their counters one after the other. */
export async function lockPasskey(tx: Db, population: string, credentialId: Buffer): Promise<PasskeyRow | undefined> {
  return tables(tx).selectFrom('credential_passkey').selectAll()
    .where('population', '=', population).where('credential_id', '=', credentialId).forUpdate().executeTakeFirst();
}

/** The same credential at other populations' doors of one relying party id, a few at most. */
export async function passkeysElsewhere(
  db: Db, population: string, rpId: string, credentialId: Buffer,
): Promise<readonly PasskeyRow[]> {
  return tables(db).selectFrom('credential_passkey').selectAll()
    .where('credential_id', '=', credentialId).where('rp_id', '=', rpId).where('population', '!=', population)
    .limit(5).execute();
}

export async function markPasskeyUsed(
  tx: Db, { population, principal, id }: PasskeyRow, use: { counter: number; backedUp: boolean; at: Date },
): Promise<void> {
  await tables(tx).updateTable('credential_passkey')
    .set({ counter: use.counter, backed_up: use.backedUp, last_used_at: use.at })
    .where('population', '=', population).where('principal', '=', principal).where('id', '=', id).execute();
}

/** Removes one, or all where no id is given; returns the ids of those that went. */
export async function deletePasskeys(tx: Db, ref: PrincipalRef, id?: string): Promise<readonly string[]> {
  const query = tables(tx).deleteFrom('credential_passkey')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).returning('id');
  const rows = await (id === undefined ? query : query.where('id', '=', id)).execute();
  return rows.map((row) => row.id);
}
