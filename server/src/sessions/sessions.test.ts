import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { SessionEndReason } from '../../../contract/events/index.ts';
import { testEventLog } from '../events/testing.ts';
import { day, hasCode, hour, minute, second, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import { createSessions } from './create-sessions.ts';
import { endExpiredSessions } from './end-expired-sessions.ts';
import type { Proof, Session, Sessions } from './sessions.ts';
import { testSessions, type TestSessions } from './testing.ts';

const actor = { kind: 'operator', id: 'local' } as const;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let database: TestDatabase;
let house: TestSessions;
let sessions: Sessions;
before(async () => {
  database = await testDatabase();
  house = await testSessions(database);
  ({ sessions } = house);
});

const proof = (kind: Proof['kind'], userVerified?: boolean): Proof => (
  { kind, at: house.clock(), ...(userVerified === undefined ? {} : { userVerified }) });
const start = (ref: PrincipalRef, proofs: readonly Proof[] = [proof('passkey', true)]) => database.transaction((tx) => (
  sessions.start(tx, { ref, proofs, client: 'shop', personal: { clientAddress: '192.0.2.1', userAgent: firefox } })));
const raise = (session: Session, ...proofs: Proof[]) => (
  database.transaction((tx) => sessions.raise(tx, session, proofs)));
const code = (expected: Parameters<typeof hasCode>[1]) => (error: unknown): boolean => hasCode(error, expected);
const employee = () => house.person({ population: 'workforce' });

async function told(ref: PrincipalRef): Promise<readonly string[]> {
  await house.events.settle();
  const types = ['session.started', 'session.raised', 'session.ended'] as const;
  const events = await house.events.read({ ...ref, types, limit: 1_000 });
  return events.map(({ type, open }) => type === 'session.ended' ? String(open.reason) : type);
}

test('a session is found by its secret and by its id, at its own door only', async () => {
  const ref = await house.person();
  const { session, secret } = await start(ref);
  assert.equal(session.assurance.acr, 'urn:limen:acr:phr');
  assert.deepEqual([session.device, session.client], ['Firefox on Linux', 'shop']);
  assert.deepEqual(await sessions.findBySecret('customers', secret), session);
  assert.deepEqual(await sessions.find('customers', session.id), session);
  assert.deepEqual(await sessions.list(database.db, ref), [session]);
  assert.equal(await sessions.findBySecret('workforce', secret), undefined);
  assert.equal(await sessions.find('workforce', session.id), undefined);
  for (const wrong of ['', session.id, `${secret}x`, secret.toUpperCase(), 'a'.repeat(1_000_000)]) {
    assert.equal(await sessions.findBySecret('customers', wrong), undefined);
  }
  assert.equal(await sessions.find('customers', 'no id'), undefined);
  assert.deepEqual(await sessions.list(database.db, { ...ref, principal: 'no id' }), []);
});

test('the secret is nowhere in the database', async () => {
  const { secret } = await start(await house.person());
  const { rows } = await database.pool.query<{ text: string }>('select session::text as text from session');
  assert.ok(rows.length > 0);
  assert.ok(rows.every(({ text }) => !text.includes(secret) && !text.includes(Buffer.from(secret).toString('hex'))));
});

test('without proofs that count at this door there is no session', async () => {
  await assert.rejects(start(await house.person(), []), code('credential.refused'));
  await assert.rejects(start(await employee(), [proof('email-code'), proof('invitation')]), code('credential.refused'));
  await assert.rejects(start({ population: 'customers', principal: crypto.randomUUID() }), code('principal.unknown'));
});

test('raising adds proofs and gives another secret; the one before stops, the id stays', async () => {
  const ref = await house.person();
  const { session, secret } = await start(ref, [proof('password')]);
  house.clock.advance(hour);
  const raised = await raise(session, proof('totp'));
  assert.equal(raised.session.id, session.id);
  assert.notEqual(raised.secret, secret);
  assert.equal(raised.session.assurance.acr, 'urn:limen:acr:mfa');
  assert.deepEqual(raised.session.assurance.authenticatedAt, house.clock());
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
  assert.deepEqual(await sessions.findBySecret('customers', raised.secret), raised.session);
  assert.deepEqual(await told(ref), ['session.started', 'session.raised']);
});

test('two who raise one session at once: both proofs count, one secret works', async () => {
  const { session } = await start(await house.person(), [proof('email-code')]);
  const both = await Promise.all([raise(session, proof('password')), raise(session, proof('totp'))]);
  const found = await Promise.all(both.map(({ secret }) => sessions.findBySecret('customers', secret)));
  assert.equal(found.filter(Boolean).length, 1);
  assert.equal(found.find(Boolean)?.assurance.acr, 'urn:limen:acr:mfa');
});

test('what has ended, or was never this session, cannot be raised', async () => {
  const { session } = await start(await employee());
  const other = await employee();
  await assert.rejects(raise({ ...session, principal: other.principal }, proof('totp')), code('session.ended'));
  await assert.rejects(raise({ ...session, population: 'customers' }, proof('totp')), code('session.ended'));
  await database.transaction((tx) => sessions.end(tx, 'workforce', session.id, 'signed-out', actor));
  await assert.rejects(raise(session, proof('totp')), code('session.ended'));
  const { session: late } = await start(other);
  house.clock.advance(hour);
  await assert.rejects(raise(late, proof('totp')), code('session.ended'));
});

test('an employee\'s session ends one hour after it was last used', async () => {
  const { session, secret } = await start(await employee());
  house.clock.advance(59 * minute);
  assert.ok(await sessions.findBySecret('workforce', secret));
  house.clock.advance(hour - 1);
  assert.ok(await sessions.find('workforce', session.id));
  house.clock.advance(1);
  assert.equal(await sessions.find('workforce', session.id), undefined);
  assert.equal(await sessions.findBySecret('workforce', secret), undefined);
});

test('asking by id is no use of a session', async () => {
  const { session } = await start(await employee());
  house.clock.advance(30 * minute);
  assert.ok(await sessions.find('workforce', session.id));
  house.clock.advance(30 * minute);
  assert.equal(await sessions.find('workforce', session.id), undefined);
});

test('an employee\'s session ends after twelve hours however much it is used', async () => {
  const { secret, session } = await start(await employee());
  assert.deepEqual(session.expiresAt, new Date(session.startedAt.getTime() + 12 * hour));
  for (let n = 0; n < 24; n++) {
    assert.ok(await sessions.findBySecret('workforce', secret), `after ${n / 2} hours`);
    house.clock.advance(30 * minute);
  }
  assert.equal(await sessions.findBySecret('workforce', secret), undefined);
});

test('a customer\'s session lives for thirty days, used or not', async () => {
  const { secret } = await start(await house.person());
  house.clock.advance(30 * day - 1);
  assert.ok(await sessions.findBySecret('customers', secret));
  house.clock.advance(1);
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
});

test('for three days after a recovery sessions are short, until a factor is shown', async () => {
  const ref = await house.person();
  await database.transaction((tx) => house.directory.noteRecovery(tx, ref, house.clock()));
  const { session } = await start(ref, [proof('email-code'), proof('password')]);
  assert.equal(session.assurance.acr, 'urn:limen:acr:basic');
  assert.equal(session.expiresAt.getTime() - session.startedAt.getTime(), 12 * hour);
  house.clock.advance(hour);
  // To sign in again with the password that was just set is no way round it.
  const again = await start(ref, [proof('password')]);
  assert.equal(again.session.expiresAt.getTime() - again.session.startedAt.getTime(), 12 * hour);
  const still = await raise(again.session, proof('password'));
  assert.deepEqual(still.session.expiresAt, again.session.expiresAt);
  const raised = await raise(still.session, proof('totp'));
  assert.equal(raised.session.expiresAt.getTime() - raised.session.startedAt.getTime(), 30 * day);
  assert.deepEqual((await sessions.find('customers', raised.session.id))?.expiresAt, raised.session.expiresAt);
  house.clock.advance(12 * hour - 1);
  assert.equal(await sessions.find('customers', session.id), undefined);
  house.clock.advance(60 * hour);
  const settled = await start(ref, [proof('password')]);
  assert.equal(settled.session.expiresAt.getTime() - settled.session.startedAt.getTime(), 30 * day);
});

test('a session is marked as seen once a minute', async () => {
  const { secret, session } = await start(await house.person());
  house.clock.advance(minute - second);
  assert.deepEqual((await sessions.findBySecret('customers', secret))?.lastSeenAt, session.startedAt);
  house.clock.advance(second);
  await sessions.findBySecret('customers', secret);
  assert.deepEqual((await sessions.find('customers', session.id))?.lastSeenAt, house.clock());
});

test('a suspended principal\'s sessions are refused at once and ended by event', async () => {
  const ref = await house.person();
  const { session, secret } = await start(ref);
  await database.transaction((tx) => house.directory.suspend(tx, ref, actor, 'fraud'));
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
  assert.equal(await sessions.find('customers', session.id), undefined);
  assert.deepEqual(await sessions.list(database.db, ref), []);
  await assert.rejects(start(ref), code('principal.suspended'));
  await assert.rejects(raise(session, proof('totp')), code('session.ended'));

  house.clock.advance(second);
  await database.transaction((tx) => house.directory.reactivate(tx, ref, actor, 'cleared'));
  house.clock.advance(second);
  const later = await start(ref);
  await house.events.settle();
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
  assert.ok(await sessions.findBySecret('customers', later.secret));
  assert.deepEqual(await told(ref), ['session.started', 'session.started', 'principal-suspended']);
});

test('erasing a principal ends the sessions and forgets the devices', async () => {
  const ref = await house.person();
  await start(ref);
  await database.transaction((tx) => house.directory.erase(tx, ref, actor, 'asked'));
  await house.events.settle();
  const { rows } = await database.pool.query(
    'select device, end_reason from session where principal = $1', [ref.principal]);
  assert.deepEqual(rows, [{ device: null, end_reason: 'principal-suspended' }]);
});

test('a browser counts once somebody is confirmed in it, or a week after it was first seen; a raise moves the session to its browser', async () => {
  const ref = await house.person();
  const [own, strange] = [Buffer.from('own browser'), Buffer.from('another browser')];
  const begin = (deviceHash: Buffer, confirmed: boolean) => database.transaction((tx) => (
    sessions.start(tx, { ref, proofs: [proof('password')], deviceHash, confirmed })));
  const raiseIn = (session: Session, deviceHash: Buffer, confirmed: boolean) => database.transaction((tx) => (
    sessions.raise(tx, session, [proof('totp')], { deviceHash, userAgent: firefox, confirmed })));
  const seen = house.clock();
  const { session } = await begin(own, false);
  assert.equal(await sessions.deviceKnownSince(session), undefined);
  house.clock.advance(hour);
  await raiseIn(session, own, true);
  assert.deepEqual(await sessions.deviceKnownSince(session), house.clock(), 'from the step-up on');
  await raiseIn(session, strange, false);
  assert.equal(await sessions.deviceKnownSince(session), undefined, 'it is in another browser now');
  assert.equal(await sessions.knownSince(database.db, ref, strange), undefined);
  house.clock.advance(7 * day);
  assert.deepEqual(await sessions.knownSince(database.db, ref, own), seen);
  assert.deepEqual(await sessions.deviceKnownSince(session), new Date(seen.getTime() + hour));
  await database.transaction((tx) => sessions.endAll(tx, ref, 'reported', actor));
  for (const device of [own, strange]) assert.equal(await sessions.knownSince(database.db, ref, device), undefined);
});

test('all sessions of a principal end but the one that is kept, and each is told once', async () => {
  const [ref, other] = [await house.person(), await house.person()];
  const [kept, ...gone] = [await start(ref), await start(ref), await start(ref)];
  const untouched = await start(other);
  const endAll = () => database.transaction((tx) => (
    sessions.endAll(tx, ref, 'credential-removed', actor, kept!.session.id)));
  const counts = await Promise.all([endAll(), endAll()]);
  assert.equal(counts[0]! + counts[1]!, 2);
  assert.deepEqual((await sessions.list(database.db, ref)).map(({ id }) => id), [kept!.session.id]);
  for (const { secret } of gone) assert.equal(await sessions.findBySecret('customers', secret), undefined);
  assert.ok(await sessions.findBySecret('customers', untouched.secret));
  assert.equal((await told(ref)).filter((type) => type === 'credential-removed').length, 2);
});

test('ending is told with its reason and only once', async () => {
  const ref = await house.person();
  const { session } = await start(ref);
  const end = (population: string, id: string, reason: SessionEndReason) => (
    database.transaction((tx) => sessions.end(tx, population, id, reason, actor)));
  await end('workforce', session.id, 'operator');
  assert.ok(await sessions.find('customers', session.id));
  for (const reason of ['signed-out', 'operator'] as const) await end('customers', session.id, reason);
  await end('customers', 'no id', 'operator');
  assert.deepEqual(await told(ref), ['session.started', 'signed-out']);
});

test('what another server did is true here at once', async () => {
  const other = await database.another();
  const elsewhere = createSessions({
    database: other, clock: house.clock, random: systemRandomness, policies: house.policies,
    directory: house.directory, events: testEventLog(other, { clock: house.clock }),
  });
  const { session, secret } = await start(await house.person());
  assert.deepEqual(await elsewhere.findBySecret('customers', secret), session);
  await other.transaction((tx) => elsewhere.end(tx, 'customers', session.id, 'signed-out', actor));
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
});

test('of more than a hundred sessions the oldest ends', async () => {
  const ref = await house.person();
  const first = await start(ref);
  for (let n = 0; n < 100; n++) {
    house.clock.advance(1);
    await start(ref);
  }
  assert.equal((await sessions.list(database.db, ref)).length, 100);
  assert.equal(await sessions.findBySecret('customers', first.secret), undefined);
  assert.ok((await told(ref)).includes('replaced'));
});

test('a stricter policy holds for sessions that were there before, a laxer one does not prolong them', async () => {
  const publish = async (total: string) => {
    const { content, version } = await house.policies.current('customers');
    await database.transaction((tx) => house.policies.publish(tx, {
      population: 'customers', content: { ...content, sessions: { total } }, basedOn: version, publishedBy: 'ada',
    }));
  };
  const { session, secret } = await start(await house.person());
  await publish('90d');
  assert.deepEqual((await sessions.find('customers', session.id))?.expiresAt, session.expiresAt);
  await publish('1h');
  house.clock.advance(hour - 1);
  assert.ok(await sessions.findBySecret('customers', secret));
  house.clock.advance(1);
  assert.equal(await sessions.findBySecret('customers', secret), undefined);
  await publish('30d');
});

test('the job ends what is overdue, with its reason, in batches, and later removes the rows', async () => {
  const deps = { database, clock: house.clock, events: house.events, policies: house.policies };
  house.clock.advance(31 * day);
  await endExpiredSessions(deps);
  const [idle, expired, customer] = [await employee(), await employee(), await house.person()];
  await start(idle);
  const { secret } = await start(expired);
  await start(customer);
  assert.equal(await endExpiredSessions(deps), 0);
  for (let n = 0; n < 12; n++) {
    await sessions.findBySecret('workforce', secret);
    house.clock.advance(hour - 1);
    await sessions.findBySecret('workforce', secret);
  }
  house.clock.advance(12);
  const [one, two] = await Promise.all([endExpiredSessions(deps), endExpiredSessions(deps)]);
  assert.equal(one + two, 2);
  assert.deepEqual(await told(idle), ['session.started', 'idle']);
  assert.deepEqual(await told(expired), ['session.started', 'expired']);
  assert.deepEqual(await told(customer), ['session.started']);
  house.clock.advance(61 * day);
  await endExpiredSessions(deps);
  assert.deepEqual((await told(customer)).at(-1), 'expired');
  const { rows } = await database.pool.query(
    'select 1 from session where principal = any($1)', [[idle.principal, expired.principal]]);
  assert.equal(rows.length, 0);
});
