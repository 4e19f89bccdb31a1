import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { testEventLog } from '../events/testing.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase, type TestDatabase } from '../storage/testing.ts';
import { day, hour, hmac, movableClock, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { createPolicies } from '../policy/index.ts';
import { publishBuiltIn } from '../policy/testing.ts';
import { createRisk, removeSimulatedRisk } from './create-risk.ts';
import type { NetworkFacts } from '../networks/index.ts';
import type { Circumstances, Risk, RiskFound, ShownNow, SignIn } from './risk.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const networks: Readonly<Record<string, NetworkFacts>> = {
  '192.0.2.1': { asn: 'AS1', country: 'NO', kind: 'usual' }, '203.0.113.9': { asn: 'AS2', country: 'RO', kind: 'hosting' },
  '198.51.100.3': { asn: 'AS3', country: 'NZ', kind: 'usual' },
};
const calm: Circumstances = { recovering: false };

const clock = movableClock(new Date('2026-03-02T19:00:00Z'));
let database: TestDatabase;
let risk: Risk;
before(async () => {
  database = await testDatabase();
  const policies = createPolicies({ database, events: testEventLog(database), listener: createListener(database, silentLog), clock });
  await publishBuiltIn(database, policies, 'customer');
  risk = createRisk({
    database, policies, clock, log: silentLog, findNetwork: (address) => networks[address],
    keyed: (population, value) => hmac(Buffer.from(population), value).toString('base64url').slice(0, 16),
  });
});

const someone = (): PrincipalRef => ({ population: 'customers', principal: newId(clock(), systemRandomness) });

/** Signs somebody in; gives the session. */
async function signIn(ref: PrincipalRef, more: Partial<Omit<SignIn, 'shown'>> & { shown?: Partial<SignIn['shown']> } = {}): Promise<string> {
  const session = newId(clock(), systemRandomness);
  await database.transaction((tx) => risk.signedIn(tx, {
    ref, session, boundKey: false, confirmed: false, ...more,
    shown: { address: '192.0.2.1', userAgent: firefox, at: clock(), marked: true, ...more.shown },
  }));
  return session;
}

const riskOf = async (ref: PrincipalRef, session: string, circumstances = calm) => (await risk.ofSession(database.db, ref, session, circumstances))!;

/** Somebody who comes home every evening for two weeks. */
async function settled(): Promise<PrincipalRef> {
  const ref = someone();
  for (let evening = 0; evening < 14; evening += 1) {
    await signIn(ref, { confirmed: true, shown: { marked: evening > 0 } });
    clock.advance(day);
  }
  return ref;
}

const abroad = { address: '203.0.113.9', userAgent: safari, marked: false as const };

test('who comes as always is low, who comes from elsewhere with something else is not, and says why', async () => {
  const ref = await settled();
  const home = await riskOf(ref, await signIn(ref, { markedSince: new Date(clock().getTime() - 10 * day) }));
  assert.equal(home.band, 'low');
  assert.deepEqual([home.history, home.frequency], ['10-19', 'daily']);
  const away = await riskOf(ref, await signIn(ref, { shown: abroad }));
  assert.ok(['high', 'critical'].includes(away.band), JSON.stringify(away));
  const reasons = away.contributions.flatMap(({ reason }) => reason ?? []);
  for (const reason of ['device-new', 'country-new', 'network-hosting', 'system-new'] as const) assert.ok(reasons.includes(reason), reason);
  assert.ok(away.missing.includes('travel'));
  assert.match(away.model, /^limen-1\/[0-9a-f]{8}$/);
});

test('a passkey on a new device abroad is far less of a risk than a password there', async () => {
  const ref = await settled();
  // The one that teaches nothing comes first.
  const without = await riskOf(ref, await signIn(ref, { shown: abroad }));
  const withKey = await riskOf(ref, await signIn(ref, { boundKey: true, shown: abroad }));
  assert.ok(withKey.probability < without.probability / 5, `${withKey.probability} ${without.probability}`);
});

