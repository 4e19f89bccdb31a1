/** Which passkey or app speaks for a person, and for how long it has stood. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Credential } from '../credentials/read.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { factorOf, factorsIn } from './factor.ts';

const now = new Date('2026-03-30T12:00:00Z');
const ago = (ms: number): Date => new Date(now.getTime() - ms);
const bound = (id: string, age: number, boundWith: Credential['boundWith'] = null, kind: Credential['kind'] = 'passkey'): Credential => (
  { id, kind, label: null, boundAt: ago(age), boundWith, lastUsedAt: null });
const old = { createdAt: ago(400 * day) };
const of = (held: readonly Credential[], shown: Parameters<typeof factorOf>[1] = [], account: { createdAt: Date | undefined } = old) => (
  factorOf({ held, ...account }, shown, now));
const passkey = (credential?: string) => ({ kind: 'passkey', credential }) as const;
const app = { kind: 'totp', credential: undefined } as const;

test('until one was shown, the one that might be: it has stood longest', () => {
  const held = [bound('a', 90 * day, 'less'), bound('b', hour, 'factor'), bound('p', 400 * day, undefined, 'password')];
  assert.deepEqual(of(held), { boundFor: 90 * day, boundWith: 'less' });
  assert.deepEqual(of([bound('p', 90 * day, undefined, 'password')]), { boundFor: 0, boundWith: 'none' });
  assert.deepEqual(of([bound('a', 4 * day, 'less'), bound('b', 3 * day, 'account')]).boundWith, 'account');
});

test('what was shown speaks for itself, and of several the youngest', () => {
  const held = [bound('a', 90 * day, 'less'), bound('t', 10 * day, 'factor', 'totp'), bound('b', hour, 'less')];
  assert.deepEqual(of(held, [passkey('a')]).boundFor, 90 * day);
  assert.deepEqual(of(held, [passkey('b')]), { boundFor: hour, boundWith: 'less' });
  assert.deepEqual(of(held, [passkey('a'), passkey('b')]).boundFor, hour);
  assert.deepEqual(of(held, [app]).boundFor, 10 * day);
  assert.deepEqual(of(held, [passkey()]).boundFor, hour, 'one that is not named may be the youngest');
  assert.deepEqual(of(held, [passkey('gone')]), { boundFor: 0, boundWith: 'unknown' });
});

test('what was bound within an hour of the account came with it; also where nothing was noted', () => {
  const young = { createdAt: ago(2 * hour) };
  for (const noted of [null, 'less'] as const) assert.equal(of([bound('a', hour, noted)], [], young).boundWith, 'account');
  assert.equal(of([bound('a', hour - 1, 'less')], [], young).boundWith, 'less');
  assert.equal(of([bound('a', hour)], [passkey('a')]).boundWith, 'unknown');
});

test('what was shown before the question was challenged is no answer to it', () => {
  const proofs = [
    { kind: 'passkey', at: ago(10 * minute), credential: 'a' }, { kind: 'email-code', at: ago(minute) }, { kind: 'totp', at: ago(minute) },
  ] as const;
  assert.deepEqual(factorsIn(proofs, ago(5 * minute)), [app]);
});
