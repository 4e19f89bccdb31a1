import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId, systemRandomness } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { EventFilter, NewEvent } from './event-log.ts';
import { testEventLog } from './testing.ts';

const id = (): string => newId(new Date(), systemRandomness);

/** What a customer's sign-in with a passkey leaves behind, and a few token refreshes after it. */
function signIn(population: string): NewEvent[] {
  const [principal, run, session, client] = [id(), id(), id(), 'shop-web'];
  const actor = { kind: 'principal', id: principal } as const;
  const inRun = { population, actor, principal, run, client };
  const inSession = { population, actor, principal, session, client };
  const personal = {
    clientAddress: '2001:db8:85a3::8a2e:370:7334',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) '
      + 'Chrome/131.0.0.0 Safari/537.36',
  };
  const step = { step: 'passkey', kind: 'passkey' };
  const token = (): NewEvent => ({
    ...inSession, actor: { kind: 'client', id: client }, type: 'token.issued',
    open: { grant: 'refresh_token', kinds: ['access', 'refresh', 'id'], scope: 'openid profile email offline_access' },
  });
  return [
    {
      ...inRun, principal: undefined, actor: { kind: 'system' }, type: 'run.started',
      open: { purpose: 'sign-in', journey: 'customers-sign-in', policyVersion: 12, channel: 'web' },
    },
    { ...inRun, type: 'run.step_entered', open: step },
    { ...inRun, type: 'credential.accepted', open: { kind: 'passkey', credential: id() } },
    { ...inRun, type: 'run.step_left', open: { ...step, exit: 'matched', ms: 3_412 } },
    {
      ...inSession, run, type: 'session.started', personal,
      open: { acr: 'urn:limen:acr:phr', amr: ['swk', 'user', 'mfa'] },
    },
    { ...inRun, type: 'run.completed', open: { purpose: 'sign-in', acr: 'urn:limen:acr:phr', ms: 5_120 } },
    token(), token(), token(),
    { ...inSession, type: 'session.ended', open: { reason: 'signed-out' } },
  ];
}

async function filled(signIns: number): Promise<{ database: TestDatabase; events: ReturnType<typeof testEventLog> }> {
  const database = await testDatabase();
  const events = testEventLog(database);
  for (let n = 0; n < signIns; n += 40) {
    const population = n % 120 ? 'customers' : 'workforce';
    await events.append(database.db, ...Array.from({ length: 40 }, () => signIn(population)).flat());
  }
  await events.settle();
  await sql`analyze event`.execute(database.db);
  return { database, events };
}

const { database, events } = await filled(600);
const anybody = (await events.latest({ limit: 1 }))[0]!.principal!;

test('an event takes at most 400 bytes, indexes and page overhead included', async () => {
  const { rows } = await sql<{ bytes: number; count: number }>`
    select sum(pg_total_relation_size(relid))::int as bytes, (select count(*)::int from event) as count
    from pg_partition_tree('event') where isleaf`.execute(database.db);
  const average = rows[0]!.bytes / rows[0]!.count;
  assert.equal(rows[0]!.count, 6_000);
  assert.ok(average <= 400, `${average.toFixed(0)} bytes`);
});

/** The statement that a filter leads to, as PostgreSQL means to run it. */
async function planOf(run: (log: typeof events) => Promise<unknown>): Promise<string> {
  const statements: { text: string; values: unknown[] }[] = [];
  const connect = database.pool.connect.bind(database.pool);
  const client = await connect();
  const query = client.query.bind(client) as (sent: { text: string; values: unknown[] }) => Promise<unknown>;
  const spy = (sent: { text: string; values: unknown[] }): Promise<unknown> => {
    statements.push(sent);
    return query(sent);
  };
  Object.assign(client, { query: spy });
  client.release();
  await run(events);
  Object.assign(client, { query });
  const { text, values } = statements.at(-1)!;
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const reads: [string, Partial<EventFilter>, RegExp][] = [
  ['following the log', { afterPosition: 5_500 }, /Index Scan.* using event_real_\d+_position_idx/],
  ['a population', { population: 'workforce', afterPosition: 3_000 },
    /Index Scan.* using event_real_\d+_(population_)?position_idx/],
  ['a principal', { principal: anybody }, /event_real_\d+_principal_position_idx/],
];
for (const [what, filter, index] of reads) {
  test(`reading ${what} goes by an index and touches no simulated event`, async () => {
    for (const read of ['read', 'latest'] as const) {
      const plan = await planOf((log) => log[read]({ limit: 20, ...filter }));
      assert.match(plan, index);
      assert.doesNotMatch(plan, /Seq Scan on event_(real|simulated)/);
      assert.doesNotMatch(plan, /event_simulated/);
    }
  });
}

test('filters narrow, limits hold, and the tail ends with the newest', async () => {
  const count = async (filter: Partial<EventFilter>): Promise<number> => (
    (await events.read({ limit: 1_000, ...filter })).length);
  assert.equal(await count({ limit: 5_000 }), 1_000);
  assert.equal(await count({ limit: 0 }), 1);
  assert.equal(await count({ afterPosition: 5_990 }), 10);
  assert.equal(await count({ principal: anybody }), 9);
  assert.equal(await count({ principal: anybody, population: 'elsewhere' }), 0);
  assert.equal(await count({ principal: 'not an id' }), 0);
  assert.equal(await count({ origin: 'simulated' }), 0);
  assert.equal(await count({ types: ['session.ended', 'session.started'] }), 1_000);
  assert.equal(await count({ types: [] }), 0);
  await events.append(database.db, ...signIn('customers').slice(0, 2));
  const tail = await events.latest({ limit: 4 });
  assert.deepEqual(tail.map((event) => event.position), [5_999, 6_000, null, null]);
  assert.deepEqual(tail.map((event) => event.type).slice(2), ['run.started', 'run.step_entered']);
  const page = await events.read({ limit: 4, afterPosition: 5_998 });
  assert.deepEqual(page.map((event) => event.id), tail.map((event) => event.id));
});
