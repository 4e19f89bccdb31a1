import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { day, hasCode, hour, type PrincipalRef } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { Directory } from './directory.ts';
import { testDirectory, type TestDirectory } from './testing.ts';

const actor = { kind: 'operator', id: 'local' } as const;
const runs = { first: '0197a000-0000-7000-8000-000000000001', second: '0197a000-0000-7000-8000-000000000002' };
let database: TestDatabase;
let house: TestDirectory;
let directory: Directory;
before(async () => {
  database = await testDatabase();
  house = await testDirectory(database);
  ({ directory } = house);
});

const within = <T>(work: (tx: TestDatabase['db']) => Promise<T>): Promise<T> => database.transaction(work);
const code = (expected: Parameters<typeof hasCode>[1]) => (error: unknown): boolean => hasCode(error, expected);
const add = (ref: PrincipalRef, value: string, run?: string) => within((tx) => (
  directory.addIdentifier(tx, ref, { kind: 'email', value, actor, ...(run ? { run } : {}) })));
const verify = (ref: PrincipalRef, value: string, run?: string) => within((tx) => (
  directory.verifyIdentifier(tx, ref, { kind: 'email', value, actor, ...(run ? { run } : {}) })));
const invite = (ref: PrincipalRef) => within((tx) => (
  directory.invite(tx, ref, { purpose: 'enrol', lifetime: 24 * hour, actor })));
const accept = (token: string, population = 'customers') => within((tx) => (
  directory.acceptInvitation(tx, population, token)));

async function typesOf(ref: PrincipalRef): Promise<readonly string[]> {
  await house.events.settle();
  return (await house.events.read({ ...ref, limit: 100 })).map(({ type }) => type);
}

test('a principal is in one population and unknown at the others', async () => {
  const ref = await house.person({ displayName: ' Ada Lovelace ', locale: 'en-gb' });
  const found = await directory.findPrincipal(database.db, ref);
  assert.equal(found?.displayName, 'Ada Lovelace');
  assert.equal(found?.locale, 'en-GB');
  assert.equal(await directory.findPrincipal(database.db, { ...ref, population: 'workforce' }), undefined);
  assert.equal(await directory.findPrincipal(database.db, { ...ref, principal: 'x' }), undefined);
  assert.deepEqual(await typesOf(ref), ['principal.created']);
});

test('no principal comes into being where there is no population, and no person among workloads', async () => {
  await assert.rejects(house.person({ population: 'nowhere' }), code('population.unknown'));
  await assert.rejects(house.person({ population: 'workloads' }), code('request.invalid'));
  assert.ok(await house.person({ population: 'workloads', kind: 'service' }));
});

test('an identifier reserves and matches nothing until it is verified', async () => {
  const [one, two] = [await house.person(), await house.person()];
  await add(one, 'Shared@Example.org');
  await add(two, 'shared@example.ORG');
  assert.equal(await directory.findByIdentifier(database.db, 'customers', 'shared@example.org'), undefined);
  const { droppedFrom } = await verify(two, 'SHARED@example.org');
  assert.deepEqual(droppedFrom, [one]);
  const holder = await directory.findByIdentifier(database.db, 'customers', 'shared@EXAMPLE.org');
  assert.equal(holder?.principal, two.principal);
  assert.equal(await directory.findByIdentifier(database.db, 'workforce', 'shared@example.org'), undefined);
  assert.deepEqual(await directory.identifiers(database.db, one), []);
  assert.equal((await directory.identifiers(database.db, two))[0]?.value, 'shared@example.ORG');
  assert.ok((await typesOf(one)).includes('identifier.dropped'));
});

test('what another has verified is taken, and the transaction that learns of it can go on', async () => {
  await house.person({ email: 'taken@example.org' });
  const late = await house.person();
  await within(async (tx) => {
    const input = { kind: 'email', value: 'taken@example.org', actor } as const;
    await directory.addIdentifier(tx, late, input);
    await assert.rejects(directory.verifyIdentifier(tx, late, input), code('identifier.taken'));
    await directory.addIdentifier(tx, late, { ...input, value: 'other@example.org' });
  });
  assert.deepEqual((await directory.identifiers(database.db, late)).map(({ verifiedAt }) => verifiedAt), [null, null]);
});

