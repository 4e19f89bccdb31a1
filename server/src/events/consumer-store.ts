import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';

export interface ConsumerState {
  readonly position: number;
  readonly failures: number;
  readonly retryAt: Date | null;
  /** The last position that was given in its chain. */
  readonly end: number;
}

/** Any number, the same in every Limen; the second key is the consumer's name, hashed. */
const deliveryLock = 7_340_213;

/** One subscriber in one of the two chains, which have positions of their own. */
export interface Consumer {
  readonly name: string;
  readonly simulated: boolean;
}

/** What its lock is called: the name alone for real events, as it was before simulated ones could be followed. */
const lockName = ({ name, simulated }: Consumer): string => (simulated ? `${name}\n(simulated)` : name);

/** Takes the consumer for this connection, unless another server has it; the lock ends with the connection. */
export async function claimConsumer(connection: Db, consumer: Consumer): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_lock(${deliveryLock}::int, hashtext(${lockName(consumer)})) as mine`.execute(connection);
  return rows[0]?.mine === true;
}

export async function releaseConsumer(connection: Db, consumer: Consumer): Promise<void> {
  await sql`select pg_advisory_unlock(${deliveryLock}::int, hashtext(${lockName(consumer)}))`.execute(connection);
}

/** Waits until no consumer of this origin is at work, and keeps all from it until the transaction ends. */
export async function lockConsumers(tx: Db, simulated: boolean): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from event_consumer where simulated = ${simulated} order by name`
    .execute(tx);
  for (const { name } of rows) {
    await sql`select pg_advisory_xact_lock(${deliveryLock}::int, hashtext(${lockName({ name, simulated })}))`.execute(tx);
  }
}

/** How far the consumer has come, and where its chain ends; a new one starts before the first event. */
export async function readConsumer(connection: Db, consumer: Consumer): Promise<ConsumerState> {
  const known = await selectConsumer(connection, consumer);
  if (known) return known;
  const { name, simulated } = consumer;
  await sql`insert into event_consumer (name, simulated) values (${name}, ${simulated}) on conflict do nothing`
    .execute(connection);
  return (await selectConsumer(connection, consumer))!;
}

async function selectConsumer(connection: Db, { name, simulated }: Consumer): Promise<ConsumerState | undefined> {
  const { rows } = await sql<ConsumerState>`
    select consumer.position, failures, retry_at as "retryAt", chain.position as "end"
    from event_consumer consumer join event_chain chain using (simulated)
    where name = ${name} and simulated = ${simulated}`.execute(connection);
  return rows[0];
}

/** Moves on from `from`; does nothing if somebody else moved meanwhile, as after a connection was lost and replaced. */
export async function moveConsumer(
  connection: Db, { name, simulated }: Consumer, from: number, to: number,
): Promise<void> {
  await sql`update event_consumer set position = ${to}, failures = 0, retry_at = null
    where name = ${name} and simulated = ${simulated} and position = ${from}`.execute(connection);
}

export async function holdBack(
  connection: Db, { name, simulated }: Consumer, failures: number, retryAt: Date,
): Promise<void> {
  await sql`update event_consumer set failures = ${failures}, retry_at = ${retryAt}
    where name = ${name} and simulated = ${simulated}`.execute(connection);
}
