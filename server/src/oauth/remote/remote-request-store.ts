import { sql } from 'kysely';
import type { RemoteRequestKind } from '../../../../contract/events/index.ts';
import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Asked, RemoteAnswer, RemoteRequest } from './remote-request.ts';

interface Row {
  population: string; id: string; kind: RemoteRequestKind; artefact_hash: Buffer; code_hash: Buffer | null;
  principal: string | null; client: string; asked: Buffer; state: RemoteRequest['state']; reason: string | null;
  browser_hash: Buffer | null; allowed_at: Date | null; tries: number; answer: Buffer | null; asked_at: Date; expires_at: Date;
}

/** Seals what must not be read in the database. `context` names the row, so that nothing is moved to another. */
export interface RequestSealer {
  seal(context: string, plain: Buffer): Buffer;
  open(context: string, sealed: Buffer): Buffer;
}

type Key = Pick<RemoteRequest, 'population' | 'id'>;
const on = (db: Db) => db.$extendTables<{ oauth_remote_request: Row }>();

const contextOf = ({ population, id }: Key, part: string): string => `${population}/${id}/${part}`;
const sealed = (sealer: RequestSealer, key: Key, part: string, value: unknown): Buffer => (
  sealer.seal(contextOf(key, part), Buffer.from(JSON.stringify(value), 'utf8')));
const opened = <T>(sealer: RequestSealer, key: Key, part: string, value: Buffer): T => (
  JSON.parse(sealer.open(contextOf(key, part), value).toString('utf8')) as T);

function present(sealer: RequestSealer, row: Row): RemoteRequest {
  const { population, id, kind, principal, client, state, reason, tries } = row;
  return {
    population, id, kind, principal, client, state, reason, tries,
    asked: opened<Asked>(sealer, row, 'asked', row.asked), artefactHash: row.artefact_hash,
    browserHash: row.browser_hash, allowedAt: row.allowed_at, askedAt: row.asked_at, expiresAt: row.expires_at,
  };
}

export async function insertRequest(
  tx: Db, sealer: RequestSealer, request: RemoteRequest, code: Buffer | null,
): Promise<void> {
  const { population, id, kind, principal, client } = request;
  await on(tx).insertInto('oauth_remote_request').values({
    population, id, kind, principal, client, artefact_hash: request.artefactHash, code_hash: code,
    asked: sealed(sealer, request, 'asked', request.asked), state: 'open', reason: null, browser_hash: null,
    allowed_at: null, tries: 0, answer: null, asked_at: request.askedAt, expires_at: request.expiresAt,
  }).execute();
}

export type RequestName = { readonly id: string } | { readonly code: Buffer };

export async function findRequest(
  db: Db, sealer: RequestSealer, population: string, by: RequestName, lock = false,
): Promise<RemoteRequest | undefined> {
  const all = on(db).selectFrom('oauth_remote_request').selectAll().where('population', '=', population);
  const query = 'id' in by ? all.where('id', '=', by.id) : all.where('code_hash', '=', by.code);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && present(sealer, row);
}

/** The answer to what has this bearer's hash; undefined while there is none. */
export async function findAnswer(
  db: Db, sealer: RequestSealer, population: string, artefactHash: Buffer,
): Promise<RemoteAnswer | undefined> {
  const row = await on(db).selectFrom('oauth_remote_request').select(['population', 'id', 'answer'])
    .where('population', '=', population).where('artefact_hash', '=', artefactHash).executeTakeFirst();
  return row?.answer ? opened<RemoteAnswer>(sealer, row, 'answer', row.answer) : undefined;
}

export async function claimRequest(tx: Db, { population, id }: Key, browser: Buffer): Promise<void> {
  await on(tx).updateTable('oauth_remote_request').set({ browser_hash: browser })
    .where('population', '=', population).where('id', '=', id).execute();
}

