import { second, type Clock, type Log } from '../kernel/index.ts';
import type { Database, Listener } from '../storage/index.ts';
import type { FedEventLog } from './create-event-log.ts';
import { deliverEvents } from './deliver-events.ts';
import { startLoop, type Loop } from './loop.ts';
import { eventChannel, numberEvents } from './number-events.ts';

export interface EventWorkerDeps {
  readonly events: FedEventLog;
  readonly database: Database;
  readonly listener: Listener;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between looks of its own when nobody says anything; a second unless given. */
  readonly pollEvery?: number;
}

/**
 * How long after an append the numbering job looks: its transaction is probably over by the first time, or else by
 * the second, and polling stands behind both. The appending transaction itself says nothing: NOTIFY takes a lock over
 * the whole database until its commit is on disk, which would queue every commit of every server.
 */
const looksAfterAppend = [20, 250];
const pauseWhenElsewhere = 100;

/**
 * Numbers what is appended and hands it to the subscribers; every server runs one, and they share the work. What one
 * server has numbered is said on the channel `event`, so that consumers anywhere wake at once.
 */
export async function startEventWorker(deps: EventWorkerDeps): Promise<{ stop(): Promise<void> }> {
  const { events, database, listener, clock, log, pollEvery = second } = deps;
  const options = {
    pauseAfterError: pollEvery,
    onError: (error: unknown) => log.warn({ err: error }, 'work on the event log failed and is tried again'),
  };

  const numbering = startLoop(async () => {
    const results = [await numberEvents(database, 'real'), await numberEvents(database, 'simulated')];
    if (results.some((result) => result !== 'elsewhere' && result.more)) return 0;
    return results.includes('elsewhere') ? Math.min(pauseWhenElsewhere, pollEvery) : pollEvery;
  }, options);

  const consumers: Loop[] = [];
  let stopped = false;
  events.feed.onSubscribed((subscription) => {
    if (stopped) return;
    consumers.push(startLoop(async () => (
      await deliverEvents({ database, clock, log }, subscription) === 'more' ? 0 : pollEvery), options));
  });

  const looks = new Set<NodeJS.Timeout>();
  events.feed.onAppended(() => {
    if (stopped || looks.size > 0) return;
    for (const delay of looksAfterAppend) {
      const look = setTimeout(() => {
        looks.delete(look);
        numbering.wake();
      }, delay);
      looks.add(look);
    }
  });
  await listener.on(eventChannel, () => {
    for (const consumer of consumers) consumer.wake();
  });
  return {
    stop: async () => {
      stopped = true;
      for (const look of looks) clearTimeout(look);
      await Promise.all([numbering, ...consumers].map((loop) => loop.stop()));
    },
  };
}
