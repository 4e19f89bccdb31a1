import { second, type Clock, type Log } from '../kernel/index.ts';
import type { Db, Listener } from '../storage/index.ts';
import type { PublishedPolicy } from './policies.ts';
import { findVersion, newestVersions } from './policy-store.ts';
import { frozen, type VersionCache } from './published-cache.ts';

/** Said when a version is published, by the transaction that publishes it. */
export const publishedChannel = 'policy_published';

export interface InForceOptions {
  readonly db: Db;
  readonly listener: Listener;
  readonly clock: Clock;
  readonly versions: VersionCache;
  readonly log?: Log;
  /** Milliseconds between looks at the database, for when a notification is lost. */
  readonly pollEvery?: number;
}

/** A transaction that published has ended one way or another after this long. */
const longestTransaction = 60 * second;

/**
 * The versions in force, in memory. Notifications bring a new one in at once; a poll each second finds what a broken
 * connection missed.
 */
export class InForce {
  readonly #options: InForceOptions;
  readonly #known = new Map<string, PublishedPolicy>();
  readonly #announced = new Map<string, number>();
  readonly #expected = new Map<string, { version: number; until: number }>();
  readonly #handlers: ((population: string, version: number) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #again = false;

  constructor(options: InForceOptions) {
    this.#options = options;
  }

  onPublished(handle: (population: string, version: number) => void): void {
    this.#handlers.push(handle);
  }

  /** A version was published here, in a transaction that may not commit: until that shows, memory is not asked. */
  expect(population: string, version: number): void {
    this.#expected.set(population, { version, until: this.#options.clock().getTime() + longestTransaction });
  }

  async current(population: string): Promise<PublishedPolicy | undefined> {
    const known = this.#known.get(population);
    if (known && this.#timer && !this.#expects(known)) return known;
    const newest = await findVersion(this.#options.db, population, 'newest');
    return newest && this.#keep(newest);
  }

  async watch(): Promise<void> {
    if (this.#timer) return;
    for (const { population, version } of await newestVersions(this.#options.db)) {
      this.#announced.set(population, version);
    }
    this.#timer = setInterval(() => this.#refreshSoon(), this.#options.pollEvery ?? second).unref();
    await this.#options.listener.on(publishedChannel, () => this.#refreshSoon());
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #expects({ population, version }: PublishedPolicy): boolean {
    const expected = this.#expected.get(population);
    if (!expected) return false;
    if (expected.version > version && this.#options.clock().getTime() < expected.until) return true;
    this.#expected.delete(population);
    return false;
  }

  #keep(policy: PublishedPolicy): PublishedPolicy {
    const known = this.#known.get(policy.population);
    if (known && known.version >= policy.version) return known;
    const kept = this.#options.versions.put(frozen(policy));
    this.#known.set(policy.population, kept);
    return kept;
  }

  /** One look at a time; what is heard during one leads to one more. */
  #refreshSoon(): void {
    if (!this.#timer) return;
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = this.#refresh().catch((error: unknown) => {
      this.#options.log?.warn({ err: error }, 'looking for newly published policies failed and is tried again');
    }).finally(() => {
      this.#refreshing = undefined;
      if (this.#again) {
        this.#again = false;
        this.#refreshSoon();
      }
    });
  }

  async #refresh(): Promise<void> {
    for (const { population, version } of await newestVersions(this.#options.db)) {
      if (version <= (this.#announced.get(population) ?? 0)) continue;
      const policy = await findVersion(this.#options.db, population, version);
      if (policy) this.#keep(policy);
      this.#announced.set(population, version);
      for (const handle of this.#handlers) this.#tell(handle, population, version);
    }
  }

  #tell(handle: (population: string, version: number) => void, population: string, version: number): void {
    try {
      handle(population, version);
    } catch (error) {
      this.#options.log?.error({ err: error, population, version }, 'taking in a newly published policy failed');
    }
  }
}
