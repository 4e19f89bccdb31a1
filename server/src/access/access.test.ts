import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsoleRole } from '../../../contract/admin/roles.ts';
import { testDirectory } from '../directory/testing.ts';
import { day, hasCode, hour, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import type { GiveRole } from './access.ts';
import { createAccess } from './create-access.ts';

const database = await testDatabase();
const { clock, events, directory, policies, person } = await testDirectory(database);
const withoutPasskey = new Set<string>();
const access = createAccess({
  database, clock, random: systemRandomness, events, policies, directory,
  holdsPasskey: async (_db, { principal }) => !withoutPasskey.has(principal),
});
const actor = { kind: 'operator', id: 'local' } as const;

const employee = (): Promise<PrincipalRef> => person({ population: 'workforce' });
const give = (ref: PrincipalRef, role: ConsoleRole, target: string, more: Partial<GiveRole> = {}) => (
  database.transaction((tx) => access.grantRole(tx, {
    ref, role, target, basis: 'operator', purpose: 'to be tested', owner: 'tests', expiresAt: null, actor, ...more,
  })));
const revoke = (target: string, grant: string) => (
  database.transaction((tx) => access.revokeRole(tx, { target, grant, reason: 'left the team', actor })));
const heldBy = async (ref: PrincipalRef) => (
  (await access.rolesOf(database.db, ref)).map(({ role, target }) => `${role}@${target}`).sort());
const code = (expected: Parameters<typeof hasCode>[1]) => (error: unknown) => hasCode(error, expected);

test('a role is held at one population, told of, and gone when it is withdrawn', async () => {
  const ref = await employee();
  const grant = await give(ref, 'support', 'customers');
  await give(ref, 'reader', 'workforce');
  assert.deepEqual(await heldBy(ref), ['reader@workforce', 'support@customers']);
  await revoke('customers', grant.id);
  assert.deepEqual(await heldBy(ref), ['reader@workforce']);
  await assert.rejects(revoke('customers', grant.id), code('grant.unknown'));
  await events.settle();
  const told = await events.read({ principal: ref.principal, types: ['grant.given', 'grant.withdrawn'], limit: 10 });
  assert.deepEqual(told.map(({ type, open }) => [type, open['entitlement'], open['target']]), [
    ['grant.given', 'console:support', 'customers'], ['grant.given', 'console:reader', 'workforce'],
    ['grant.withdrawn', 'console:support', 'customers'],
  ]);
});

test('a grant of another population is not withdrawn through this one', async () => {
  const grant = await give(await employee(), 'analyst', 'customers');
  await assert.rejects(revoke('workforce', grant.id), code('grant.unknown'));
});

test('given again it is the same grant with another purpose and end', async () => {
  const ref = await employee();
  const first = await give(ref, 'analyst', 'customers');
  const expiresAt = new Date(clock().getTime() + day);
  const second = await give(ref, 'analyst', 'customers', { purpose: 'for the audit', expiresAt });
  assert.equal(second.id, first.id);
  assert.deepEqual([second.purpose, second.expiresAt], ['for the audit', expiresAt]);
  assert.equal((await heldBy(ref)).length, 1);
});

test('a grant whose end has come counts for nothing, and may be given again', async () => {
  const ref = await employee();
  await give(ref, 'reader', 'customers', { expiresAt: new Date(clock().getTime() + hour) });
  assert.deepEqual(await heldBy(ref), ['reader@customers']);
  clock.advance(hour);
  assert.deepEqual(await heldBy(ref), []);
  assert.ok(!(await access.grantsAt(database.db, 'customers')).some(({ principal }) => principal === ref.principal));
  await assert.rejects(give(ref, 'reader', 'customers', { expiresAt: clock() }), code('request.invalid'));
  await give(ref, 'reader', 'customers');
  assert.deepEqual(await heldBy(ref), ['reader@customers']);
});

test('roles are for active people of the workforce', async () => {
  const customer = await person();
  await assert.rejects(give(customer, 'reader', 'customers'), code('grant.not_possible'));
  const suspended = await employee();
  await database.transaction((tx) => directory.suspend(tx, suspended, actor, 'leave'));
  await assert.rejects(give(suspended, 'reader', 'customers'), code('grant.not_possible'));
  const unknown = { population: 'workforce', principal: '00000000-0000-7000-8000-000000000000' };
  await assert.rejects(give(unknown, 'reader', 'customers'), code('grant.not_possible'));
  await assert.rejects(give(await employee(), 'reader', 'nowhere'), code('population.unknown'));
});

test('nobody without a passkey gets a role, or whoever makes their first one would have it', async () => {
  const ref = await employee();
  withoutPasskey.add(ref.principal);
  await assert.rejects(give(ref, 'reader', 'customers'), code('grant.not_possible'));
  withoutPasskey.delete(ref.principal);
  await give(ref, 'reader', 'customers');
});

test('what was prepared before a role was given is worth nothing: open links and earlier proofs', async () => {
  const ref = await employee();
  const { token } = await database.transaction((tx) => directory.invite(tx, ref, { purpose: 'enrol', lifetime: hour, actor }));
  assert.equal((await directory.findPrincipal(database.db, ref))?.proofsCountFrom, null);
  await give(ref, 'support', 'customers');
  await assert.rejects(directory.findInvitation(database.db, 'workforce', token), code('link.invalid'));
  assert.deepEqual((await directory.findPrincipal(database.db, ref))?.proofsCountFrom, clock());
});

test('a suspended principal holds nothing until they are let back in; an erased one loses it for good', async () => {
  const ref = await employee();
  await give(ref, 'support', 'customers');
  await database.transaction((tx) => directory.suspend(tx, ref, actor, 'leave'));
  assert.deepEqual(await heldBy(ref), []);
  await database.transaction((tx) => directory.reactivate(tx, ref, actor, 'back'));
  assert.deepEqual(await heldBy(ref), ['support@customers']);
  await database.transaction((tx) => directory.erase(tx, ref, actor, 'left'));
  assert.deepEqual(await heldBy(ref), []);
  await events.settle();
  assert.ok(!(await access.grantsAt(database.db, 'customers')).some(({ principal }) => principal === ref.principal));
});

test('the last lasting owner stays: not withdrawn, not given an end, not shut out', async () => {
  const target = 'workloads';
  assert.equal(await access.hasOwner(database.db, target), false);
  const ada = await employee();
  const first = await give(ada, 'owner', target);
  assert.equal(await access.hasOwner(database.db, target), true);
  const expiresAt = new Date(clock().getTime() + day);
  const bob = await employee();
  await give(bob, 'owner', target, { expiresAt });
  const last = code('grant.last_owner');
  await assert.rejects(revoke(target, first.id), last);
  await assert.rejects(give(ada, 'owner', target, { expiresAt }), last);
  await assert.rejects(database.transaction((tx) => access.keepOwners(tx, ada)), last);
  // Who has an end already is nobody to rely on, and may go.
  await database.transaction((tx) => access.keepOwners(tx, bob));
  await give(bob, 'owner', target);
  await database.transaction((tx) => directory.suspend(tx, bob, actor, 'leave'));
  await assert.rejects(revoke(target, first.id), last);
  await database.transaction((tx) => directory.reactivate(tx, bob, actor, 'back'));
  await revoke(target, first.id);
  assert.deepEqual(await heldBy(ada), []);
  assert.equal(await access.hasOwner(database.db, target), true);
});

test('of two owners who withdraw each other at the same time one stays', async () => {
  const target = 'customers';
  const grants = [await give(await employee(), 'owner', target), await give(await employee(), 'owner', target)];
  const outcomes = await Promise.allSettled(grants.map(({ id }) => revoke(target, id)));
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal(await access.hasOwner(database.db, target), true);
});

test('last use is noted once an hour', async () => {
  const ref = await employee();
  await give(ref, 'analyst', 'customers');
  const use = async () => {
    await access.touch(database.db, await access.rolesOf(database.db, ref));
    return (await access.rolesOf(database.db, ref))[0]!.lastUsedAt;
  };
  const first = await use();
  assert.deepEqual(first, clock());
  clock.advance(hour - 1);
  assert.deepEqual(await use(), first);
  clock.advance(1);
  assert.deepEqual(await use(), clock());
});
