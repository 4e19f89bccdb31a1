import type { Actor, PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyContent, PolicyFile } from '../../../contract/policy/index.ts';
import type { Db } from '../storage/index.ts';
import type { BrandFiles } from './brand-files/index.ts';

/** A door of the server: its slug and issuer never change after creation. */
export interface Population {
  readonly slug: string;
  readonly kind: PopulationKind;
  /** `https://<host>/` or `<LIMEN_URL>/<slug>`; exactly the `iss` of its tokens. */
  readonly issuer: string;
}

/** An immutable version of a population's policy. */
export interface PublishedPolicy {
  readonly population: string;
  readonly version: number;
  readonly content: PolicyContent;
  readonly digest: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

export interface Policies {
  /** Logos and typefaces, which versions name by the hash of their bytes. */
  readonly brandFiles: BrandFiles;
  populations(): Promise<readonly Population[]>;
  /** @throws population.unknown */
  population(slug: string): Promise<Population>;
  /** Does nothing where it exists as given. @throws population.fixed where it has another kind or issuer */
  createPopulation(tx: Db, population: Population): Promise<void>;
  /** The version in force, from memory. @throws population.unknown while none was published */
  current(population: string): Promise<PublishedPolicy>;
  /** @throws policy.version_unknown */
  byVersion(population: string, version: number): Promise<PublishedPolicy>;
  /** Newest first, without content; at most 100, older ones by `before`. @throws population.unknown */
  history(population: string, before?: number): Promise<readonly Omit<PublishedPolicy, 'content'>[]>;
  /** The files that a version was published from; undefined where it came without. @throws policy.version_unknown */
  source(population: string, version: number): Promise<readonly PolicyFile[] | undefined>;
  /**
   * Stores the next version. `basedOn` is the version the change was made from (null for the first).
   * `actor` is who the event names; without it, the operator called `publishedBy`. `source` keeps the files, comments
   * and all, for the next export. Checks the content's shape only: whether it makes sense is for a plan to say.
   * @throws policy.stale when another version came meanwhile, policy.invalid, population.unknown
   */
  publish(tx: Db, input: {
    population: string; content: PolicyContent; basedOn: number | null; publishedBy: string;
    actor?: Actor; source?: readonly PolicyFile[];
  }): Promise<PublishedPolicy>;
  /** Called on every server within a second after a version was published anywhere. */
  onPublished(handle: (population: string, version: number) => void): void;
}

/** What `createPolicies` gives: the door, and the watching that keeps memory true. */
export interface WatchedPolicies extends Policies {
  /**
   * Begins to listen and poll. Until then nothing is served from memory, since nobody would notice that it is old.
   */
  watch(): Promise<void>;
  close(): void;
}
