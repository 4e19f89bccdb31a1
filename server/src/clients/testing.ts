/** Working applications for the tests of this folder and of those above it. */
import type { TestDirectory } from '../directory/testing.ts';
import { systemRandomness } from '../kernel/index.ts';
import { createListener, type Database } from '../storage/index.ts';
import { silentLog } from '../storage/testing.ts';
import type { Clients, NewClient } from './clients.ts';
import { createClients } from './create-clients.ts';

export interface TestClients {
  readonly clients: Clients;
  close(): Promise<void>;
}

/** Applications of one server; close it when the tests are over, since it listens. */
export async function testClients(database: Database, house: TestDirectory): Promise<TestClients> {
  const listener = createListener(database, silentLog);
  const { clock, events, policies, directory } = house;
  const clients = await createClients({ listener, clock, random: systemRandomness, events, policies, directory });
  return { clients, close: () => listener.close() };
}

/** A web application of customers that keeps a secret. */
export const webClient: NewClient = {
  population: 'customers', name: 'Corner shop', owner: 'web team', purpose: 'Sells things',
  authMethod: 'client_secret_basic', grantTypes: ['authorization_code', 'refresh_token'],
  redirectUris: ['https://shop.example/callback'],
  scopes: ['openid', 'email'],
};
