import { sql } from 'kysely';
import { lookUp, removeSimulatedRows, type Db } from '../storage/index.ts';

interface SessionClientTable {
  population: string;
  session: string;
  client: string;
  principal: string;
  since: Date;
  expires_at: Date;
}

export interface SessionClient {
  readonly population: string;
  readonly session: string;
  readonly client: string;
  readonly principal: string;
}

const on = (db: Db) => db.$extendTables<{ oauth_session_client: SessionClientTable }>();

/** Notes that the session signed in to an application; once is enough. */
export async function insertSessionClient(
  tx: Db, used: SessionClient, times: { since: Date; expiresAt: Date },
): Promise<void> {
  await on(tx).insertInto('oauth_session_client')
    .values({ ...used, since: times.since, expires_at: times.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the session's applications out and gives them: what is done with them is done once. */
export async function takeSessionClients(tx: Db, population: string, session: string): Promise<readonly SessionClient[]> {
  return on(tx).deleteFrom('oauth_session_client')
    .where('population', '=', population).where('session', '=', session)
    .returning(['population', 'session', 'client', 'principal'])
    .execute();
}

/** Whether a session id was given to this application as `sid`. */
export const hasSessionClient = lookUp<Omit<SessionClient, 'principal'>, unknown, boolean>({
  by: {
    population: ['text', ({ population }) => population], session: ['uuid', ({ session }) => session], client: ['text', ({ client }) => client],
  },
  find: `select asked.n from asked, lateral (select from oauth_session_client it
    where it.population = asked.population and it.session = asked.session and it.client = asked.client limit 1) given`,
  found: (rows) => rows.length > 0,
});

export async function deleteExpiredSessionClients(tx: Db, before: Date, limit: number): Promise<void> {
  await sql`
    delete from oauth_session_client where (population, session, client) in (
      select population, session, client from oauth_session_client where expires_at < ${before}
      order by expires_at limit ${limit} for update skip locked)
  `.execute(tx);
}

/** What the provider keeps for somebody simulated, should one ever have signed in. Returns how many sign-ins. */
export const removeSimulatedSignIns = (db: Db): Promise<number> => removeSimulatedRows(
  db, ['oauth_session_client', 'session'], ['oauth_logout', 'session'], ['oauth_consent', 'principal'], ['oauth_artefact', 'session'],
  ['oauth_remote_request', 'principal']);
