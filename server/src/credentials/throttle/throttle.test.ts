import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import {
  day, hasCode, minute, newId, systemRandomness, type LimenError, type PrincipalRef,
} from '../../kernel/index.ts';
import { removeOldCodes, type Credentials, type Occasion } from '../index.ts';
import { createSoftAuthenticator, testCredentials } from '../testing.ts';
import { levelsOf, returnTokens, takeTokens } from './bucket-store.ts';
import { mostDevices } from './known-device-store.ts';

const { credentials, database, clock, told, another } = await testCredentials();
const { totps, passwords } = credentials;
const system = { kind: 'system' } as const;
const own: Occasion = { actor: system, device: 'own-laptop', clientAddress: '203.0.113.1' };
const stranger: Occasion = { actor: system };

async function enrolled(): Promise<{ ref: PrincipalRef; code: () => string }> {
  const ref = { population: 'workforce', principal: newId(clock(), systemRandomness) };
  const { secret } = totps.propose('Limen', 'maria');
  const code = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock().getTime() });
  assert.equal(await database.transaction((tx) => totps.bind(tx, ref, secret, code(), own)), true);
  clock.advance(minute);
  return { ref, code };
}

const wrong = (code: string): string => String((Number(code) + 1) % 1e6).padStart(6, '0');
const held = (error: unknown): boolean => hasCode(error, 'credential.throttled');

/** Fails until held back; returns how often. */
async function failUntilHeld(
  { ref, code }: { ref: PrincipalRef; code: () => string }, occasion: Occasion, pause = 0, most = 120,
): Promise<{ failures: number; error: LimenError }> {
  for (let failures = 0; failures < most; failures += 1) {
    try {
      assert.equal(await totps.verify(ref, wrong(wrong(code())), occasion), 'wrong');
    } catch (error) {
      assert.ok(held(error));
      return { failures, error: error as LimenError };
    }
    clock.advance(pause);
  }
  return assert.fail('never held back');
}

test('quick failures are paced, and told of once', async () => {
  const person = await enrolled();
  const { failures, error } = await failUntilHeld(person, stranger);
  assert.equal(failures, 10);
  assert.equal(error.retryAfter, 60);
  await assert.rejects(totps.verify(person.ref, person.code(), stranger), held, 'a right code is held back too');
  const episodes = async () => (await told(person.ref)).filter((type) => type === 'credential.throttled').length;
  assert.equal(await episodes(), 1);
  clock.advance(minute);
  assert.equal(await totps.verify(person.ref, wrong(wrong(person.code())), stranger), 'wrong');
  await assert.rejects(totps.verify(person.ref, person.code(), stranger), held);
  assert.equal(await episodes(), 2);
});

test('strangers are shut out after 80 failures in a row, and a known device after 20 of its own', async () => {
  const person = await enrolled();
  assert.equal(await totps.verify(person.ref, person.code(), own), 'correct');
  clock.advance(minute);
  const shutOut = await failUntilHeld(person, stranger, minute);
  assert.equal(shutOut.failures, 80);
  assert.equal(shutOut.error.retryAfter, undefined, 'time does not help');
  clock.advance(30 * day);
  await removeOldCodes(database.db, clock());
  await assert.rejects(totps.verify(person.ref, person.code(), stranger), held);
  const ownFailures = await failUntilHeld(person, own, minute);
  assert.equal(ownFailures.failures, 20);
  await assert.rejects(totps.verify(person.ref, person.code(), own), held);
});

test('once it was somebody else who came in, no device is known any more', async () => {
  const person = await enrolled();
  assert.equal(await totps.verify(person.ref, person.code(), own), 'correct');
  await failUntilHeld(person, stranger, minute);
  await database.transaction((tx) => credentials.unmark(tx, person.ref, undefined));
  await assert.rejects(totps.verify(person.ref, person.code(), own), held, 'held back as strangers are');
});

test('a success on the known device begins the count anew for everybody', async () => {
  const person = await enrolled();
  assert.equal(await totps.verify(person.ref, person.code(), own), 'correct');
  clock.advance(minute);
  await failUntilHeld(person, stranger, minute);
  assert.equal(await totps.verify(person.ref, person.code(), own), 'correct');
  clock.advance(minute);
  assert.equal(await totps.verify(person.ref, wrong(wrong(person.code())), stranger), 'wrong');
});

test('the newest twenty devices are known, each for half a year', async () => {
  const person = await enrolled();
  const knownDevices = async (): Promise<number> => {
    const { rows } = await sql<{ known: number }>`select count(*) as known from credential_device
      where principal = ${person.ref.principal}`.execute(database.db);
    return rows[0]!.known;
  };
  for (let device = 0; device < mostDevices + 3; device += 1) {
    clock.advance(minute);
    const there = { actor: system, device: `device ${device}` };
    assert.equal(await totps.verify(person.ref, person.code(), there), 'correct');
  }
  assert.equal(await knownDevices(), mostDevices);
  clock.advance(150 * day);
  assert.equal(await totps.verify(person.ref, person.code(), { actor: system, device: 'device 9' }), 'correct');
  clock.advance(31 * day);
  await removeOldCodes(database.db, clock());
  assert.equal(await knownDevices(), 1);
});

