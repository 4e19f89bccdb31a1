import type { Clients } from '../clients/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteConsents, emptyConsent, selectConsents } from './consent-store.ts';
import type { Connections } from './oauth.ts';

/** @see Connections */
export function createConnections({ database, clients, events, clock }: {
  readonly database: Pick<Database, 'db'>; readonly clients: Pick<Clients, 'find'>; readonly events: Pick<EventLog, 'append'>; readonly clock: Clock;
}): Connections {
  return {
    list: async (ref) => Promise.all((await selectConsents(database.db, ref)).map(async ({ client, scopes, claims, givenAt }) => (
      { client, name: (await clients.find(database.db, ref.population, client))?.name ?? client, scopes, claims, since: givenAt }))),
    end: async (tx, { population, principal }, client, session) => {
      if (!await emptyConsent(tx, { population, principal }, client, clock())) return false;
      await events.append(tx, {
        type: 'consent.withdrawn', population, principal, client, session, actor: { kind: 'principal', id: principal }, open: { client },
      });
      return true;
    },
    forget: deleteConsents,
  };
}
