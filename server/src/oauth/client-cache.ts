import type { Client, Clients } from '../clients/index.ts';
import type { Directory } from '../directory/index.ts';
import { second, type Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { browserOrigins } from './client-metadata.ts';

/** Short, since a suspended principal of an application must be refused within 5 seconds. */
const lifetime = 2 * second;
const most = 5_000;

/** Applications that may act now, kept for moments: a token request asks for the same one several times. */
export interface ClientCache {
  /** Undefined for unknown ones, for disabled ones, and for one whose own principal is not active. */
  find(population: string, id: string): Promise<Client | undefined>;
  /** Whether a public application of the population lives at this origin. */
  hasBrowserOrigin(population: string, origin: string): Promise<boolean>;
}

export function createClientCache(deps: {
  database: Database; clients: Clients; directory: Pick<Directory, 'findPrincipal'>; clock: Clock;
}): ClientCache {
  const { database: { db }, clients, directory, clock } = deps;
  const found = new Map<string, { readonly client: Client | undefined; readonly until: number }>();
  const origins = new Map<string, { readonly origins: ReadonlySet<string>; readonly until: number }>();
  const nameOf = (population: string, id: string) => `${population}/${id}`;
  clients.onChange((population, id) => {
    found.delete(nameOf(population, id));
    origins.delete(population);
  });

  async function load(population: string, id: string): Promise<Client | undefined> {
    const client = await clients.find(db, population, id);
    if (!client || client.disabledAt) return undefined;
    if (client.principal === null) return client;
    const principal = await directory.findPrincipal(db, { population, principal: client.principal });
    return principal?.state === 'active' ? client : undefined;
  }

  return {
    find: async (population, id) => {
      const name = nameOf(population, id);
      const now = clock().getTime();
      const cached = found.get(name);
      if (cached && cached.until > now) return cached.client;
      const client = await load(population, id);
      // Unknown ids are not kept, and a full cache starts anew: nobody fills it by guessing.
      if (found.size >= most) found.clear();
      if (client) found.set(name, { client, until: now + lifetime });
      else found.delete(name);
      return client;
    },
    hasBrowserOrigin: async (population, origin) => {
      const now = clock().getTime();
      let known = origins.get(population);
      if (!known || known.until <= now) {
        const all = await clients.list(db, population);
        const active = all.filter((client) => client.disabledAt === null);
        known = { origins: new Set(active.flatMap(browserOrigins)), until: now + lifetime };
        origins.set(population, known);
      }
      return known.origins.has(origin);
    },
  };
}
