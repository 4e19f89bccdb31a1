import type { JWK } from 'jose';
import type { z } from 'zod';
import type { grantType } from '../../../contract/admin/client-registration.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Db } from '../storage/index.ts';

export type GrantType = z.infer<typeof grantType>;
export type ClientAuthMethod = 'none' | 'client_secret_basic' | 'private_key_jwt';

/** An application. One with `client_credentials` acts for itself and is also a principal (`principal`). */
export interface Client {
  readonly population: string;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly purpose: string;
  readonly firstParty: boolean;
  /** It draws the screens of sign-in itself; only one that is first-party and public may. */
  readonly ownScreens: boolean;
  /** Web origins, and Android's names of applications, at which these screens stand. */
  readonly screenOrigins: readonly string[];
  readonly grantTypes: readonly GrantType[];
  readonly authMethod: ClientAuthMethod;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  readonly scopes: readonly string[];
  /** Resource servers (RFC 8707) it may name; the token's audience. Absolute URIs. */
  readonly resources: readonly string[];
  readonly jwks: { readonly keys: readonly JWK[] } | null;
  readonly jwksUri: string | null;
  /** The principal it is when it acts for itself. */
  readonly principal: string | null;
  /** When the secret in force was made; null for one without a secret. */
  readonly secretMadeAt: Date | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

export type NewClient = Pick<Client, 'population' | 'name' | 'owner' | 'purpose' | 'grantTypes' | 'authMethod'>
  & Partial<Pick<Client, 'id' | 'firstParty' | 'ownScreens' | 'screenOrigins' | 'redirectUris' | 'postLogoutRedirectUris' | 'backchannelLogoutUri'
    | 'scopes' | 'resources' | 'jwks' | 'jwksUri'>>;

export type ClientAddresses = Pick<Client, 'redirectUris' | 'postLogoutRedirectUris'>;

export interface Clients {
  /**
   * Registers one; returns the secret once, where the authentication method has one. One with `client_credentials` also
   * becomes a principal of kind service.
   * @throws client.invalid with every fault, client.taken, population.unknown
   */
  create(tx: Db, input: NewClient, actor: Actor): Promise<{ client: Client; secret?: string }>;
  /** Also a disabled one. From memory at most 5 seconds old, but never inside a transaction. */
  find(db: Db, population: string, id: string): Promise<Client | undefined>;
  /** All of a population, at most 1,000, by id. */
  list(db: Db, population: string): Promise<readonly Client[]>;
  /**
   * Makes another secret. The one before works until `previousUntil` (a day unless the server was told otherwise), or
   * with `atOnce` no longer.
   * @throws client.unknown, client.invalid for one without a secret or a disabled one
   */
  rotateSecret(tx: Db, population: string, id: string, actor: Actor, options?: { atOnce?: boolean }):
    Promise<{ secret: string; previousUntil: Date | null }>;
  /**
   * Gives it other addresses to return to. Does nothing where it has these.
   * @throws client.unknown, client.invalid
   */
  changeAddresses(tx: Db, population: string, id: string, actor: Actor, addresses: ClientAddresses): Promise<void>;
  /** For good: its principal is suspended with it. Does nothing where it is off already. @throws client.unknown */
  disable(tx: Db, population: string, id: string, actor: Actor, reason: string): Promise<void>;
  /** Compares a presented secret with the stored hashes in constant time. False for a disabled application. */
  verifySecret(db: Db, population: string, id: string, secret: string): Promise<boolean>;
  /** Called on every server after an application changed, wherever that was. */
  onChange(handle: (population: string, id: string) => void): void;
}
