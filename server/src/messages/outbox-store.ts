import { removeSimulatedRows, type Db } from '../storage/index.ts';
import type { Envelope, PayloadSealer } from './messages.ts';

export interface OutboxRow {
  population: string; id: string; principal: string | null; run: string | null; kind: string; channel: 'email' | 'sms'; priority: number;
  sealed: Buffer | null; queued_at: Date; expires_at: Date; next_try_at: Date; attempts: number;
  outcome: 'sent' | 'failed' | 'withheld' | null; settled_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ message_outbox: OutboxRow }>();

/** A message that this worker has taken: `attempt` counts from 1. */
export interface ClaimedMessage {
  readonly id: string;
  readonly population: string;
  readonly principal?: string;
  readonly run?: string;
  readonly kind: Envelope['message']['kind'];
  readonly attempt: number;
  readonly expiresAt: Date;
  readonly sealed: Buffer;
}

const contextOf = (population: string, id: string): string => `${population}/${id}`;

export async function insertMessage(tx: Db, sealer: PayloadSealer, envelope: Envelope, row: {
  id: string; priority: number; queuedAt: Date; expiresAt: Date;
}): Promise<void> {
  const plain = Buffer.from(JSON.stringify(envelope), 'utf8');
  await tables(tx).insertInto('message_outbox').values({
    population: envelope.population, id: row.id, principal: envelope.principal ?? null, run: envelope.run ?? null,
    kind: envelope.message.kind, channel: envelope.channel ?? 'email', priority: row.priority,
    sealed: sealer.seal(contextOf(envelope.population, row.id), plain), queued_at: row.queuedAt,
    expires_at: row.expiresAt, next_try_at: row.queuedAt, attempts: 0, outcome: null, settled_at: null,
  }).execute();
}

/** Texts that were queued for somebody since then, but for those that a person waits for; settled ones stay for a week. */
export async function countNewsByText(tx: Db, population: string, principal: string, since: Date): Promise<number> {
  const { count } = await tables(tx).selectFrom('message_outbox').select(({ fn }) => fn.countAll<string>().as('count'))
    .where('population', '=', population).where('principal', '=', principal).where('channel', '=', 'sms')
    .where('queued_at', '>', since).where('priority', '>', 0).executeTakeFirstOrThrow();
  return Number(count);
}

/** Takes the message that is due first, for as long as one try may last; workers pass each other's by. */
export async function claimMessage(db: Db, now: Date, until: Date): Promise<ClaimedMessage | undefined> {
  const due = tables(db).selectFrom('message_outbox').select('id')
    .where('settled_at', 'is', null).where('next_try_at', '<=', now)
    .orderBy('priority').orderBy('next_try_at').limit(1).forUpdate().skipLocked();
  const row = await tables(db).updateTable('message_outbox')
    .set((set) => ({ attempts: set('attempts', '+', 1), next_try_at: until }))
    .where('id', '=', due).where('settled_at', 'is', null)
    .returningAll().executeTakeFirst();
  return row && {
    id: row.id, population: row.population, kind: row.kind as ClaimedMessage['kind'], attempt: row.attempts,
    expiresAt: row.expires_at, sealed: row.sealed!,
    ...(row.principal === null ? {} : { principal: row.principal }), ...(row.run === null ? {} : { run: row.run }),
  };
}

export function openMessage(sealer: PayloadSealer, message: ClaimedMessage): Envelope {
  const plain = sealer.open(contextOf(message.population, message.id), message.sealed);
  return JSON.parse(plain.toString('utf8')) as Envelope;
}

/** Ends a message and wipes what was in it. False where another worker took it over meanwhile. */
export async function settleMessage(
  tx: Db, message: ClaimedMessage, outcome: 'sent' | 'failed' | 'withheld', at: Date,
): Promise<boolean> {
  const done = await tables(tx).updateTable('message_outbox').set({ outcome, settled_at: at, sealed: null })
    .where('population', '=', message.population).where('id', '=', message.id)
    .where('attempts', '=', message.attempt).where('settled_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Lets go of a message until its next try. False where another worker took it over meanwhile. */
export async function postponeMessage(tx: Db, message: ClaimedMessage, until: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('message_outbox').set({ next_try_at: until })
    .where('population', '=', message.population).where('id', '=', message.id)
    .where('attempts', '=', message.attempt).where('settled_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Removes settled rows, at most `limit` at once; returns how many. */
export async function deleteSettledBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('message_outbox').select('id').where('settled_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('message_outbox').where('id', 'in', old).executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** All to people who are simulated. */
export const removeSimulatedMessages = (db: Db): Promise<number> => removeSimulatedRows(db, ['message_outbox', 'principal'], ['message_outbox', 'run']);
