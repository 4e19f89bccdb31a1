import { isId, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import { atEnd, type Database, type Db } from '../storage/index.ts';
import type { EventFilter, EventLog, LoggedEvent, PersonalSealer, Subscription } from './event-log.ts';
import { toLoggedEvent, type EventRow } from './event-row.ts';
import { insertIntoInbox, readAfter, readLast, type FoundRow } from './event-store.ts';
import { createGroupAppend } from './group-append.ts';
import { checkEvent, sealEvent } from './prepare-event.ts';

/** What the worker needs to know of a log: that something was appended here, and who wants to be told of what. */
export interface EventFeed {
  onAppended(handle: () => void): void;
  /** Called for each subscription, those that exist already included. */
  onSubscribed(handle: (subscription: Subscription) => void): void;
}

/** The event log with the feed that `startEventWorker` works from. */
export interface FedEventLog extends EventLog {
  readonly feed: EventFeed;
}

export interface EventLogDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly sealer: PersonalSealer;
  readonly log: Log;
  /** How many grouped events may wait before callers are told server.busy; 10,000 unless given. */
  readonly longestQueue?: number;
}

const mostAtOnce = 1_000;

export function createEventLog({ database, clock, random, sealer, longestQueue = 10_000 }: EventLogDeps): FedEventLog {
  const appendedHandlers: (() => void)[] = [];
  const subscribedHandlers: ((subscription: Subscription) => void)[] = [];
  const subscriptions = new Map<string, Subscription>();
  const onAppended = (): void => { for (const handle of appendedHandlers) handle(); };
  /** Of a transaction that is under way: its events go in together, as the last thing before it commits. */
  const pending = new WeakMap<Db, EventRow[]>();

  async function insertRows(tx: Db, rows: readonly EventRow[]): Promise<void> {
    await insertIntoInbox(tx, rows);
    onAppended();
  }

  async function write(tx: Db): Promise<void> {
    const rows = pending.get(tx) ?? [];
    pending.delete(tx);
    for (let from = 0; from < rows.length; from += mostAtOnce) await insertRows(tx, rows.slice(from, from + mostAtOnce));
  }

  async function present(row: FoundRow, unseal: boolean): Promise<LoggedEvent> {
    const event = toLoggedEvent(row);
    if (!unseal || !row.personal || row.population === null || row.principal === null) return event;
    const plain = await sealer.open(database.db, row.population, row.principal, row.personal);
    return { ...event, personal: plain ? JSON.parse(plain.toString('utf8')) as Record<string, unknown> : 'erased' };
  }

  async function presentAll(rows: readonly FoundRow[], unseal = false): Promise<readonly LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    for (const row of rows) events.push(await present(row, unseal));
    return events;
  }

  return {
    append: async (tx, ...events) => {
      if (events.length === 0) return;
      const rows = [];
      for (const event of events) rows.push(await sealEvent(tx, checkEvent(event, { clock, random }), sealer));
      const gathered = pending.get(tx);
      if (gathered) gathered.push(...rows);
      else if (atEnd(tx, () => write(tx))) pending.set(tx, rows);
      else await insertRows(tx, rows);
    },
    appendGrouped: createGroupAppend(database, { clock, random, sealer }, { longestQueue, onAppended }),
    read: async (filter) => isEmpty(filter) ? []
      : presentAll(await readAfter(database.db, filter.afterPosition ?? 0, bounded(filter)), filter.unseal),
    latest: async (filter) => isEmpty(filter) ? []
      : presentAll(await readLast(database.db, bounded(filter)), filter.unseal),
    subscribe: (subscription) => {
      const { name, origin = 'real' } = subscription;
      if (subscriptions.has(`${origin}/${name}`)) throw new Error(`two consumers are called ${name}`);
      subscriptions.set(`${origin}/${name}`, subscription);
      for (const handle of subscribedHandlers) handle(subscription);
    },
    feed: {
      onAppended: (handle) => { appendedHandlers.push(handle); },
      onSubscribed: (handle) => {
        subscribedHandlers.push(handle);
        for (const subscription of subscriptions.values()) handle(subscription);
      },
    },
  };
}

function bounded<T extends { readonly limit: number }>(filter: T): T {
  return { ...filter, limit: Math.max(1, Math.min(filter.limit, mostAtOnce)) };
}

/** A principal that cannot exist has no events; asking the database would be an error of types. */
function isEmpty({ principal }: Pick<EventFilter, 'principal'>): boolean {
  return principal !== undefined && !isId(principal);
}
