import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** Somebody as a provider told of them, after everything about the answer was checked. JSON: it goes with a run. */
export interface UpstreamIdentity {
  /** The policy's name of the provider. */
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  /** In its normal form. */
  readonly email?: string;
  /** The provider calls the address verified, and the policy takes its word for this domain. */
  readonly emailProved: boolean;
  readonly displayName?: string;
  /** The provider has asked for two factors, by a word that the policy names. */
  readonly twoFactors: boolean;
  /** When the person showed something there. */
  readonly at: Date;
}

/** What is remembered of a way out, to hold the answer against; stays in the run's sealed state. */
export interface Departure {
  readonly provider: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly maxAge?: number;
}

export interface FederationLink extends PrincipalRef {
  readonly issuer: string;
  readonly subject: string;
  readonly provider: string;
  readonly linkedAt: Date;
}

/** A provider as the policy in force has it, for its operator. */
export interface ShownProvider {
  readonly provider: string;
  readonly name: string;
  readonly issuer: string;
  /** To be registered at the provider. */
  readonly callback: string;
  readonly hasSecret: boolean;
}

/** Who asks, in which run, for the events of it. */
export interface FederationOccasion {
  readonly actor: Actor;
  readonly run?: string;
}

export interface Federation {
  /**
   * Where to send the browser. Waits for the provider, so never inside a transaction.
   * @throws federation.provider_unknown, federation.unavailable
   */
  depart(population: string, provider: string, asked: {
    /** Of the run: names it, and nobody else may know the rest of it. */
    state: string; loginHint?: string; locale?: string; maxAge?: number;
  }): Promise<{ readonly url: string; readonly departure: Departure }>;
  /**
   * Reads an answer and checks it against the departure. Undefined where the person or the provider said no.
   * @throws federation.provider_unknown (also one that has changed meanwhile), federation.unavailable,
   * federation.answer_refused
   */
  receive(population: string, departure: Departure, answer: URLSearchParams): Promise<UpstreamIdentity | undefined>;

  /** Whose account an identity opens; notes that it was used. */
  findLinked(tx: Db, population: string, identity: Pick<UpstreamIdentity, 'issuer' | 'subject'>):
    Promise<PrincipalRef | undefined>;
  /** Whether the policy in force still has this provider with this issuer. */
  isOffered(population: string, identity: Pick<UpstreamIdentity, 'issuer' | 'provider'>): Promise<boolean>;
  /** False where it opens another account already, since links never move, and beyond 20 of one account. */
  link(tx: Db, ref: PrincipalRef, identity: UpstreamIdentity, occasion: FederationOccasion): Promise<boolean>;
  links(db: Db, ref: PrincipalRef): Promise<readonly FederationLink[]>;
  /** All of somebody's, when an address that they had not proved turned out to be another's. */
  removeLinks(tx: Db, ref: PrincipalRef, reason: string, occasion: FederationOccasion): Promise<void>;
  noteRefusal(tx: Db, population: string, provider: string, reason: string, occasion: FederationOccasion): Promise<void>;

  /** @throws population.unknown */
  providers(population: string): Promise<readonly ShownProvider[]>;
  /** @throws federation.provider_unknown, request.invalid (no usable key where one is needed) */
  setSecret(tx: Db, population: string, provider: string, secret: string, actor: Actor): Promise<void>;
}
