import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventType } from '../../../../contract/events/index.ts';
import { day, originOf } from '../../kernel/index.ts';
import type { Board } from '../../measures/index.ts';
import { contentsOf } from '../test-contents.ts';
import { operatorOf } from '../test-operator.ts';
import { withFillLock } from './fill-lock.ts';
import { isFilled } from './fill.ts';
import { startSimulatedServer, until } from './testing.ts';

const { server, fill, settled } = await startSimulatedServer();
const { limen, ground: { database, events } } = server;
const { pool } = database;
const operator = operatorOf(server.config.dataFolder);
/** The server makes one such key for everybody, when it is first needed. */
const shared = ['credential_digest_key'];

const count = async (table: string, condition = 'true'): Promise<number> => (
  await pool.query<{ count: number }>(`select count(*)::int as count from ${table} where ${condition}`)).rows[0]!.count;
const typesOf = async (simulated: boolean): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await pool.query<{ type: EventType; count: number }>(
    'select type, count(*)::int as count from event where simulated = $1 group by type order by type', [simulated]);
  return Object.fromEntries(rows.map(({ type, count: counted }) => [type, counted]));
};
const boardOf = (population: string, origin: 'real' | 'simulated'): Promise<Board> => limen.measures.board({
  population, origin, from: new Date(until.getTime() - 10 * day), to: until, bucket: 'day',
});
const valueOf = ({ figures }: Board, key: string) => figures.find((each) => each.key === key)!;

await settled();
const before = { contents: await contentsOf(pool, shared), real: await typesOf(false) };

test('people live, and everything of theirs is simulated', async () => {
  assert.equal(await isFilled(events), false);
  assert.equal(await fill(), 'filled');
  await settled();
  assert.equal(await isFilled(events), true);
  assert.ok(await count('principal', `origin = 'simulated'`) >= 70);
  const told = await typesOf(true);
  const expected: readonly EventType[] = [
    'run.completed', 'run.expired', 'session.ended', 'credential.refused', 'credential.bound', 'decision.made',
    'invitation.accepted', 'message.queued', 'token.issued', 'token.refused', 'principal.suspended', 'demo.filled',
  ];
  for (const type of expected) assert.ok((told[type] ?? 0) > 0, `${type} is told`);
});

test('nothing real is told, changed or mailed', async () => {
  assert.deepEqual(await typesOf(false), before.real);
  assert.equal(await count('message_outbox'), 0);
  assert.equal(await count('message_inbox'), 0);
  const { rows } = await pool.query<{ id: string; origin: string }>('select id, origin from principal');
  for (const { id, origin } of rows) assert.equal(origin, originOf(id));
  assert.equal(await count('event', `not simulated and get_byte(uuid_send(principal), 6) >> 4 = 8`), 0);
});

test('the boards of the simulated show figures, the real ones none', async () => {
  const [simulated, real] = [await boardOf('customers', 'simulated'), await boardOf('customers', 'real')];
  const signIns = valueOf(simulated, 'customer.sign-in.completed');
  const ofSignIns = (type: EventType): Promise<number> => count(
    'event', `simulated and type = '${type}' and open->>'purpose' = 'sign-in'
      and population = (select number from event_population where name = 'customers')`);
  assert.ok(signIns.sample > 5, JSON.stringify(signIns));
  assert.deepEqual([signIns.numerator, signIns.sample], [await ofSignIns('run.completed'), await ofSignIns('run.started')]);
  assert.ok(valueOf(simulated, 'customer.sign-in.time-p50').value! > 3_000, 'people take their time');
  for (const { key, sample } of real.figures) assert.equal(sample, 0, key);
  const workforce = await boardOf('workforce', 'simulated');
  assert.ok(workforce.figures.some(({ sample }) => sample > 10));
});

test('their chain verifies', async () => {
  const { ok, verified } = await operator.call('POST', '/events/verify', { origin: 'simulated' });
  assert.equal(ok, true);
  assert.equal(verified, await count('event', 'simulated'));
});

test('a second filling finds that it was done, and one beside another does nothing', async () => {
  assert.equal(await fill(), 'was-filled');
  await withFillLock(database, async () => {
    assert.equal(await fill(), 'elsewhere');
    const { status, body } = await operator.ask('POST', '/demo/clear', {});
    assert.deepEqual([status, body.code], [409, 'demo.filling']);
  });
});

test('what an administrator does to them is told in their chain, and no mail leaves', async () => {
  const [someone] = await operator.call<{ principals: { id: string }[] }>('GET', '/populations/workforce/principals?limit=1')
    .then(({ principals }) => principals);
  await operator.call('POST', `/populations/workforce/principals/${someone!.id}/suspend`, { reason: 'to see' });
  await settled();
  const told = await events.latest({ principal: someone!.id, origin: 'simulated', limit: 1 });
  assert.deepEqual(told.map(({ type, actor }) => [type, actor.kind]), [['principal.suspended', 'operator']]);
  assert.deepEqual(await events.latest({ principal: someone!.id, origin: 'real', limit: 1 }), []);
  assert.equal(await count('message_outbox'), 0);
});

test('clearing removes them all, and leaves what is real as it was', async () => {
  const acts = { 'operator.acted': (await typesOf(false))['operator.acted']! + 1 };
  const cleared = await operator.call('POST', '/demo/clear', {});
  assert.ok(cleared.people >= 70 && cleared.events > 500 && cleared.runs > 50, JSON.stringify(cleared));
  await settled();
  assert.deepEqual(await contentsOf(pool, shared), before.contents);
  assert.deepEqual(await typesOf(true), {});
  assert.deepEqual(await typesOf(false), { ...before.real, ...acts, 'demo.cleared': 1 });
  assert.equal(await count('measure_tally', 'simulated'), 0);
  assert.equal(await count('measure_principal', 'simulated'), 0);
  assert.equal((await limen.measures.board({
    population: 'customers', origin: 'simulated', from: new Date(until.getTime() - 10 * day), to: until, bucket: 'day',
  })).figures.every(({ sample }) => sample === 0), true);
});

test('what was stopped half-way is begun anew, and the boards count it once', async () => {
  const stop = new AbortController();
  assert.equal(await fill({ signal: stop.signal, onProgress: () => { stop.abort(); } }), 'stopped');
  assert.ok(await count('principal', `origin = 'simulated'`) > 0);
  assert.equal(await fill(), 'filled');
  await settled();
  const { rows } = await pool.query<{ runs: number; told: number }>(`select
    (select sum(value)::int from measure_tally where simulated and grain = 'day' and tally = 'run.started') as runs,
    (select count(*)::int from event where simulated and type = 'run.started') as told`);
  assert.equal(rows[0]!.runs, rows[0]!.told);
  assert.equal(await count('event', `simulated and type = 'demo.fill_begun'`), 1);
});
