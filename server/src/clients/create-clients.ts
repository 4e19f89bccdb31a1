import { mostClients } from '../../../contract/admin/clients.ts';
import { changeAddresses, disable, matchesSecret, rotateSecret } from './change-client.ts';
import { ClientCache } from './client-cache.ts';
import { clientsChannel, splitName } from './client-changed.ts';
import { selectClients } from './client-store.ts';
import type { Clients } from './clients.ts';
import { createClient } from './create-client.ts';
import type { ClientsDeps } from './clients-deps.ts';

/** Longer ones are in no registration, so nobody's table is asked for them. */
const longestId = 64;

/** Makes the door to applications; resolves once changes made elsewhere are heard. */
export async function createClients(deps: ClientsDeps): Promise<Clients> {
  const cache = new ClientCache(deps.clock);
  const handlers: ((population: string, id: string) => void)[] = [];
  const tell = (population: string, id: string): void => {
    for (const handle of handlers) handle(population, id);
  };
  await deps.listener.on(clientsChannel, (payload) => {
    // After a broken connection nobody knows what was missed.
    const changed = payload === undefined ? cache.forgetAll() : [splitName(payload)];
    for (const [population, id] of changed) {
      cache.forget(population, id);
      tell(population, id);
    }
  });

  return {
    create: (tx, input, actor) => createClient(deps, tx, input, actor),
    find: async (db, population, id) => (
      id.length > longestId ? undefined : (await cache.find(db, population, id))?.client),
    list: (db, population) => selectClients(db, population, mostClients),
    rotateSecret: async (tx, population, id, actor, options) => {
      const rotated = await rotateSecret(deps, tx, population, id, actor, options);
      cache.expectChange(population, id);
      return rotated;
    },
    changeAddresses: async (tx, population, id, actor, addresses) => {
      await changeAddresses(deps, tx, population, id, actor, addresses);
      cache.expectChange(population, id);
    },
    disable: async (tx, population, id, actor, reason) => {
      await disable(deps, tx, population, id, actor, reason);
      cache.expectChange(population, id);
    },
    verifySecret: async (db, population, id, secret) => (
      matchesSecret(id.length > longestId ? undefined : await cache.find(db, population, id), secret, deps.clock)),
    onChange: (handle) => { handlers.push(handle); },
  };
}
