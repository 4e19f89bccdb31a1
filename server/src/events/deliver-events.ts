import { minute, second, type Clock, type Log } from '../kernel/index.ts';
import type { Database, Db } from '../storage/index.ts';
import {
  claimConsumer, holdBack, moveConsumer, readConsumer, releaseConsumer, type Consumer,
} from './consumer-store.ts';
import type { Subscription } from './event-log.ts';
import { toLoggedEvent } from './event-row.ts';
import { readRange } from './event-store.ts';

export interface Delivery {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** `elsewhere`: another server has this consumer now. `held-back`: it failed and its time has not come. */
export type Delivered = 'more' | 'idle' | 'held-back' | 'elsewhere';

/** How many positions one batch goes on, whether or not events of the wanted types are among them. */
const batchSize = 500;
const longestPause = 5 * minute;
/** From so many failures on somebody should look. */
const worrying = 5;

/**
 * Hands the next batch to a consumer and notes how far it came. At least once: whoever dies between the two gets the
 * same batch again. A failing handler gets the same batch again too, after a pause that doubles; nothing is skipped.
 * The lock is the connection's, not a transaction's: a handler may take its time, and a crash ends it.
 */
export async function deliverEvents(delivery: Delivery, subscription: Subscription): Promise<Delivered> {
  const consumer = { name: subscription.name, simulated: subscription.origin === 'simulated' };
  return delivery.database.db.connection().execute(async (connection) => {
    if (!await claimConsumer(connection, consumer)) return 'elsewhere';
    try {
      return await deliverBatch(delivery, connection, consumer, subscription);
    } finally {
      // A connection that broke has let go of the lock by itself.
      await releaseConsumer(connection, consumer).catch(() => undefined);
    }
  });
}

async function deliverBatch(
  { clock, log }: Delivery, connection: Db, consumer: Consumer, subscription: Subscription,
): Promise<Delivered> {
  const { types } = subscription;
  const { simulated } = consumer;
  const { position, failures, retryAt, end } = await readConsumer(connection, consumer);
  if (retryAt && retryAt > clock()) return 'held-back';
  const upTo = Math.min(position + batchSize, end);
  if (upTo <= position) return 'idle';
  const rows = await readRange(connection, { simulated, after: position, upTo, types });
  try {
    if (rows.length > 0) await subscription.handle(rows.map(toLoggedEvent));
  } catch (error) {
    const pause = Math.min(second * 2 ** failures, longestPause);
    await holdBack(connection, consumer, failures + 1, new Date(clock().getTime() + pause));
    const what = { err: error, consumer: consumer.name, simulated, after: position, failures: failures + 1 };
    log[what.failures >= worrying ? 'error' : 'warn'](what, 'a consumer of events failed and is tried again');
    return 'held-back';
  }
  await moveConsumer(connection, consumer, position, upTo);
  return upTo < end ? 'more' : 'idle';
}
