import { second, type Clock } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { nameOf, splitName } from './client-changed.ts';
import { selectClient, type StoredClient } from './client-store.ts';

/** What is revoked is refused everywhere within 5 seconds, also where a notification is lost. */
const longestAge = 5 * second;
const mostKept = 2_000;
/** A transaction that changes an application has ended one way or another after this long. */
const longestTransaction = 60 * second;

/**
 * Applications read lately, since each request at the token endpoint asks for one several times. Unknown ids aren't
 * kept, so nobody fills it by guessing; the least lately used goes first.
 */
export class ClientCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly stored: StoredClient; readonly readAt: number }>();
  /** What was changed here, by when that is seen or was undone; until then memory isn't asked. */
  readonly #changing = new Map<string, number>();
  /** Counts what was forgotten: a read that began before may be of the time before, and isn't kept. */
  #forgotten = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async find(db: Db, population: string, id: string): Promise<StoredClient | undefined> {
    // A transaction may see what is never committed, or what others don't see yet.
    if (db.isTransaction) return selectClient(db, population, id);
    const name = nameOf(population, id);
    const now = this.#clock().getTime();
    if (this.#isChanging(name, now)) return selectClient(db, population, id);
    const known = this.#kept.get(name);
    this.#kept.delete(name);
    if (known && Math.abs(now - known.readAt) <= longestAge) {
      this.#kept.set(name, known);
      return known.stored;
    }
    const forgotten = this.#forgotten;
    const stored = await selectClient(db, population, id);
    if (stored && forgotten === this.#forgotten) this.#keep(name, stored, now);
    return stored;
  }

  /** It is being changed here, in a transaction that may or may not commit: whoever made the change sees it then. */
  expectChange(population: string, id: string): void {
    this.#forgotten++;
    this.#kept.delete(nameOf(population, id));
    this.#changing.set(nameOf(population, id), this.#clock().getTime() + longestTransaction);
  }

  /** It changed somewhere. */
  forget(population: string, id: string): void {
    this.#forgotten++;
    this.#kept.delete(nameOf(population, id));
    this.#changing.delete(nameOf(population, id));
  }

  /** Forgets all; returns which they were, as population and id. */
  forgetAll(): readonly (readonly [population: string, id: string])[] {
    this.#forgotten++;
    const names = [...this.#kept.keys()].map((name) => splitName(name));
    this.#kept.clear();
    this.#changing.clear();
    return names;
  }

  #isChanging(name: string, now: number): boolean {
    const until = this.#changing.get(name);
    if (until === undefined) return false;
    if (now < until) return true;
    this.#changing.delete(name);
    return false;
  }

  #keep(name: string, stored: StoredClient, readAt: number): void {
    this.#kept.set(name, { stored, readAt });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}