test('a request in a session is judged as it shows itself, where that is worse, and never makes a session better than it began', async () => {
  const ref = await settled();
  const marked = { markedSince: new Date(clock().getTime() - 10 * day) };
  const session = await signIn(ref, { boundKey: true, ...marked });
  const begun = await riskOf(ref, session);
  const of = (within: string, shown?: ShownNow) => risk.ofSession(database.db, ref, within, calm, shown);
  const shownHome = { address: '192.0.2.1', userAgent: firefox };
  assert.deepEqual((await of(session, shownHome))!.band, 'low');
  const stolen = (await of(session, abroad))!;
  assert.ok(['high', 'critical'].includes(stolen.band), JSON.stringify(stolen));
  const reasons = (found?: RiskFound) => found!.contributions.flatMap(({ reason }) => reason ?? []);
  for (const reason of ['device-new', 'country-new', 'network-hosting', 'system-new'] as const) assert.ok(reasons(stolen).includes(reason), reason);
  // Whoever has a copy of the whole browser brings its mark; the way there still tells.
  const copied = (await of(session, { address: '203.0.113.9', userAgent: firefox }))!;
  assert.ok(copied.probability > 10 * begun.probability && copied.probability < stolen.probability, `${begun.probability} ${copied.probability} ${stolen.probability}`);
  // An application knows the address alone.
  assert.deepEqual(reasons(await of(session, { address: '203.0.113.9' })).filter((each) => each === 'system-new' || each === 'country-new'), ['country-new']);
  const away = await signIn(ref, { shown: abroad });
  assert.equal((await of(away, shownHome))!.probability, (await riskOf(ref, away)).probability);
  assert.deepEqual(await riskOf(ref, session), begun, 'nothing is learnt from it');
  assert.equal(await of(newId(clock(), systemRandomness), abroad), undefined);
});

test('what happened to the account since counts at the decision, not before', async () => {
  const ref = await settled();
  const session = await signIn(ref);
  const atFirst = await riskOf(ref, session);
  const after = await riskOf(ref, session, { contactChangedAt: clock(), credentialChangedAt: clock(), recovering: true });
  assert.ok(after.probability > 3 * atFirst.probability);
  assert.ok(after.contributions.some(({ reason }) => reason === 'recovery-under-way'));
  assert.deepEqual((await riskOf(ref, session, { contactChangedAt: new Date(clock().getTime() - 80 * hour), recovering: false })).probability, atFirst.probability);
});

test('a stolen password teaches nothing at once, all of it only when nobody objected for a week, and nothing once reported', async () => {
  const [reported, left] = [await settled(), await settled()];
  for (const ref of [reported, left]) await signIn(ref, { shown: abroad });
  await database.transaction((tx) => risk.disown(tx, reported));
  clock.advance(8 * day);
  assert.ok(await risk.tidy() >= 1);
  const of = async (ref: PrincipalRef) => (await riskOf(ref, await signIn(ref, { shown: abroad }))).probability;
  const [afterReport, afterSilence] = [await of(reported), await of(left)];
  assert.ok(afterReport > afterSilence, `${afterReport} ${afterSilence}`);
});

test('what nothing confirmed is not learnt at all before a week is over, and never once it was reported', async () => {
  const ref = await settled();
  const logins = async (): Promise<number> => (await database.pool.query<{ logins: number }>(
    'select (counts->>\'logins\')::float as logins from risk_profile where principal = $1', [ref.principal])).rows[0]!.logins;
  await signIn(ref, { shown: abroad });
  await signIn(ref, { shown: { address: '192.0.2.99' } });
  assert.equal(await logins(), 14);
  await database.transaction((tx) => risk.disown(tx, ref));
  clock.advance(6 * day);
  await signIn(ref);
  clock.advance(2 * day);
  await risk.tidy();
  assert.equal(await logins(), 14, 'reported, or too young');
  clock.advance(6 * day);
  await risk.tidy();
  assert.equal(await logins(), 15);
});

test('a backlog is learnt in one turn of the job, while somebody of it is erased', async () => {
  const ref = await settled();
  const session = await signIn(ref);
  const many = Array.from({ length: 230 }, () => newId(clock(), systemRandomness));
  await database.pool.query(
    `insert into risk_session (population, session, principal, at, contributions, missing, history, frequency, unlearnt)
     select seen.population, gen_random_uuid(), who.id, seen.at, seen.contributions, seen.missing, seen.history, seen.frequency, seen.unlearnt
     from risk_session seen cross join unnest($2::uuid[]) as who (id), generate_series(1, 2) where seen.session = $1`, [session, many]);
  clock.advance(8 * day);
  const [learnt] = await Promise.all([
    risk.tidy(), ...many.slice(0, 20).map((principal) => database.transaction((tx) => risk.forget(tx, { ...ref, principal })))]);
  assert.ok(learnt >= 2 * 210 + 1, String(learnt));
  const { rows: [left] } = await database.pool.query('select count(*)::int as waiting from risk_session where unlearnt is not null');
  assert.deepEqual(left, { waiting: 0 });
  const { rows: [kept] } = await database.pool.query('select (counts->>\'logins\')::float as logins from risk_profile where principal = $1', [many.at(-1)]);
  assert.equal(kept.logins, 2);
});

