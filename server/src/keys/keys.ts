import type { JWK } from 'jose';
import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** Seals small secrets with the master key: AES-256-GCM, bound to a label and a context so that none can be moved. */
export interface Sealer {
  /** `label` says what kind of secret it is, `context` whose (a row's key). */
  seal(label: string, context: string, plain: Buffer): Buffer;
  /** @throws keys.unreadable */
  open(label: string, context: string, sealed: Buffer): Buffer;
}

/** Where a signing key is in its life: published before it signs, kept until its last token has expired. */
export type SigningKeyState = 'published' | 'active' | 'retired';

/** Cookie keys live the same life as signing keys. */
export type KeyAlgorithm = 'ES256' | 'RS256' | 'cookie';

export interface SigningKey {
  readonly kid: string;
  readonly algorithm: 'ES256' | 'RS256';
  readonly state: SigningKeyState;
  readonly createdAt: Date;
  readonly activeFrom: Date;
  /** Private JWK; never leaves the server. */
  readonly jwk: JWK;
}

export interface Keys {
  readonly sealer: Sealer;
  /** The population's keys, the one that signs first for each algorithm; retired ones only while tokens may live. */
  signingKeys(population: string): Promise<readonly SigningKey[]>;
  /** Makes the first keys of a new population; does nothing where there are some. */
  ensureSigningKeys(tx: Db, population: string): Promise<void>;
  /**
   * Publishes a successor for each algorithm; it signs after one cache lifetime. `atOnce` for a compromised key: the
   * successors sign now and all earlier keys go, with everything that they signed (tokens and cookies). Returns the
   * ids of the signing keys to come.
   */
  rotateSigningKeys(
    tx: Db, population: string, options?: { atOnce?: boolean; actor?: Actor },
  ): Promise<readonly string[]>;
  /** Moves published keys to active and retired ones away when their time has come; run as a job. */
  advanceSigningKeys(): Promise<void>;
  /** 32-byte keys for cookies and form tokens of a population: the one that signs first, then others to accept. */
  cookieKeys(population: string): Promise<readonly Buffer[]>;
  /** Called on every server after the population's keys changed, wherever that was. */
  onChange(handle: (population: string) => void): void;
  /** Erasure: what was sealed with this principal's data key can't be read any more, and none is made again. */
  destroyPrincipalKey(tx: Db, ref: PrincipalRef): Promise<void>;
}