test('of two who prove the same address at once one gets it', async () => {
  const people = [await house.person(), await house.person()];
  for (const each of people) await add(each, 'race@example.org');
  const results = await Promise.allSettled(people.map((each) => verify(each, 'race@example.org')));
  const lost = results.filter((result) => result.status === 'rejected');
  assert.equal(lost.length, 1);
  // The loser learns either that it is taken or that it lost its unproved claim.
  assert.ok(hasCode(lost[0]!.reason, 'identifier.taken') || hasCode(lost[0]!.reason, 'identifier.invalid'));
});

test('a first verification by another run says so and withdraws the links made before', async () => {
  const ref = await house.person();
  await add(ref, 'hijack@example.org', runs.first);
  const { token } = await invite(ref);
  const { droppedFrom } = await verify(ref, 'hijack@example.org', runs.second);
  assert.deepEqual(droppedFrom, [ref]);
  await assert.rejects(accept(token), code('link.invalid'));
  assert.deepEqual((await verify(ref, 'hijack@example.org', runs.first)).droppedFrom, []);
});

test('the run that added it verifies it without a loss', async () => {
  const ref = await house.person();
  await add(ref, 'own@example.org', runs.first);
  assert.deepEqual((await verify(ref, 'own@example.org', runs.first)).droppedFrom, []);
});

test('a name of one kind is not free for another', async () => {
  const [one, two] = [await house.person(), await house.person()];
  for (const [ref, kind] of [[one, 'username'], [two, 'employee-number']] as const) {
    await within((tx) => directory.addIdentifier(tx, ref, { kind, value: 'X100', actor }));
  }
  await within((tx) => directory.verifyIdentifier(tx, one, { kind: 'username', value: 'x100', actor }));
  await assert.rejects(
    within((tx) => directory.verifyIdentifier(tx, two, { kind: 'employee-number', value: 'X100', actor })),
    (error) => hasCode(error, 'identifier.taken') || hasCode(error, 'identifier.invalid'));
});

test('identifiers are bounded and checked', async () => {
  const ref = await house.person();
  await assert.rejects(add(ref, 'not an address'), code('identifier.invalid'));
  for (let n = 0; n < 10; n++) await add(ref, `n${n}@example.org`);
  await add(ref, 'N1@example.org');
  await assert.rejects(add(ref, 'n10@example.org'), code('identifier.invalid'));
  await assert.rejects(add({ ...ref, principal: crypto.randomUUID() }, 'a@example.org'), code('principal.unknown'));
});

test('a link works once, for its population, until its time is over', async () => {
  const ref = await house.person();
  const { token, invitation } = await invite(ref);
  assert.equal((await directory.findInvitation(database.db, 'customers', token)).id, invitation.id);
  await assert.rejects(accept(token, 'workforce'), code('link.invalid'));
  await assert.rejects(accept(`${token}x`), code('link.invalid'));
  assert.equal((await accept(token)).principal, ref.principal);
  await assert.rejects(accept(token), code('link.used'));
  await assert.rejects(directory.findInvitation(database.db, 'customers', token), code('link.used'));

  const late = await invite(ref);
  house.clock.advance(24 * hour);
  await assert.rejects(accept(late.token), code('link.expired'));
  assert.deepEqual((await typesOf(ref)).filter((type) => type.startsWith('invitation')),
    ['invitation.issued', 'invitation.accepted', 'invitation.issued']);
});

test('of two who use a link at once one wins', async () => {
  const { token } = await invite(await house.person());
  const results = await Promise.allSettled([accept(token), accept(token), accept(token)]);
  assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected']);
  for (const result of results) if (result.status === 'rejected') assert.ok(hasCode(result.reason, 'link.used'));
});

test('a link used in a transaction that fails still works', async () => {
  const { token } = await invite(await house.person());
  await assert.rejects(within(async (tx) => {
    await directory.acceptInvitation(tx, 'customers', token);
    throw new Error('no');
  }), /no/);
  assert.ok(await accept(token));
});

