import type { Subscription } from '../events/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteBySession } from './artefact-store.ts';
import { insertLogouts } from './logout-store.ts';
import { takeSessionClients } from './session-client-store.ts';

/**
 * What follows from the end of a session: its codes, tokens and grants go, and its applications are put down to be
 * told. Endpoints ask for the session itself, so nothing is honoured in between. May come twice.
 */
export function followEndedSessions(deps: {
  database: Database; clock: Clock; tell: () => void;
}): Subscription {
  return {
    name: 'oauth-sessions-ended',
    types: ['session.ended'],
    handle: async (events) => {
      for (const { population, session } of events) {
        if (population === null || session === null) continue;
        await deps.database.transaction(async (tx) => {
          await insertLogouts(tx, await takeSessionClients(tx, population, session), deps.clock());
          await deleteBySession(tx, population, session);
        });
      }
      deps.tell();
    },
  };
}
