import type { RawBuilder } from 'kysely';
import type { Actor, EventType, OpenPart, PersonalPart } from '../../../contract/events/index.ts';
import type { Db } from '../storage/index.ts';

/** What somebody appends: what happened, to whom, by whom, in which session, run and application. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly type: K;
    /** Null only for what concerns the server as a whole. */
    readonly population: string | null;
    readonly principal?: string;
    readonly actor: Actor;
    readonly session?: string;
    readonly run?: string;
    readonly client?: string;
    readonly open: OpenPart<K>;
    /** Sealed with the principal's key, so it needs `principal`. */
    readonly personal?: PersonalPart<K>;
    readonly origin?: 'simulated';
  }
}[T];

/** Another folder's rows that belong to events: it writes the statement, and the log commits it with them. */
export interface RowsBeside {
  /** One statement, returning nothing, that inserts all of them. */
  insert(rows: readonly unknown[]): RawBuilder<unknown>;
}

/** A row that is committed in one statement with the event that it belongs to. */
export interface Beside {
  readonly rows: RowsBeside;
  readonly row: unknown;
}

/** An event as it is read back. `position` is null until the numbering job has come by. */
export interface LoggedEvent {
  readonly id: string;
  readonly at: Date;
  readonly position: number | null;
  readonly type: EventType;
  readonly population: string | null;
  readonly principal: string | null;
  readonly actor: Actor;
  readonly session: string | null;
  readonly run: string | null;
  readonly client: string | null;
  readonly open: Record<string, unknown>;
  /** Present where the reader asked to unseal and the key still exists; `erased` where it doesn't. */
  readonly personal?: Record<string, unknown> | 'erased';
  readonly origin: 'real' | 'simulated';
}

export interface EventFilter {
  readonly afterPosition?: number;
  /** Those with a smaller position only; for `latest`. */
  readonly beforePosition?: number;
  readonly population?: string;
  readonly principal?: string;
  readonly types?: readonly EventType[];
  readonly origin?: 'real' | 'simulated';
  /** At most 1,000. */
  readonly limit: number;
  readonly unseal?: boolean;
}

/** A consumer keeps its own position and sees each numbered event at least once, in order. */
export interface Subscription {
  readonly name: string;
  readonly types?: readonly EventType[];
  /**
   * Which chain it follows; the real one unless it says otherwise, so that nobody acts on what was only simulated.
   * Whoever wants both subscribes twice by the same name, and has a position in each.
   */
  readonly origin?: 'real' | 'simulated';
  handle(events: readonly LoggedEvent[]): Promise<void>;
}

export interface EventLog {
  /** Appends with what it tells of: both are committed, or neither. */
  append(tx: Db, ...events: readonly NewEvent[]): Promise<void>;
  /**
   * Appends by itself, one commit for all that wait at the same time; resolves after the commit. With a row beside it
   * both are committed, or neither.
   */
  appendGrouped(event: NewEvent, beside?: Beside): Promise<void>;
  /**
   * In the order of positions. Events not numbered yet come last, with position null; whoever goes on from the last
   * position gets them again with theirs.
   */
  read(filter: EventFilter): Promise<readonly LoggedEvent[]>;
  /** The last events before the newest, oldest first: where a tail begins. */
  latest(filter: Omit<EventFilter, 'afterPosition'>): Promise<readonly LoggedEvent[]>;
  subscribe(subscription: Subscription): void;
}

/** Seals the personal part of events; the folder `keys` gives it, `app` puts the two together. */
export interface PersonalSealer {
  /** Undefined where the principal's key was destroyed: nothing personal is kept of them any more. */
  seal(tx: Db, population: string, principal: string, plain: Buffer): Promise<Buffer | undefined>;
  /** Undefined where the principal's key was destroyed. */
  open(db: Db, population: string, principal: string, sealed: Buffer): Promise<Buffer | undefined>;
}
