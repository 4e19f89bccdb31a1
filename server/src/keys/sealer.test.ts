import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { hasCode, systemRandomness } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { checkMasterKey } from './check-master-key.ts';
import { createMasterKeyText, readMasterKey, type MasterKey } from './master-key.ts';
import { createSealer } from './sealer.ts';

const newMaster = (): MasterKey => readMasterKey(createMasterKeyText(systemRandomness));
const sealerOf = (...masters: MasterKey[]) => createSealer(masters, systemRandomness);
const unreadable = (error: unknown): boolean => hasCode(error, 'keys.unreadable');
const secret = Buffer.from('JBSWY3DPEHPK3PXP');

test('what is sealed opens at its own place and nowhere else', () => {
  const sealer = sealerOf(newMaster());
  const sealed = sealer.seal('totp', 'customers/1', secret);
  assert.deepEqual(sealer.open('totp', 'customers/1', sealed), secret);
  assert.deepEqual(sealer.open('totp', '', sealer.seal('totp', '', Buffer.alloc(0))), Buffer.alloc(0));
  assert.throws(() => sealer.open('totp', 'customers/2', sealed), unreadable, 'moved to another row');
  assert.throws(() => sealer.open('cookie', 'customers/1', sealed), unreadable, 'used as something else');
  assert.throws(() => sealer.open('totp","customers/1', '', sealed), unreadable, 'the border of the names moved');
  assert.throws(() => sealerOf(newMaster()).open('totp', 'customers/1', sealed), unreadable, 'another master key');
});

test('a sealed value shows nothing, not even that two are alike', () => {
  const sealer = sealerOf(newMaster());
  const [one, two] = [sealer.seal('totp', 'a', secret), sealer.seal('totp', 'a', secret)];
  assert.notDeepEqual(one, two);
  assert.ok(!one.includes(secret));
});

test('a change to any byte, a cut and an addition are found', () => {
  const sealer = sealerOf(newMaster());
  const sealed = sealer.seal('totp', 'a', secret);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    assert.throws(() => sealer.open('totp', 'a', changed), unreadable, `byte ${at}`);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.throws(() => sealer.open('totp', 'a', sealed.subarray(0, length)), unreadable, `cut to ${length}`);
  }
  assert.throws(() => sealer.open('totp', 'a', Buffer.concat([sealed, Buffer.of(0)])), unreadable);
});

test('the first master key seals, the others still open', () => {
  const [old, next] = [newMaster(), newMaster()];
  const before = sealerOf(old).seal('totp', 'a', secret);
  const both = sealerOf(next, old);
  assert.deepEqual(both.open('totp', 'a', before), secret);
  const after = both.seal('totp', 'a', secret);
  assert.deepEqual(sealerOf(next).open('totp', 'a', after), secret);
  assert.throws(() => sealerOf(old).open('totp', 'a', after), unreadable);
});

test('a master key is read from base64 or base64url, and anything else is refused', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  for (const text of [bytes.toString('base64'), bytes.toString('base64url'), ` ${bytes.toString('base64')}\n`]) {
    assert.deepEqual(readMasterKey(text).reveal(), bytes);
  }
  for (const missing of [undefined, '', ' \n']) {
    assert.throws(() => readMasterKey(missing), (error) => hasCode(error, 'keys.master_missing'));
  }
  const wrong = [
    'secret', bytes.toString('hex'), bytes.subarray(1).toString('base64'), `${bytes.toString('base64')}A`,
    bytes.toString('base64').replace('+', '\n'), Buffer.alloc(32).toString('base64'),
  ];
  for (const text of wrong) {
    const tellsNothing = (error: unknown): boolean => hasCode(error, 'config.invalid') && !String(error).includes(text);
    assert.throws(() => readMasterKey(text), tellsNothing);
  }
  assert.equal(inspect(readMasterKey(bytes.toString('base64'))), '[secret]');
  assert.notEqual(createMasterKeyText(systemRandomness), createMasterKeyText(systemRandomness));
  assert.throws(() => sealerOf(), (error) => hasCode(error, 'keys.master_missing'));
});

test('a wrong master key is found at start, and so is one that is missing after a change of keys', async () => {
  const database = await testDatabase();
  const [old, next, wrong] = [newMaster(), newMaster(), newMaster()];
  const isWrong = (error: unknown): boolean => hasCode(error, 'keys.master_wrong');
  await Promise.all([1, 2, 3].map(() => checkMasterKey(database, sealerOf(old))));
  await checkMasterKey(database, sealerOf(old));
  await assert.rejects(checkMasterKey(database, sealerOf(wrong)), isWrong);
  await assert.rejects(checkMasterKey(database, sealerOf(next)), isWrong);
  await checkMasterKey(database, sealerOf(next, old));
  await assert.rejects(checkMasterKey(database, sealerOf(next)), isWrong, 'the old one is still needed');
  await assert.rejects(checkMasterKey(database, sealerOf(old)), isWrong, 'something was sealed with the new one');
  await checkMasterKey(database, sealerOf(old, next));
});
