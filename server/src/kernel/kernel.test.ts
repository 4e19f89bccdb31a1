import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { inspect } from 'node:util';
import { test } from 'node:test';
import {
  createLog, equalInConstantTime, fail, hasCode, hmac, isId, LimenError, newId, randomDigits, Secret, systemRandomness,
} from './index.ts';

test('ids are UUIDs of version 7 that sort by time', () => {
  const ids = [1_000, 2_000, 1_800_000_000_000].map((at) => newId(new Date(at), systemRandomness));
  assert.deepEqual([...ids].sort(), ids);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const wrong of ['', ids[0]!.toUpperCase(), `${ids[0]} `, 7, null]) assert.equal(isId(wrong), false);
});

test('no digit of a code is likelier than another', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
  let at = 0;
  const every = (length: number): Buffer => Buffer.from(Array.from({ length }, () => bytes[at++ % 256]!));
  const digits = randomDigits(every, 250);
  const counts = new Map<string, number>();
  for (const digit of digits) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  assert.deepEqual([...counts.values()], Array.from({ length: 10 }, () => 25));
});

test('a secret prints as nothing in text, JSON and the console', () => {
  const secret = new Secret('hunter2');
  assert.equal([`${String(secret)}`, JSON.stringify({ secret }), inspect({ secret })].join().includes('hunter2'), false);
  assert.equal(secret.reveal(), 'hunter2');
});

test('the log removes what could be a secret and keeps what an error is called', () => {
  const destination = new PassThrough();
  const log = createLog({ level: 'info', destination });
  log.info({ password: 'hunter2', body: { code: '123456', token: 'abc' }, code: 'run.expired' }, 'said');
  const line = String(destination.read());
  assert.equal(/hunter2|123456|"abc"/.test(line), false);
  assert.match(line, /run\.expired/);
});

test('parts of a mac can\'t run into one another', () => {
  const key = systemRandomness(32);
  assert.equal(equalInConstantTime(hmac(key, 'ab', 'c'), hmac(key, 'a', 'bc')), false);
  assert.equal(equalInConstantTime(hmac(key, 'ab', 'c'), hmac(key, 'ab', 'c')), true);
  assert.equal(equalInConstantTime('a', 'ab'), false);
});

test('an error knows its code, what to do, and nothing of its cause when it leaves', () => {
  assert.throws(() => fail('run.expired', { detail: 'after 30 minutes', cause: new Error('secret') }), (error: LimenError) => {
    const problem = error.toProblem('ref');
    assert.equal(problem.status, 410);
    assert.equal(problem.reference, 'ref');
    assert.equal(JSON.stringify(problem).includes('secret'), false);
    return hasCode(error, 'run.expired') && !hasCode(error, 'run.unknown') && error instanceof LimenError;
  });
});
