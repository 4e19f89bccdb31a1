import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketsOf, endedBy, waitFor, type Guesser } from './bucket.ts';
import { networkOf } from './network.ts';

const subject = (name: string): Buffer => Buffer.from(name);
const stranger: Guesser = {
  accountExists: true, account: subject('account'), device: subject('device'), network: subject('network'),
};

test('strangers and known devices together fail at most 100 times in a row on an account', () => {
  for (const kind of ['password', 'totp', 'email-code', 'sms-code'] as const) {
    const unending = (guesser: Guesser): number =>
      Math.min(...bucketsOf(kind, guesser).filter(({ refill }) => refill === 0).map(({ capacity }) => capacity));
    assert.ok(unending(stranger) + unending({ ...stranger, knownDevice: subject('known') }) <= 100);
  }
});

test('a known device shares no bucket with strangers', () => {
  const theirs = bucketsOf('password', stranger).map(({ scope }) => scope);
  const own = bucketsOf('password', { ...stranger, knownDevice: subject('known') }).map(({ scope }) => scope);
  assert.deepEqual(own.filter((scope) => theirs.includes(scope)), []);
});

test('a name without account is held back exactly as an account is', () => {
  const shape = (guesser: Guesser) => bucketsOf('password', guesser).map(({ capacity, refill }) => [capacity, refill]);
  assert.deepEqual(shape({ ...stranger, accountExists: false }).sort(), shape(stranger).sort());
});

test('a bucket fills with time up to its capacity, and one of consecutive failures never does', () => {
  const start = new Date('2026-03-01T12:00:00Z');
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
  const paced = { scope: 'a', subject: subject('x'), capacity: 10, refill: 1 / 60 };
  assert.equal(waitFor(paced, undefined, start), 0);
  assert.equal(waitFor(paced, { tokens: 0, countedAt: start }, start), 60);
  assert.equal(waitFor(paced, { tokens: 0, countedAt: start }, later(45)), 15);
  assert.equal(waitFor(paced, { tokens: 0, countedAt: start }, later(60)), 0);
  assert.equal(waitFor(paced, { tokens: 0, countedAt: later(30) }, start), 60, 'clocks of two servers may differ');
  assert.equal(waitFor({ ...paced, refill: 0 }, { tokens: 0, countedAt: start }, later(1e9)), Infinity);
});

test('no proof gives fresh tries at a stronger one', () => {
  assert.deepEqual(endedBy('password'), ['password']);
  assert.ok(!endedBy('email-code').includes('totp'));
  assert.deepEqual([...endedBy('passkey')].sort(), ['email-code', 'password', 'recovery-code', 'sms-code', 'totp']);
  assert.deepEqual(endedBy('recovery-code'), ['recovery-code']);
});

test('an IPv6 customer is one network, however its addresses are written', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('2001:db8:0:1::1'), '2001:db8:0:1::/64');
  assert.equal(networkOf('2001:0db8:0000:0001:ffff::9'), '2001:db8:0:1::/64');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.notEqual(networkOf('2001:db8:0:2::1'), networkOf('2001:db8:0:1::1'));
  assert.equal(networkOf('not an address'), undefined);
});