test('a passkey lifts the lock', async () => {
  const person = await enrolled();
  await failUntilHeld(person, stranger, minute);
  const rp = { id: 'localhost', name: 'Limen', origins: ['http://localhost:3000'] };
  const authenticator = createSoftAuthenticator({ rpId: rp.id, origin: rp.origins[0]! });
  const name = { name: 'm', displayName: 'M' };
  const making = await credentials.passkeys.registrationOptions(database.db, person.ref, rp, name);
  const asking = await credentials.passkeys.authenticationOptions(database.db, rp);
  const made = authenticator.create(making);
  await database.transaction(async (tx) => {
    await credentials.passkeys.register(tx, person.ref, rp, {
      response: made, challenge: making.challenge, occasion: own,
    });
    await credentials.passkeys.authenticate(tx, 'workforce', rp, {
      response: authenticator.get(asking), challenge: asking.challenge, occasion: stranger,
    });
  });
  assert.equal(await totps.verify(person.ref, person.code(), stranger), 'correct');
});

test('tries at once, on two servers, are counted each', async () => {
  const person = await enrolled();
  const servers: readonly Credentials[] = [credentials, await another()];
  const code = wrong(wrong(person.code()));
  const answers = await Promise.allSettled(Array.from({ length: 24 }, (_, index) =>
    servers[index % 2]!.totps.verify(person.ref, code, stranger)));
  const looked = answers.filter(({ status }) => status === 'fulfilled').length;
  assert.ok(looked <= 10, `${looked} tries were looked at`);
  assert.ok(answers.every((answer) => answer.status === 'fulfilled' || held(answer.reason)));
});

test('many at once from one network and account neither block each other nor lose their tokens', async () => {
  const person = await enrolled();
  const occasion = { actor: system, clientAddress: '203.0.113.77', device: 'shared' };
  for (let round = 0; round < 3; round += 1) {
    clock.advance(10 * minute);
    const tries = Array.from({ length: 8 }, () => totps.verify(person.ref, person.code(), occasion));
    assert.equal((await Promise.all(tries)).filter((answer) => answer === 'correct').length, 1);
  }
  const { rows } = await sql<{ spent: number }>`select count(*) as spent from credential_bucket
    where scope in ('totp/network', 'totp/device') and tokens < capacity and counted_at >= ${clock()}`
    .execute(database.db);
  assert.equal(rows[0]!.spent, 0);
});

test('who gives back locks in the order in which others take, so that neither waits for the other in a circle', async () => {
  const bucket = (scope: string) => ({ scope: `order/${scope}`, subject: Buffer.alloc(32, 7), capacity: 10, refill: 0, cost: 1 });
  // An account's own come first, whatever they are called.
  const [theirs, shared] = [bucket('streak'), bucket('device')];
  await takeTokens(database.db, 'workforce', [theirs, shared], clock());
  let given: Promise<void> = Promise.resolve();
  await database.transaction(async (tx) => {
    await takeTokens(tx, 'workforce', [theirs], clock());
    given = returnTokens(database.db, 'workforce', [theirs, shared]);
    given.catch(() => undefined);
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
      waiting = rows[0]!.count;
    }
    await takeTokens(tx, 'workforce', [shared], clock());
  });
  await given;
  const levels = await levelsOf(database.db, 'workforce', [theirs, shared]);
  assert.deepEqual(levels.map((level) => level?.tokens), [9, 9]);
});

test('one network that tries many accounts is held back, and gets back only what was right', async () => {
  const occasion: Occasion = { actor: system, clientAddress: '2001:db8:5::1' };
  let looked = 0;
  for (; looked < 120; looked += 1) {
    const address = `2001:db8:5::${(looked + 1).toString(16)}`;
    const ref = { population: 'workforce', principal: newId(clock(), systemRandomness) };
    const answer = await totps.verify(ref, '000000', { ...occasion, clientAddress: address })
      .catch((error: unknown) => error);
    if (held(answer)) break;
    assert.equal(answer, 'wrong');
  }
  assert.equal(looked, 100);
});

test('names without an account are held back as accounts are, and forgotten after a day', async () => {
  let guesses = 0;
  const guess = (identifier: string) =>
    passwords.verify('customers', undefined, `some long password ${guesses += 1}`, { actor: system, identifier });
  for (let tries = 0; tries < 10; tries += 1) assert.equal(await guess('Nobody@Example.org '), false);
  await assert.rejects(guess('nobody@example.org'), held);
  assert.equal(await guess('somebody-else@example.org'), false);
  clock.advance(2 * day);
  assert.ok(await removeOldCodes(database.db, clock()) > 0);
  assert.equal(await guess('nobody@example.org'), false);
});

test('an address without account has one count in all its spellings, as an account has', async () => {
  const [plain, ascii] = ['nobody@b\u00fccher.example', 'Nobody@xn--bcher-kva.example'];
  let guesses = 0;
  const guess = (identifier: string) => (
    passwords.verify('customers', undefined, `a wrong guess ${guesses += 1}`, { ...stranger, identifier }));
  for (let tries = 0; tries < 10; tries += 1) assert.equal(await guess(plain), false);
  await assert.rejects(guess(plain), held);
  await assert.rejects(guess(ascii), held);
});