test('nothing of addresses or browsers is kept in clear, and not a row a login', async () => {
  const ref = await settled();
  const { rows } = await database.pool.query<{ text: string }>(
    'select counts::text as text from risk_profile where principal = $1 union all select unlearnt::text from risk_session union all select value from risk_rate',
    [ref.principal]);
  assert.ok(rows.length > 1);
  for (const { text } of rows) assert.doesNotMatch(text ?? '', /192\.0\.2|203\.0\.113|firefox|linux|AS1\b/i);
  const { rows: profiles } = await database.pool.query('select 1 from risk_profile where principal = $1', [ref.principal]);
  assert.equal(profiles.length, 1);
});

test('two sign-ins at once are both learnt', async () => {
  const ref = someone();
  await Promise.all(Array.from({ length: 8 }, () => signIn(ref, { confirmed: true })));
  const { history } = await riskOf(ref, await signIn(ref));
  assert.equal(history, '5-9');
});

test('what is rubbish is assessed all the same', async () => {
  const ref = await settled();
  for (const shown of [{ address: 'unknown', userAgent: '' }, { address: '::', userAgent: '\u0000'.repeat(100_000) }, { address: '1.2.3', userAgent: '()<>' }]) {
    const { probability } = await riskOf(ref, await signIn(ref, { shown: { ...shown, marked: undefined } }));
    assert.ok(probability > 0 && probability < 1);
  }
  assert.equal(await risk.ofSession(database.db, ref, randomUUID(), calm), undefined);
});

test('who was at home an hour ago can\'t be at the other end of the world, and a password alone moves nobody', async () => {
  const ref = await settled();
  await signIn(ref, { confirmed: true });
  clock.advance(hour);
  const farAway = { shown: { address: '198.51.100.3' } };
  const saidAway = async (): Promise<readonly (string | undefined)[]> => (
    (await riskOf(ref, await signIn(ref, farAway))).contributions.filter(({ signal }) => signal === 'travel').map(({ reason }) => reason));
  assert.deepEqual(await saidAway(), ['travel-impossible']);
  const home = await riskOf(ref, await signIn(ref));
  assert.deepEqual(home.contributions.filter(({ signal }) => signal === 'travel').map(({ ratio }) => ratio), [0], 'whoever was away had the password alone');
  await signIn(ref, { confirmed: true, ...farAway });
  assert.deepEqual(await saidAway(), [undefined], 'now they are there');
});

test('where somebody was is a country, and is gone after two days', async () => {
  const ref = await settled();
  await signIn(ref, { confirmed: true });
  const kept = async () => (await database.pool.query('select place_country, place_at from risk_profile where principal = $1', [ref.principal])).rows[0];
  assert.deepEqual(await kept(), { place_country: 'NO', place_at: clock() });
  clock.advance(2 * day + hour);
  await risk.tidy();
  assert.deepEqual(await kept(), { place_country: null, place_at: null });
});

test('an address of IPv6 that changes by the day is none that is new', async () => {
  const ref = someone();
  const at = async (address: string) => riskOf(ref, await signIn(ref, { confirmed: true, shown: { address } }));
  for (let morning = 1; morning < 9; morning += 1) await at(`2001:db8:1:2:${morning}::7`);
  assert.ok(!(await at('2001:db8:1:2:abcd::7')).contributions.some(({ reason }) => reason === 'address-new'));
  assert.ok((await at('2001:db8:1:3::7')).contributions.some(({ reason }) => reason === 'address-new'));
});

test('a clock that ran backwards is no error', async () => {
  const ref = await settled();
  clock.advance(-3 * day);
  assert.equal((await riskOf(ref, await signIn(ref))).band, 'low');
  clock.advance(3 * day);
});

test('who is erased, or was simulated, leaves nothing', async () => {
  const ref = await settled();
  const session = await signIn(ref);
  await database.transaction((tx) => risk.forget(tx, ref));
  assert.equal(await risk.ofSession(database.db, ref, session, calm), undefined);
  const made = { population: 'customers', principal: newId(clock(), Object.assign((bytes: number) => systemRandomness(bytes), { origin: 'simulated' as const })) };
  await signIn(made, { confirmed: true });
  assert.ok(await removeSimulatedRisk(database.db) >= 1);
});
