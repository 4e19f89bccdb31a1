import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hash } from '@node-rs/argon2';
import { sql } from 'kysely';
import { hasCode, newId, systemRandomness, type LimenError, type PrincipalRef } from '../../kernel/index.ts';
import type { Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';

// The callers' pool has one connection: what counts tries must not need a second one from it.
const { credentials, database, clock, told } = await testCredentials({ callersPool: 1 });
const { passwords } = credentials;
const occasion: Occasion = { actor: { kind: 'system' }, identifier: 'maria@example.org' };
const good = 'lamp river quartz';
const rules = { minimum: 15, context: ['Shop'], occasion };

const somebody = (population = 'customers'): PrincipalRef => (
  { population, principal: newId(clock(), systemRandomness) });
const set = (ref: PrincipalRef, password: string): Promise<void> =>
  database.transaction((tx) => passwords.set(tx, ref, password, rules));

async function storedHash(ref: PrincipalRef): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`select hash from credential_password
    where population = ${ref.population} and principal = ${ref.principal}`.execute(database.db);
  return rows[0]?.hash;
}

test('the right password of the right person in the right population is taken, any other is not', async () => {
  const [ref, other] = [somebody(), somebody()];
  await set(ref, good);
  await set(other, 'another river quartz');
  assert.equal(await passwords.verify('customers', ref, good, occasion), true);
  assert.equal(await passwords.verify('customers', ref, good.toUpperCase(), occasion), false);
  assert.equal(await passwords.verify('customers', other, good, occasion), false);
  assert.equal(await passwords.verify('workforce', { ...ref, population: 'workforce' }, good, occasion), false);
  assert.equal(await passwords.verify('customers', undefined, good, occasion), false);
  assert.equal(await passwords.verify('customers', somebody(), good, occasion), false);
  assert.equal(await passwords.verify('customers', ref, good + 'x'.repeat(10_000), occasion), false);
  assert.deepEqual((await told(ref)).slice(0, 3), ['credential.bound', 'credential.accepted', 'credential.refused']);
});

test('the stored form is argon2id with our parameters and a salt of its own', async () => {
  const [ref, other] = [somebody(), somebody()];
  await set(ref, good);
  await set(other, good);
  assert.match((await storedHash(ref))!, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(await storedHash(ref), await storedHash(other));
});

test('keyboards that compose characters in different ways type the same password', async () => {
  const ref = somebody();
  await set(ref, 'cafe\u0301 river quartz \ufb01ne');
  assert.equal(await passwords.verify('customers', ref, 'caf\u00e9 river quartz fine', occasion), true);
});

test('one that may not be used is refused with its fault and replaces nothing', async () => {
  const ref = somebody();
  await set(ref, good);
  for (const [password, fault] of [['tiny one', 'too-short'], ['passwordpassword', 'common'], ['fypjhbr007dfcz007rfr', 'common']] as const) {
    await assert.rejects(set(ref, password), (error) => hasCode(error, 'password.unacceptable')
      && (error as LimenError).faults[0]?.problem === fault && !(error as LimenError).message.includes(password));
  }
  assert.equal(await passwords.verify('customers', ref, good, occasion), true);
});

test('what stands in a list of breached passwords is judged common before it is set, and told of one that is in use', async () => {
  assert.equal(await passwords.judge('fypjhbr007dfcz007rfr', 15, []), 'common');
  assert.equal(await passwords.judge(good, 15, []), undefined);
  assert.deepEqual([await passwords.isBreached('fypjhbr007dfcz007rfr'), await passwords.isBreached(good)], [true, false]);
});

test('a new password takes the place of the old one', async () => {
  const ref = somebody();
  await set(ref, good);
  await set(ref, 'copper violin garden');
  assert.equal(await passwords.verify('customers', ref, good, occasion), false);
  assert.equal(await passwords.verify('customers', ref, 'copper violin garden', occasion), true);
  assert.equal((await credentials.list(database.db, ref)).length, 1);
  assert.deepEqual((await told(ref)).slice(0, 3), ['credential.bound', 'credential.removed', 'credential.bound']);
});

test('a hash of weaker parameters is renewed at the next sign-in, and only then', async () => {
  const ref = somebody();
  await set(ref, good);
  const weak = await hash(good, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await sql`update credential_password set hash = ${weak} where principal = ${ref.principal}`.execute(database.db);
  await passwords.verify('customers', ref, 'a wrong password', occasion);
  assert.equal(await storedHash(ref), weak);
  assert.equal(await passwords.verify('customers', ref, good, occasion), true);
  assert.match((await storedHash(ref))!, /m=19456,t=2,p=1/);
  assert.equal(await passwords.verify('customers', ref, good, occasion), true);
});

test('a try counts though the caller rolls back, and needs no second connection of the caller', async () => {
  const ref = somebody();
  await set(ref, good);
  for (let tries = 0; tries < 10; tries += 1) {
    await assert.rejects(database.transaction(async (tx) => {
      await sql`select 1`.execute(tx);
      assert.equal(await passwords.verify('customers', ref, `a wrong password ${tries}`, occasion), false);
      throw new Error('rolled back');
    }), /rolled back/);
  }
  await assert.rejects(passwords.verify('customers', ref, good, occasion),
    (error) => hasCode(error, 'credential.throttled'));
});

test('a new password ends what was counted against the old one', async () => {
  const ref = somebody();
  await set(ref, good);
  for (let tries = 0; tries < 10; tries += 1) await passwords.verify('customers', ref, 'a wrong password', occasion);
  await set(ref, 'copper violin garden');
  assert.equal(await passwords.verify('customers', ref, 'copper violin garden', occasion), true);
});

test('a flood is answered busy, and what was refused so does not count as a try', async () => {
  const refs = Array.from({ length: 90 }, () => somebody());
  const answers = await Promise.allSettled(refs.map((ref) => passwords.verify('customers', ref, good, occasion)));
  const busy = answers.filter((answer) => answer.status === 'rejected' && hasCode(answer.reason, 'server.busy'));
  assert.ok(busy.length > 0);
  assert.equal(busy.length + answers.filter((answer) => answer.status === 'fulfilled').length, refs.length);
  const { rows } = await sql<{ open: number }>`select count(*) as open from credential_bucket
    where scope = 'password/streak' and tokens < capacity`.execute(database.db);
  assert.equal(rows[0]!.open >= refs.length - busy.length, true);
  const turnedAway = refs[answers.findIndex((answer) => answer.status === 'rejected')]!;
  for (let tries = 0; tries < 10; tries += 1) {
    assert.equal(await passwords.verify('customers', turnedAway, good, occasion), false);
  }
});