test('a new link withdraws the one before, also when both are made at once', async () => {
  const ref = await house.person();
  const links = await Promise.all([invite(ref), invite(ref), invite(ref)]);
  const results = await Promise.allSettled(links.map(({ token }) => accept(token)));
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a link lives for at most seven days', async () => {
  const ref = await house.person();
  for (const lifetime of [0, -1, Number.NaN, 7 * day + 1]) {
    const made = within((tx) => directory.invite(tx, ref, { purpose: 'enrol', lifetime, actor }));
    await assert.rejects(made, code('request.invalid'));
  }
});

test('suspending withdraws links, is told once and can be undone', async () => {
  const ref = await house.person();
  const { token } = await invite(ref);
  for (let n = 0; n < 2; n++) await within((tx) => directory.suspend(tx, ref, actor, 'left'));
  assert.equal((await directory.findPrincipal(database.db, ref))?.state, 'suspended');
  await assert.rejects(accept(token), code('link.invalid'));
  await assert.rejects(invite(ref), code('principal.suspended'));
  for (let n = 0; n < 2; n++) await within((tx) => directory.reactivate(tx, ref, actor, 'back'));
  assert.equal((await directory.findPrincipal(database.db, ref))?.state, 'active');
  const types = await typesOf(ref);
  assert.equal(types.filter((type) => type === 'principal.suspended').length, 1);
  assert.equal(types.filter((type) => type === 'principal.reactivated').length, 1);
});

test('erasing removes names and identifiers and the key of what was told', async () => {
  const ref = await house.person({ email: 'gone@example.org', displayName: 'Gone Soon' });
  await within((tx) => directory.erase(tx, ref, actor, 'asked'));
  const left = await directory.findPrincipal(database.db, ref);
  assert.deepEqual([left?.state, left?.displayName], ['erased', null]);
  assert.equal(await directory.findByIdentifier(database.db, 'customers', 'gone@example.org'), undefined);
  await house.events.settle();
  const told = await house.events.read({ ...ref, types: ['identifier.added'], limit: 10, unseal: true });
  assert.deepEqual(told.map(({ personal }) => personal), ['erased']);
  await assert.rejects(within((tx) => directory.reactivate(tx, ref, actor, 'no')), code('principal.unknown'));
  assert.ok(await house.person({ email: 'gone@example.org' }));
});

test('the list is paged newest first and searched by the beginning of names and identifiers', async () => {
  const people = [];
  for (const name of ['Zoe 100% One', 'zoe 100_ Two', 'Zoe 100\\ Six']) {
    house.clock.advance(10);
    const email = `${name.at(-1)}z@list.example`;
    people.push(await house.person({ displayName: name, population: 'workforce', email }));
  }
  const list = (query: { search?: string; before?: string; limit?: number }) => (
    directory.listPrincipals(database.db, { population: 'workforce', limit: 2, ...query }));
  const first = await list({ search: 'ZOE 1' });
  assert.deepEqual(first.map(({ principal }) => principal), [people[2]!.principal, people[1]!.principal]);
  const second = await list({ search: 'ZOE 1', before: first[1]!.principal });
  assert.deepEqual(second.map(({ displayName }) => displayName), ['Zoe 100% One']);
  assert.equal(second[0]?.identifiers[0]?.value, 'ez@list.example');
  assert.deepEqual((await list({ search: 'zoe 100%' })).map(({ displayName }) => displayName), ['Zoe 100% One']);
  assert.deepEqual((await list({ search: 'zoe 100_' })).map(({ displayName }) => displayName), ['zoe 100_ Two']);
  assert.deepEqual((await list({ search: 'zoe 100\\' })).map(({ displayName }) => displayName), ['Zoe 100\\ Six']);
  assert.equal((await list({ search: 'EZ@list' })).length, 1);
  assert.deepEqual(await list({ search: 'nobody' }), []);
  assert.equal((await list({ before: 'not an id', limit: 1_000 })).length, 3);
});
