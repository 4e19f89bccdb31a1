import type { JWK } from 'jose';
import type { Actor } from '../../../contract/events/index.ts';
import type { Db } from '../storage/index.ts';

export type GrantType = 'authorization_code' | 'refresh_token' | 'client_credentials';
export type ClientAuthMethod = 'none' | 'client_secret_basic' | 'private_key_jwt';

/** An application. One with `client_credentials` acts for itself and is also a principal (`principal`). */
export interface Client {
  readonly population: string;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly purpose: string;
  readonly firstParty: boolean;
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
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

export type NewClient = Pick<Client, 'population' | 'name' | 'owner' | 'purpose' | 'grantTypes' | 'authMethod'>
  & Partial<Pick<Client, 'id' | 'firstParty' | 'redirectUris' | 'postLogoutRedirectUris' | 'backchannelLogoutUri'
    | 'scopes' | 'resources' | 'jwks' | 'jwksUri'>>;

export interface Clients {
  /** Returns the secret once, where the authentication method has one. @throws client.invalid, client.taken */
  create(tx: Db, input: NewClient, actor: Actor): Promise<{ client: Client; secret?: string }>;
  find(db: Db, population: string, id: string): Promise<Client | undefined>;
  list(db: Db, population: string): Promise<readonly Client[]>;
  rotateSecret(tx: Db, population: string, id: string, actor: Actor): Promise<string>;
  disable(tx: Db, population: string, id: string, actor: Actor, reason: string): Promise<void>;
  /** Compares a presented secret with the stored hash in constant time. */
  verifySecret(db: Db, population: string, id: string, secret: string): Promise<boolean>;
  /** Called on every server after an application changed, wherever that was. */
  onChange(handle: (population: string, id: string) => void): void;
}
