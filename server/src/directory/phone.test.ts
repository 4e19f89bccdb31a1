import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, type PrincipalRef } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { isRecentlyProved, readPhone } from './phone.ts';
import { allPlaces, newsPlaces } from './places.ts';
import { testDirectory } from './testing.ts';

const database = await testDatabase();
const { clock, directory, events, person } = await testDirectory(database);
const actor = { kind: 'system' } as const;
const number = '+49 1512 3456789';

const add = (ref: PrincipalRef, value = number) => (
  database.transaction((tx) => directory.addIdentifier(tx, ref, { kind: 'phone', value, actor })));
const verify = (ref: PrincipalRef, value = number) => (
  database.transaction((tx) => directory.verifyIdentifier(tx, ref, { kind: 'phone', value, actor })));
const whose = async (text: string) => (await directory.findByIdentifier(database.db, 'customers', text))?.principal;

test('a number is one number however it is written, and only with a region without its country', () => {
  for (const text of ['+49 1512 3456789', '+4915123456789', ' +49 (0)1512-3456789 ', '00491512 3456789', '01512 345 67 89']) {
    assert.equal(readPhone(text, 'DE')?.number, '+4915123456789', text);
  }
  assert.equal(readPhone('01512 3456789'), undefined);
  assert.equal(readPhone('01512 3456789', 'FR'), undefined);
  assert.equal(readPhone('\u0660\u0661\u0665\u0661\u0662 3456789', 'DE')?.number, '+4915123456789');
  assert.deepEqual(readPhone('+1 415 555 2671'), { number: '+14155552671', country: 'US', callingCode: '+1', shown: '+1 415 555 2671' });
});

test('what gets no texts, or costs whoever calls it, is no number here', () => {
  const refused = [
    '', '+', '110', '+49', '+49 30 123456', '+49 900 1234567', '+44 7011 234567', '+44 909 8790879', '+1 900 555 2671', '+33 1 23 45 67 89',
    '+882 16 1234567', '+49 1512 3456789 ext. 5', '+49 1512 3456789;ext=5', 'call +49 1512 3456789', `+49${'1'.repeat(60)}`, '+49 1512 345\u0000',
  ];
  assert.deepEqual(refused.filter((text) => readPhone(text, 'DE') !== undefined), []);
});

test('a number belongs to whoever proves it first; unproved it opens nothing', async () => {
  const [ada, bea] = [await person(), await person()];
  await add(ada);
  assert.equal(await whose(number), undefined);
  await add(bea);
  await verify(bea);
  assert.equal(await whose('+4915123456789'), bea.principal);
  assert.equal((await directory.identifiers(database.db, ada)).length, 0, 'who has not proved it has lost it');
  await add(ada);
  await assert.rejects(verify(ada), { code: 'identifier.taken' });
});

test('how long ago it was proved is known, counted from the last time', async () => {
  const cyn = await person();
  await add(cyn, '+49 1512 1111111');
  await assert.rejects(database.transaction((tx) => (
    directory.noteProved(tx, cyn, { kind: 'phone', value: '+4915121111111' }))), { code: 'identifier.invalid' });
  await verify(cyn, '+49 1512 1111111');
  clock.advance(39 * day);
  await database.transaction((tx) => directory.noteProved(tx, cyn, { kind: 'phone', value: '+4915121111111' }));
  clock.advance(2 * day);
  const [{ provedAt, verifiedAt } = assert.fail()] = await directory.identifiers(database.db, cyn);
  assert.equal(isRecentlyProved(provedAt, 40 * day, clock()), true);
  assert.equal(isRecentlyProved(verifiedAt, 40 * day, clock()), false);
  assert.equal(isRecentlyProved(null, 40 * day, clock()), false);
});

test('one that is removed is free again, and the log says why', async () => {
  const dee = await person({ email: 'dee@example.org' });
  await add(dee, '+49 1512 2222222');
  await verify(dee, '+49 1512 2222222');
  await database.transaction((tx) => directory.removeIdentifier(tx, dee, { kind: 'phone', value: '+4915122222222', reason: 'owner', actor }));
  assert.equal(await whose('+4915122222222'), undefined);
  await events.settle();
  const dropped = (await events.read({ ...dee, limit: 100 })).filter(({ type }) => type === 'identifier.dropped');
  assert.deepEqual(dropped.map(({ open }) => open), [{ kind: 'phone', reason: 'owner' }]);
  await assert.rejects(database.transaction((tx) => (
    directory.removeIdentifier(tx, dee, { kind: 'phone', value: '+4915122222222', reason: 'owner', actor }))), { code: 'identifier.invalid' });
});

test('news go to addresses, and to numbers only where there is no address', () => {
  const at = new Date();
  const of = (kind: 'email' | 'phone', value: string, verifiedAt: Date | null = at) => ({ kind, value, verifiedAt, provedAt: at });
  const both = [of('phone', number), of('email', 'ada@example.org'), of('email', 'unproved@example.org', null)];
  assert.deepEqual(newsPlaces(both), [{ to: 'ada@example.org', channel: 'email' }]);
  assert.deepEqual(newsPlaces(both.slice(0, 1)), [{ to: '+4915123456789', channel: 'sms' }]);
  assert.equal(allPlaces(both).length, 2);
});
