import { mostClients } from '../../../contract/admin/clients.ts';
import type { Db } from '../storage/index.ts';
import { selectClients } from './client-store.ts';
import type { Client } from './clients.ts';

/** What is told of an application to those who only count. */
export interface ClientFacts extends Pick<Client, 'id' | 'owner' | 'purpose' | 'disabledAt' | 'createdAt'> {
  readonly hasSecret: boolean;
}

/** All of a population, by id; there are at most 1,000. */
export async function readClientFacts(db: Db, population: string): Promise<readonly ClientFacts[]> {
  const clients = await selectClients(db, population, mostClients);
  return clients.map(({ id, owner, purpose, disabledAt, createdAt, authMethod }) => (
    { id, owner, purpose, disabledAt, createdAt, hasSecret: authMethod === 'client_secret_basic' }));
}
