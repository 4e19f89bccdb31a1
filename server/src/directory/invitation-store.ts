import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Invitation, InvitationPurpose } from './directory.ts';

type InvitationTables = {
  invitation: {
    population: string; id: string; principal: string; purpose: InvitationPurpose; token_hash: Buffer;
    issued_at: Date; expires_at: Date; used_at: Date | null; withdrawn_at: Date | null;
  };
};

/** A link as it is stored, with what tells a withdrawn one. */
export interface StoredInvitation extends Invitation {
  readonly withdrawnAt: Date | null;
}

const tables = (db: Db) => db.$extendTables<InvitationTables>();
const columns = ['population', 'id', 'principal', 'purpose', 'expires_at', 'used_at', 'withdrawn_at'] as const;

export async function insertInvitation(
  tx: Db, invitation: Invitation, tokenHash: Buffer, issuedAt: Date,
): Promise<void> {
  await tables(tx).insertInto('invitation').values({
    population: invitation.population, id: invitation.id, principal: invitation.principal,
    purpose: invitation.purpose, token_hash: tokenHash, issued_at: issuedAt, expires_at: invitation.expiresAt,
    used_at: null, withdrawn_at: null,
  }).execute();
}

export async function selectInvitation(
  db: Db, population: string, tokenHash: Buffer,
): Promise<StoredInvitation | undefined> {
  const row = await tables(db).selectFrom('invitation').select(columns)
    .where('population', '=', population).where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && fromRow(row);
}

/** Marks as used what is open and in time; undefined for anything else. The row's lock lets one of two at once win. */
export async function markUsed(
  tx: Db, population: string, tokenHash: Buffer, now: Date,
): Promise<StoredInvitation | undefined> {
  const row = await tables(tx).updateTable('invitation').set({ used_at: now })
    .where('population', '=', population).where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null).where('withdrawn_at', 'is', null).where('expires_at', '>', now)
    .returning(columns).executeTakeFirst();
  return row && fromRow(row);
}

/** Withdraws a principal's unused links; returns them. */
export async function withdrawOpen(tx: Db, ref: PrincipalRef, now: Date): Promise<readonly Invitation[]> {
  const rows = await tables(tx).updateTable('invitation').set({ withdrawn_at: now })
    .where('population', '=', ref.population).where('principal', '=', ref.principal)
    .where('used_at', 'is', null).where('withdrawn_at', 'is', null)
    .returning(columns).execute();
  return rows.map(fromRow);
}

function fromRow(row: Omit<InvitationTables['invitation'], 'token_hash' | 'issued_at'>): StoredInvitation {
  return {
    population: row.population, principal: row.principal, id: row.id, purpose: row.purpose,
    expiresAt: row.expires_at, usedAt: row.used_at, withdrawnAt: row.withdrawn_at,
  };
}
