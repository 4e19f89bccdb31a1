import { sql, type ColumnType } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { Client, ClientAddresses, ClientAuthMethod, GrantType } from './clients.ts';

type ClientTables = {
  client: {
    population: string; id: string; name: string; owner: string; purpose: string; first_party: boolean;
    own_screens: boolean; screen_origins: string[];
    grant_types: GrantType[]; auth_method: ClientAuthMethod; redirect_uris: string[];
    post_logout_redirect_uris: string[]; backchannel_logout_uri: string | null; scopes: string[]; resources: string[];
    jwks: ColumnType<Client['jwks'], string | null, string | null>; jwks_uri: string | null; principal: string | null;
    secret_hash: Buffer | null; previous_secret_hash: Buffer | null; previous_secret_until: Date | null;
    secret_made_at: Date | null; disabled_at: Date | null; created_at: Date;
  };
};

/** What a secret is compared with. */
export interface SecretHashes {
  readonly current: Buffer | null;
  readonly previous: Buffer | null;
  readonly previousUntil: Date | null;
}

/** An application with the hashes of its secrets, which never leave this folder. */
export interface StoredClient {
  readonly client: Client;
  readonly hashes: SecretHashes;
}

const tables = (db: Db) => db.$extendTables<ClientTables>();

/** False where the id is in use. */
export async function insertClient(tx: Db, client: Client, secretHash: Buffer | null): Promise<boolean> {
  const result = await tables(tx).insertInto('client').values({
    population: client.population, id: client.id, name: client.name, owner: client.owner, purpose: client.purpose,
    first_party: client.firstParty, own_screens: client.ownScreens, screen_origins: [...client.screenOrigins], grant_types: [...client.grantTypes], auth_method: client.authMethod,
    redirect_uris: [...client.redirectUris], post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    backchannel_logout_uri: client.backchannelLogoutUri, scopes: [...client.scopes], resources: [...client.resources],
    jwks: client.jwks && JSON.stringify(client.jwks), jwks_uri: client.jwksUri, principal: client.principal,
    secret_hash: secretHash, previous_secret_hash: null, previous_secret_until: null, secret_made_at: client.secretMadeAt,
    disabled_at: client.disabledAt, created_at: client.createdAt,
  }).onConflict((conflict) => conflict.columns(['population', 'id']).doNothing()).executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Reads one; `lock` makes those who change it wait for one another. */
export async function selectClient(
  db: Db, population: string, id: string, lock = false,
): Promise<StoredClient | undefined> {
  const query = tables(db).selectFrom('client').selectAll()
    .where('population', '=', population).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { client: toClient(row), hashes: {
    current: row.secret_hash, previous: row.previous_secret_hash, previousUntil: row.previous_secret_until } };
}

export async function selectClients(db: Db, population: string, limit: number): Promise<readonly Client[]> {
  const rows = await tables(db).selectFrom('client').selectAll().where('population', '=', population)
    .orderBy(sql`id collate "C"`).limit(limit).execute();
  return rows.map(toClient);
}

export async function countClients(db: Db, population: string): Promise<number> {
  const { count } = await tables(db).selectFrom('client').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('population', '=', population).executeTakeFirstOrThrow();
  return count;
}

export async function updateSecret(tx: Db, { population, id }: Client, hashes: SecretHashes, madeAt: Date): Promise<void> {
  await tables(tx).updateTable('client').set({
    secret_hash: hashes.current, previous_secret_hash: hashes.previous, previous_secret_until: hashes.previousUntil,
    secret_made_at: madeAt,
  }).where('population', '=', population).where('id', '=', id).execute();
}

export async function updateAddresses(tx: Db, { population, id }: Client, addresses: ClientAddresses): Promise<void> {
  await tables(tx).updateTable('client').set({
    redirect_uris: [...addresses.redirectUris], post_logout_redirect_uris: [...addresses.postLogoutRedirectUris],
  }).where('population', '=', population).where('id', '=', id).execute();
}

export async function updateDisabled(tx: Db, { population, id }: Client, at: Date): Promise<void> {
  await tables(tx).updateTable('client').set({ disabled_at: at })
    .where('population', '=', population).where('id', '=', id).execute();
}

type Row = Omit<ClientTables['client'], 'jwks'> & { jwks: Client['jwks'] };

function toClient(row: Row): Client {
  return {
    population: row.population, id: row.id, name: row.name, owner: row.owner, purpose: row.purpose,
    firstParty: row.first_party, ownScreens: row.own_screens, screenOrigins: row.screen_origins, grantTypes: row.grant_types, authMethod: row.auth_method,
    redirectUris: row.redirect_uris, postLogoutRedirectUris: row.post_logout_redirect_uris,
    backchannelLogoutUri: row.backchannel_logout_uri, scopes: row.scopes, resources: row.resources, jwks: row.jwks,
    jwksUri: row.jwks_uri, principal: row.principal,
    secretMadeAt: row.secret_hash && (row.secret_made_at ?? row.created_at), disabledAt: row.disabled_at, createdAt: row.created_at,
  };
}
