import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDirectory } from '../directory/testing.ts';
import { systemRandomness } from '../kernel/index.ts';
import { testKeys } from '../keys/testing.ts';
import { createOutbound } from '../outbound/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createFederation } from './create-federation.ts';
import type { UpstreamIdentity } from './federation.ts';

const database = await testDatabase();
const { clock, events, directory, policies, person } = await testDirectory(database);
const { sealer } = testKeys(database, { clock });
const federation = createFederation({
  database, events, sealer, policies, directory, outbound: createOutbound({ allow: [] }), clock, random: systemRandomness, log: silentLog,
});
const occasion = { actor: { kind: 'system' } } as const;
const identity = (subject: string, issuer = 'https://one.example'): UpstreamIdentity => (
  { provider: 'one', issuer, subject, emailProved: false, twoFactors: false, at: clock() });
const link = (ref: Parameters<typeof federation.link>[1], of: UpstreamIdentity) => (
  database.transaction((tx) => federation.link(tx, ref, of, occasion)));
const whose = async (population: string, of: UpstreamIdentity) => (
  (await database.transaction((tx) => federation.findLinked(tx, population, of)))?.principal);

test('an identity opens one account of a population, and a link never moves', async () => {
  const [ada, eve, employee] = [await person(), await person(), await person({ population: 'workforce' })];
  assert.equal(await link(ada, identity('1')), true);
  assert.equal(await link(ada, identity('1')), true, 'the same again');
  assert.equal(await link(eve, identity('1')), false);
  assert.equal(await whose('customers', identity('1')), ada.principal);
  assert.equal(await whose('workforce', identity('1')), undefined);
  assert.equal(await link(employee, identity('1')), true, 'another population has links of its own');
});

test('the same subject of another issuer is somebody else', async () => {
  const [ada, eve] = [await person(), await person()];
  await link(ada, identity('2'));
  assert.equal(await whose('customers', identity('2', 'https://two.example')), undefined);
  assert.equal(await link(eve, identity('2', 'https://two.example')), true);
});

test('an account has a bounded number of links', async () => {
  const ada = await person();
  for (let n = 0; n < 20; n += 1) assert.equal(await link(ada, identity(`many-${n}`)), true);
  assert.equal(await link(ada, identity('one-more')), false);
  assert.equal((await federation.links(database.db, ada)).length, 20);
});

test('links go with an address that was another\'s, and with the person', async () => {
  const [ada, eve] = [await person(), await person()];
  await link(ada, identity('3'));
  await database.transaction((tx) => federation.removeLinks(tx, ada, 'identifier-taken-over', occasion));
  assert.equal(await whose('customers', identity('3')), undefined);
  await link(eve, identity('4'));
  await database.transaction((tx) => directory.erase(tx, eve, { kind: 'operator', id: 'test' }, 'left'));
  await events.settle();
  assert.deepEqual(await federation.links(database.db, eve), []);
  const told = await events.read({ types: ['federation.unlinked'], limit: 10 });
  assert.deepEqual(told.map(({ open }) => open['reason']), ['identifier-taken-over', 'principal-erased']);
});
