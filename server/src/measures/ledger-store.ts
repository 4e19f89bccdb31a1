import { sql } from 'kysely';
import type { LoggedEvent } from '../events/index.ts';
import type { Db } from '../storage/index.ts';
import { Subjects, type KnownPrincipal, type Ledger, type OpenRun, type OpenSession, type UsedClient } from './subjects.ts';

/** Reads what is remembered of everything that these events name, in one question for each kind. */
export async function readLedger(tx: Db, simulated: boolean, events: readonly LoggedEvent[]): Promise<Ledger> {
  const named = (field: 'run' | 'session' | 'principal' | 'client') => {
    const pairs = new Map(events.filter((event) => event.population !== null && event[field] !== null)
      .map((event) => [`${event.population}\n${event[field]}`, [event.population!, event[field]!] as const]));
    return { populations: [...pairs.values()].map(([population]) => population),
      ids: [...pairs.values()].map(([, id]) => id) };
  };
  const [runs, sessions, principals, clients] = [named('run'), named('session'), named('principal'), named('client')];
  const foundRuns = await sql<OpenRun>`
    select population, run, started_at as "startedAt", purpose, policy_version as "policyVersion", journey, place, passkey, recovering
    from unnest(${runs.populations}::text[], ${runs.ids}::uuid[]) as named (population, run)
    join measure_run using (population, run) where simulated = ${simulated}`.execute(tx);
  const foundSessions = await sql<OpenSession>`select population, session, started_at as "startedAt", acr
    from unnest(${sessions.populations}::text[], ${sessions.ids}::uuid[]) as named (population, session)
    join measure_session using (population, session) where simulated = ${simulated}`.execute(tx);
  const foundPrincipals = await sql<KnownPrincipal>`
    select population, principal, is_person as "isPerson", is_active as "isActive", created_at as "createdAt",
      signed_in_at as "signedInAt", had_credential as "hadCredential", reset_at as "resetAt"
    from unnest(${principals.populations}::text[], ${principals.ids}::uuid[]) as named (population, principal)
    join measure_principal using (population, principal) where simulated = ${simulated}`.execute(tx);
  const foundClients = await sql<UsedClient>`
    select population, client, secret_at as "secretAt", token_at as "tokenAt"
    from unnest(${clients.populations}::text[], ${clients.ids}::text[]) as named (population, client)
    join measure_client using (population, client) where simulated = ${simulated}`.execute(tx);
  return {
    runs: new Subjects<OpenRun>((row) => row.run, foundRuns.rows),
    sessions: new Subjects<OpenSession>((row) => row.session, foundSessions.rows),
    principals: new Subjects<KnownPrincipal>((row) => row.principal, foundPrincipals.rows),
    clients: new Subjects<UsedClient>((row) => row.client, foundClients.rows),
  };
}

/** Writes what changed, and forgets what is over. */
export async function writeLedger(tx: Db, simulated: boolean, ledger: Ledger): Promise<void> {
  await writeRuns(tx, simulated, ledger.runs);
  await writeSessions(tx, simulated, ledger.sessions);
  await writePrincipals(tx, simulated, ledger.principals);
  await writeClients(tx, simulated, ledger.clients);
}

async function writeRuns(tx: Db, simulated: boolean, runs: Subjects<OpenRun>): Promise<void> {
  const rows = runs.changed();
  if (rows.length > 0) {
    const column = columnsOf(rows);
    await sql`insert into measure_run (simulated, population, run, started_at, purpose, policy_version, journey, place,
        passkey, recovering)
      select ${simulated}, * from unnest(${column('population')}::text[], ${column('run')}::uuid[],
        ${column('startedAt')}::timestamptz[], ${column('purpose')}::text[],
        ${column('policyVersion')}::int[], ${column('journey')}::text[], ${column('place')}::text[],
        ${column('passkey')}::boolean[], ${column('recovering')}::boolean[])
      on conflict (population, simulated, run) do update
        set journey = excluded.journey, place = excluded.place, passkey = excluded.passkey,
        recovering = excluded.recovering`.execute(tx);
  }
  const gone = runs.forgotten();
  if (gone.length === 0) return;
  await sql`delete from measure_run using unnest(${gone.map(([population]) => population)}::text[],
    ${gone.map(([, id]) => id)}::uuid[]) as gone (population, run)
    where measure_run.population = gone.population and measure_run.run = gone.run and simulated = ${simulated}`
    .execute(tx);
}

async function writeSessions(tx: Db, simulated: boolean, sessions: Subjects<OpenSession>): Promise<void> {
  const rows = sessions.changed();
  if (rows.length > 0) {
    const column = columnsOf(rows);
    await sql`insert into measure_session (simulated, population, session, started_at, acr)
      select ${simulated}, * from unnest(${column('population')}::text[], ${column('session')}::uuid[],
        ${column('startedAt')}::timestamptz[], ${column('acr')}::text[])
      on conflict (population, simulated, session) do update set acr = excluded.acr`.execute(tx);
  }
  const gone = sessions.forgotten();
  if (gone.length === 0) return;
  await sql`delete from measure_session using unnest(${gone.map(([population]) => population)}::text[],
    ${gone.map(([, id]) => id)}::uuid[]) as gone (population, session)
    where measure_session.population = gone.population and measure_session.session = gone.session
      and simulated = ${simulated}`.execute(tx);
}

async function writePrincipals(tx: Db, simulated: boolean, principals: Subjects<KnownPrincipal>): Promise<void> {
  const rows = principals.changed();
  if (rows.length > 0) {
    const column = columnsOf(rows);
    await sql`insert into measure_principal (simulated, population, principal, is_person, is_active, created_at,
        signed_in_at, had_credential, reset_at)
      select ${simulated}, * from unnest(${column('population')}::text[], ${column('principal')}::uuid[],
        ${column('isPerson')}::boolean[], ${column('isActive')}::boolean[], ${column('createdAt')}::timestamptz[],
        ${column('signedInAt')}::timestamptz[], ${column('hadCredential')}::boolean[],
        ${column('resetAt')}::timestamptz[])
      on conflict (population, simulated, principal) do update set is_person = excluded.is_person,
        is_active = excluded.is_active, created_at = excluded.created_at, signed_in_at = excluded.signed_in_at,
        had_credential = excluded.had_credential, reset_at = excluded.reset_at`.execute(tx);
  }
  const gone = principals.forgotten();
  if (gone.length === 0) return;
  await sql`delete from measure_principal using unnest(${gone.map(([population]) => population)}::text[],
    ${gone.map(([, id]) => id)}::uuid[]) as gone (population, principal)
    where measure_principal.population = gone.population and measure_principal.principal = gone.principal
      and simulated = ${simulated}`.execute(tx);
}

async function writeClients(tx: Db, simulated: boolean, clients: Subjects<UsedClient>): Promise<void> {
  const rows = clients.changed();
  if (rows.length === 0) return;
  const column = columnsOf(rows);
  await sql`insert into measure_client (simulated, population, client, secret_at, token_at)
    select ${simulated}, * from unnest(${column('population')}::text[], ${column('client')}::text[],
      ${column('secretAt')}::timestamptz[], ${column('tokenAt')}::timestamptz[])
    on conflict (population, simulated, client) do update
      set secret_at = excluded.secret_at, token_at = excluded.token_at`.execute(tx);
}

/** Rows as columns: one statement of one shape, however many rows. */
function columnsOf<Row>(rows: readonly Row[]) {
  return <K extends keyof Row>(name: K): Row[K][] => rows.map((row) => row[name]);
}
