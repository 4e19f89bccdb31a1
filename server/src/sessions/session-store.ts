import { sql, type ColumnType, type Selectable } from 'kysely';
import type { CredentialKind, SessionEndReason } from '../../../contract/events/index.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { idIsOf, lookUp, removeSimulatedRows, type Db, type LookUp } from '../storage/index.ts';
import type { Proof } from './sessions.ts';

interface ProofRow {
  readonly kind: CredentialKind;
  readonly at: string;
  readonly userVerified?: boolean;
  readonly credential?: string;
}

type SessionTables = {
  session: {
    population: string; id: string; principal: string; secret_hash: Buffer;
    proofs: ColumnType<readonly ProofRow[], string, string>; client: string | null; device: string | null;
    started_at: Date; last_seen_at: Date; expires_at: Date; ended_at: Date | null; end_reason: SessionEndReason | null;
    device_hash: Buffer | null;
  };
};

/** A session that nobody has ended; whether it still lives is for the policy in force to say. */
export interface OpenSession extends PrincipalRef {
  readonly id: string;
  readonly proofs: readonly Proof[];
  readonly client: string | null;
  readonly device: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** What names a session: its id, a uuid, in its population. */
export type SessionKey = Pick<OpenSession, 'population' | 'id'>;

const tables = (db: Db) => db.$extendTables<SessionTables>();
const columns = [
  'population', 'id', 'principal', 'proofs', 'client', 'device', 'started_at', 'last_seen_at', 'expires_at',
] as const;

export async function insertSession(
  tx: Db, session: OpenSession, secretHash: Buffer, deviceHash: Buffer | null,
): Promise<void> {
  await tables(tx).insertInto('session').values({
    population: session.population, id: session.id, principal: session.principal, secret_hash: secretHash,
    proofs: JSON.stringify(session.proofs), client: session.client, device: session.device,
    started_at: session.startedAt, last_seen_at: session.lastSeenAt, expires_at: session.expiresAt,
    ended_at: null, end_reason: null, device_hash: deviceHash,
  }).execute();
}

/** What look-ups by a session are asked by. */
export const bySession: LookUp<SessionKey, unknown, unknown>['by'] = {
  population: ['text', ({ population }) => population], id: ['uuid', ({ id }) => id],
};

/** By id. */
export const selectOpen = lookUp<SessionKey, Row, OpenSession | undefined>({
  by: bySession,
  find: `select asked.n, s.population, s.id, s.principal, s.proofs, s.client, s.device, s.started_at, s.last_seen_at, s.expires_at
    from asked, lateral (select * from session it where it.population = asked.population and it.id = asked.id and it.ended_at is null limit 1) s`,
  moments: ['started_at', 'last_seen_at', 'expires_at'],
  found: ([row]) => row && fromRow(row),
});

/** The same for somebody who is about to change it: those wait for one another. */
export async function lockOpen(tx: Db, { population, id }: SessionKey): Promise<OpenSession | undefined> {
  const row = await tables(tx).selectFrom('session').select(columns)
    .where('population', '=', population).where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function selectOpenBySecret(
  db: Db, population: string, secretHash: Buffer,
): Promise<OpenSession | undefined> {
  const row = await tables(db).selectFrom('session').select(columns)
    .where('population', '=', population).where('secret_hash', '=', secretHash).where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A principal's, newest first. */
export async function selectOpenOf(db: Db, ref: PrincipalRef, limit: number): Promise<readonly OpenSession[]> {
  const rows = await tables(db).selectFrom('session').select(columns)
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('ended_at', 'is', null)
    .orderBy('id', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}

/** The hash of the mark of the browser that a session began in, ended ones included while they are kept. */
export async function selectMark(db: Db, ref: PrincipalRef, id: string): Promise<Buffer | undefined> {
  const row = await tables(db).selectFrom('session').select('device_hash')
    .where('population', '=', ref.population).where('id', '=', id).where('principal', '=', ref.principal).executeTakeFirst();
  return row?.device_hash ?? undefined;
}

/** Which of these sessions of a principal began in the browser with that mark. */
export async function selectStartedWith(db: Db, ref: PrincipalRef, mark: Buffer, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db).selectFrom('session').select('id').where('population', '=', ref.population)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).where('principal', '=', ref.principal).where('device_hash', '=', mark).execute();
  return rows.map(({ id }) => id);
}

/** Gives the session other proofs and another secret; the one before is worth nothing from here on. */
export async function updateProofs(tx: Db, session: OpenSession, secretHash: Buffer, deviceHash: Buffer | undefined): Promise<void> {
  await tables(tx).updateTable('session')
    .set({
      proofs: JSON.stringify(session.proofs), secret_hash: secretHash, last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt, ...(deviceHash ? { device_hash: deviceHash } : {}),
    })
    .where('population', '=', session.population).where('id', '=', session.id).execute();
}

/**
 * Marks it as seen, unless somebody is changing it right now. To wait for them would be to wait for oneself where a
 * caller has changed it in a transaction that is still open.
 */
export async function touch(
  db: Db, { population, id }: SessionKey, seenAt: Date,
): Promise<void> {
  await sql`update session set last_seen_at = ${seenAt} where (population, id) in (
    select population, id from session where population = ${population} and id = ${id}
      and ended_at is null and last_seen_at < ${seenAt} for update skip locked)`.execute(db);
}

/** Which of a population's open sessions to end: `ids`, or all of a principal's. */
export interface Ending {
  readonly population: string;
  readonly ids?: readonly string[];
  readonly principal?: string;
  readonly except?: string;
  /** Only what started by then. */
  readonly startedBy?: Date;
}

/** Ends what is still open of them and returns those, each once however many ask. */
export async function endOpen(
  tx: Db, ending: Ending, reason: SessionEndReason, at: Date,
): Promise<readonly (PrincipalRef & { id: string; client: string | null })[]> {
  let query = tables(tx).updateTable('session').set({ ended_at: at, end_reason: reason })
    .where('population', '=', ending.population).where('ended_at', 'is', null);
  if (ending.ids) query = query.where('id', '=', sql<string>`any(${[...ending.ids]})`);
  if (ending.principal !== undefined) query = query.where('principal', '=', ending.principal);
  if (ending.except !== undefined) query = query.where('id', '!=', ending.except);
  if (ending.startedBy) query = query.where('started_at', '<=', ending.startedBy);
  return query.returning(['population', 'principal', 'id', 'client']).execute();
}

/** Open sessions whose time is over: those past the longest life, or unused since `unusedSince`. */
export async function lockOverdue(
  tx: Db, population: string, now: Date, cuts: { startedBy: Date; unusedSince?: Date }, limit: number,
  only?: Origin,
): Promise<readonly OpenSession[]> {
  const rows = await tables(tx).selectFrom('session').select(columns)
    .where('population', '=', population).where('ended_at', 'is', null)
    .where(({ or, eb }) => or([
      eb('started_at', '<=', cuts.startedBy), eb('expires_at', '<=', now),
      ...(cuts.unusedSince ? [eb('last_seen_at', '<=', cuts.unusedSince)] : []),
    ]))
    .where(idIsOf(only, 'id'))
    .limit(limit).forUpdate().skipLocked().execute();
  return rows.map(fromRow);
}

/** Removes rows of sessions that ended before `before`. Returns how many. */
export async function deleteEndedBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from session where (population, id) in (
    select population, id from session where ended_at < ${before} limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** All that is simulated, with its devices. Returns how many sessions. */
export const removeSimulatedSessions = (db: Db): Promise<number> => (
  removeSimulatedRows(db, ['session', 'id'], ['session_device', 'principal'], ['session_posture', 'principal'],
    ['session_certificate', 'principal'], ['session_device_key', 'principal']));

export async function forgetDevices(tx: Db, ref: PrincipalRef): Promise<void> {
  await tables(tx).updateTable('session').set({ device: null, device_hash: null })
    .where('population', '=', ref.population).where('principal', '=', ref.principal).execute();
}

type Row = Pick<Selectable<SessionTables['session']>, (typeof columns)[number]>;

function fromRow(row: Row): OpenSession {
  return {
    population: row.population, principal: row.principal, id: row.id,
    proofs: row.proofs.map((proof) => ({ ...proof, at: new Date(proof.at) })), client: row.client, device: row.device,
    startedAt: row.started_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at,
  };
}