export async function allowRequest(tx: Db, { population, id }: Key, now: Date): Promise<void> {
  await on(tx).updateTable('oauth_remote_request').set({ allowed_at: now })
    .where('population', '=', population).where('id', '=', id).execute();
}

export async function countWrongNumber(tx: Db, { population, id }: Key): Promise<void> {
  await on(tx).updateTable('oauth_remote_request').set((set) => ({ tries: set('tries', '+', 1) }))
    .where('population', '=', population).where('id', '=', id).execute();
}

export async function settleRequest(tx: Db, sealer: RequestSealer, key: Key, end: {
  state: 'confirmed' | 'refused'; reason: string | null; answer: RemoteAnswer; principal?: string;
}): Promise<void> {
  const { state, reason, answer, principal } = end;
  await on(tx).updateTable('oauth_remote_request')
    .set({
      state, reason, answer: sealed(sealer, key, 'answer', answer), ...(principal === undefined ? {} : { principal }),
    })
    .where('population', '=', key.population).where('id', '=', key.id).execute();
}

/** How often an application, and somebody, was asked for lately; the newest of a person's that are open. */
export async function countOpenOf(db: Db, population: string, client: string, now: Date): Promise<number> {
  const { count } = await on(db).selectFrom('oauth_remote_request').select((of) => of.fn.countAll().as('count'))
    .where('population', '=', population).where('client', '=', client).where('state', '=', 'open')
    .where('expires_at', '>', now).executeTakeFirstOrThrow();
  return Number(count);
}

/** Backchannel requests since a time: an application's, or those about a person. */
export async function recentRequests(
  db: Db, population: string, about: { readonly principal: string } | { readonly client: string }, since: Date, most: number,
): Promise<readonly Pick<RemoteRequest, 'client' | 'state' | 'reason' | 'askedAt' | 'expiresAt'>[]> {
  const all = on(db).selectFrom('oauth_remote_request')
    .select(['client', 'state', 'reason', 'asked_at as askedAt', 'expires_at as expiresAt'])
    .where('population', '=', population).where('kind', '=', 'backchannel').where('asked_at', '>', since);
  const query = 'principal' in about ? all.where('principal', '=', about.principal) : all.where('client', '=', about.client);
  return query.orderBy('asked_at', 'desc').limit(most).execute();
}

/** Whoever asks for the same person, or by the same application, waits until this transaction ends. */
export async function takeTurn(tx: Db, ...names: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${names.join('/')}, 0))`.execute(tx);
}

/** What a person may still answer, newest first. */
export async function openRequestsOf(
  db: Db, sealer: RequestSealer, { population, principal }: PrincipalRef, now: Date,
): Promise<readonly RemoteRequest[]> {
  const rows = await on(db).selectFrom('oauth_remote_request').selectAll()
    .where('population', '=', population).where('principal', '=', principal).where('kind', '=', 'backchannel')
    .where('state', '=', 'open').where('expires_at', '>', now)
    .orderBy('asked_at', 'desc').limit(10).execute();
  return rows.map((row) => present(sealer, row));
}

/** Closes what nobody answered in time. Gives what it closed, at most `limit`. */
export async function closeExpiredRequests(tx: Db, now: Date, limit: number):
Promise<readonly Pick<RemoteRequest, 'population' | 'id' | 'kind' | 'principal' | 'client'>[]> {
  const { rows } = await sql<Pick<RemoteRequest, 'population' | 'id' | 'kind' | 'principal' | 'client'>>`
    update oauth_remote_request set state = 'expired' where (population, id) in (
      select population, id from oauth_remote_request where state = 'open' and expires_at < ${now}
      order by expires_at limit ${limit} for update skip locked)
    returning population, id, kind, principal, client`.execute(tx);
  return rows;
}

/** Deletes at most `limit` that expired before `before`. Returns how many. */
export async function deleteOldRequests(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from oauth_remote_request where (population, id) in (
      select population, id from oauth_remote_request where expires_at < ${before} and state <> 'open'
      order by expires_at limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
