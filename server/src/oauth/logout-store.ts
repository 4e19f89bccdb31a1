import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { SessionClient } from './session-client-store.ts';

interface LogoutTable {
  population: string;
  session: string;
  client: string;
  principal: string;
  attempt: number;
  due_at: Date;
}

/** An application that is still to be told that a session ended. `attempt` counts from 1, this one included. */
export interface PendingLogout extends SessionClient {
  readonly attempt: number;
}

const on = (db: Db) => db.$extendTables<{ oauth_logout: LogoutTable }>();

export async function insertLogouts(tx: Db, clients: readonly SessionClient[], due: Date): Promise<void> {
  if (clients.length === 0) return;
  await on(tx).insertInto('oauth_logout')
    .values(clients.map((each) => ({ ...each, attempt: 0, due_at: due })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes what is due and puts it off to `nextDue`, so that a server that dies while telling leaves it to another.
 * Servers that ask at once get different ones.
 */
export async function claimLogouts(tx: Db, now: Date, nextDue: Date, limit: number): Promise<readonly PendingLogout[]> {
  const { rows } = await sql<PendingLogout>`
    update oauth_logout set attempt = attempt + 1, due_at = ${nextDue}
    where (population, session, client) in (
      select population, session, client from oauth_logout where due_at <= ${now}
      order by due_at limit ${limit} for update skip locked)
    returning population, session, client, principal, attempt
  `.execute(tx);
  return rows;
}

export async function postponeLogout(tx: Db, { population, session, client }: PendingLogout, due: Date): Promise<void> {
  await on(tx).updateTable('oauth_logout').set({ due_at: due })
    .where('population', '=', population).where('session', '=', session).where('client', '=', client)
    .execute();
}

export async function deleteLogout(tx: Db, { population, session, client }: PendingLogout): Promise<void> {
  await on(tx).deleteFrom('oauth_logout')
    .where('population', '=', population).where('session', '=', session).where('client', '=', client)
    .execute();
}
