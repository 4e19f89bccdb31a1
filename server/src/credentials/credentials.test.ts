import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { hasCode, minute, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import type { Occasion } from './index.ts';
import { listCredentials } from './read.ts';
import { createSoftAuthenticator, testCredentials } from './testing.ts';

const { credentials, database, clock, told } = await testCredentials();
const occasion: Occasion = { actor: { kind: 'system' }, device: 'laptop' };
const rp = { id: 'localhost', name: 'Shop', origins: ['http://localhost:3000'] };
const password = 'lamp river quartz';

/** Somebody with one of each kind, bound a minute apart. */
async function withAll(): Promise<{ ref: PrincipalRef; totp: () => string }> {
  const ref = { population: 'customers', principal: newId(clock(), systemRandomness) };
  const authenticator = createSoftAuthenticator({ rpId: rp.id, origin: rp.origins[0]! });
  const { secret } = credentials.totps.propose('Shop', 'maria');
  const totp = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock().getTime() });
  const options = await credentials.passkeys.registrationOptions(database.db, ref, rp, { name: 'm', displayName: 'M' });
  await database.transaction(async (tx) => {
    await credentials.passwords.set(tx, ref, password, { minimum: 15, context: [], occasion });
    clock.advance(minute);
    await credentials.passkeys.register(tx, ref, rp, {
      response: authenticator.create(options), challenge: options.challenge, label: ' My \u0007laptop ', occasion,
    });
    clock.advance(minute);
    await credentials.totps.bind(tx, ref, secret, totp(), occasion);
  });
  clock.advance(minute);
  return { ref, totp };
}

test('all that a person holds are listed, oldest first, without secrets', async () => {
  const { ref } = await withAll();
  await credentials.passwords.verify('customers', ref, password, occasion);
  const list = await credentials.list(database.db, ref);
  assert.deepEqual(list.map(({ kind, label }) => [kind, label]),
    [['password', null], ['passkey', 'My laptop'], ['totp', null]]);
  assert.deepEqual(list.map(({ lastUsedAt }) => lastUsedAt?.getTime()), [clock().getTime(), undefined, undefined]);
  assert.deepEqual(Object.keys(list[0]!).sort(), ['boundAt', 'id', 'kind', 'label', 'lastUsedAt']);
  assert.deepEqual((await listCredentials(database.db, ref)).map(({ kind }) => kind), ['password', 'passkey', 'totp']);
  assert.deepEqual(await listCredentials(database.db, { ...ref, population: 'workforce' }), []);
});

test('each can be removed by its owner, and told of', async () => {
  const { ref } = await withAll();
  const { ref: other } = await withAll();
  const removal = { reason: 'asked for', occasion };
  for (const { id } of await credentials.list(database.db, ref)) {
    await assert.rejects(database.transaction((tx) => credentials.remove(tx, other, id, removal)),
      (error) => hasCode(error, 'credential.unknown'));
    await database.transaction((tx) => credentials.remove(tx, ref, id, removal));
  }
  assert.deepEqual(await credentials.list(database.db, ref), []);
  assert.equal((await credentials.list(database.db, other)).length, 3);
  assert.equal(await credentials.passwords.verify('customers', ref, password, occasion), false);
  assert.equal((await told(ref)).filter((type) => type === 'credential.removed').length, 3);
  await assert.rejects(database.transaction((tx) => credentials.remove(tx, ref, 'no id', removal)),
    (error) => hasCode(error, 'credential.unknown'));
});

test('when an account changes hands, everything goes and old devices are strangers', async () => {
  const { ref, totp } = await withAll();
  assert.equal(await credentials.totps.verify(ref, totp(), occasion), 'correct');
  await database.transaction((tx) => credentials.removeAll(tx, ref, { reason: 'identifier-taken-over', occasion }));
  assert.deepEqual(await credentials.list(database.db, ref), []);
  await database.transaction((tx) => credentials.passwords.set(tx, ref, 'copper violin garden', {
    minimum: 15, context: [], occasion,
  }));
  // A known device would have 20 tries of its own besides the strangers' 10 at once.
  let looked = 0;
  for (const device of ['laptop', 'laptop', 'other']) {
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await credentials.passwords.verify('customers', ref, `wrong on ${device}, ${tries}`, { ...occasion, device })
        .catch(() => 'held');
      if (answer === false) looked += 1;
    }
  }
  assert.equal(looked, 10);
});
