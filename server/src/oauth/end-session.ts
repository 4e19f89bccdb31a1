import type { EventLog } from '../events/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';

export interface EndSessionDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly sessions: Pick<Sessions, 'end'>;
}

/** Ends a session because a person, or an application for them, asked to; everything else follows from its event. */
export async function endSession(
  { database, events, sessions }: EndSessionDeps, session: Session, initiator: 'client' | 'person', client?: string,
): Promise<void> {
  const actor = { kind: 'principal', id: session.principal } as const;
  await database.transaction(async (tx) => {
    await events.append(tx, {
      type: 'logout.requested', population: session.population, principal: session.principal, session: session.id,
      actor, ...(client === undefined ? {} : { client }), open: { initiator },
    });
    await sessions.end(tx, session.population, session.id, 'signed-out', actor);
  });
}
