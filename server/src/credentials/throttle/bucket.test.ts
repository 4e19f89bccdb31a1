import assert from 'node:assert/strict';
import { test } from 'node:test';
import { popularityOf } from '../password/popularity.ts';
import { bucketsOf, endedBy, exposure, isShared, waitFor, type Guesser } from './bucket.ts';

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

test('a guess costs by how popular it is: a rare one hardly anything, the commonest a tenth, and no more than a tenth', () => {
  const odds = (password: string, sprayed = false) => bucketsOf('password', { ...stranger, guess: { popularity: popularityOf(password, sprayed) } })
    .find(({ scope }) => scope === 'password/odds')!;
  const rare = odds('nine purple otters juggle').cost;
  assert.ok(rare < 1 / 100 && rare > 1 / 200, String(rare));
  assert.equal(odds('123456').cost, 0.1);
  assert.equal(odds('Password').cost, 0.1);
  assert.ok(odds('nine purple otters juggle', true).cost > 10 * rare);
  assert.equal(popularityOf('nine purple otters juggle', false), popularityOf('a dozen quiet lanterns', false));
  // With what fills again in half a year, the odds of strangers stay below T11's bound.
  const { capacity, refill } = odds('a dozen quiet lanterns');
  assert.ok(exposure * (capacity + refill * 180 * 86_400) <= 0.000_5);
  assert.ok(!bucketsOf('password', { ...stranger, knownDevice: subject('known'), guess: { popularity: 1 } }).some(({ scope }) => scope === 'password/odds'));
});

test('the wider networks have buckets where they are given, and a sprayed password has one', () => {
  const scopes = (guesser: Partial<Guesser>) => bucketsOf('password', { ...stranger, ...guesser }).filter((bucket) => isShared('password', bucket))
    .map(({ scope }) => scope);
  assert.deepEqual(scopes({}), ['password/device', 'password/network']);
  const all = scopes({ prefix: subject('p'), asn: subject('a'), guess: { popularity: 0.1, sprayed: subject('s') } });
  assert.deepEqual(all, all.toSorted(), 'in the order in which they are locked');
  assert.equal(all.length, 5);
});

test('a bucket fills with time up to its capacity, and one of consecutive failures never does', () => {
  const start = new Date('2026-03-01T12:00:00Z');
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
  const paced = { scope: 'a', subject: subject('x'), capacity: 10, refill: 1 / 60, cost: 1 };
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
