import type { PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Db } from '../storage/index.ts';

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
  populations(): Promise<readonly Population[]>;
  /** @throws population.unknown */
  population(slug: string): Promise<Population>;
  createPopulation(tx: Db, population: Population): Promise<void>;
  /** The version in force, from memory. @throws population.unknown while none was published */
  current(population: string): Promise<PublishedPolicy>;
  /** @throws policy.version_unknown */
  byVersion(population: string, version: number): Promise<PublishedPolicy>;
  /** Newest first, without content. */
  history(population: string): Promise<readonly Omit<PublishedPolicy, 'content'>[]>;
  /**
   * Stores the next version. `basedOn` is the version the change was made from (null for the first).
   * @throws policy.stale when another version came meanwhile
   */
  publish(tx: Db, input: {
    population: string; content: PolicyContent; basedOn: number | null; publishedBy: string;
  }): Promise<PublishedPolicy>;
  /** Called on every server within a second after a version was published anywhere. */
  onPublished(handle: (population: string, version: number) => void): void;
}
