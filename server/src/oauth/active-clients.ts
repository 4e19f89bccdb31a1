import type { Client, Clients } from '../clients/index.ts';
import type { Directory } from '../directory/index.ts';
import { second, type Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { browserOrigins } from './client-metadata.ts';

/** Applications that may act now. */
export interface ActiveClients {
  /** Undefined for unknown ones, for disabled ones, and for one whose own principal is not active. */
  find(population: string, id: string): Promise<Client | undefined>;
  /** Whether a public application of the population lives at this origin. */
  hasBrowserOrigin(population: string, origin: string): Promise<boolean>;
}

/** Short, since a suspended principal must be refused within 5 seconds; a token request asks several times. */
const lifetime = 2 * second;
const most = 5_000;

export function createActiveClients({ database: { db }, clients, directory, clock }: {
  database: Pick<Database, 'db'>; clients: Clients; directory: Pick<Directory, 'findPrincipal'>; clock: Clock;
}): ActiveClients {
  const isActive = remembered(clock, async (population, principal) => (
    (await directory.findPrincipal(db, { population, principal }))?.state === 'active'));
  const originsOf = remembered(clock, async (population) => {
    const registered = await clients.list(db, population);
    return new Set(registered.filter((client) => client.disabledAt === null).flatMap(browserOrigins));
  });
  clients.onChange((population) => { originsOf.forget(population, ''); });

  return {
    find: async (population, id) => {
      const client = await clients.find(db, population, id);
      if (!client || client.disabledAt) return undefined;
      return client.principal === null || await isActive.of(population, client.principal) ? client : undefined;
    },
    hasBrowserOrigin: async (population, origin) => (await originsOf.of(population, '')).has(origin),
  };
}

/** Keeps answers for moments. What is asked about is registered here, so nobody fills it by guessing. */
function remembered<T>(clock: Clock, find: (population: string, name: string) => Promise<T>) {
  const kept = new Map<string, { readonly answer: T; readonly until: number }>();
  const keyOf = (population: string, name: string) => `${population}/${name}`;
  return {
    of: async (population: string, name: string): Promise<T> => {
      const key = keyOf(population, name);
      const now = clock().getTime();
      const known = kept.get(key);
      if (known && known.until > now) return known.answer;
      const answer = await find(population, name);
      if (kept.size >= most) kept.clear();
      kept.set(key, { answer, until: now + lifetime });
      return answer;
    },
    forget: (population: string, name: string): void => { kept.delete(keyOf(population, name)); },
  };
}
