import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acr, PopulationKind } from '../../../contract/events/index.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { assuranceOf, isFresh, levelMeeting, levelsOf, recovers, mergeProofs, satisfies } from './assurance.ts';
import type { Proof } from './sessions.ts';

const noon = new Date('2026-05-04T12:00:00Z');
const at = (ms: number): Date => new Date(noon.getTime() + ms);
const password = (ms = 0): Proof => ({ kind: 'password', at: at(ms) });
const totp = (ms = 0): Proof => ({ kind: 'totp', at: at(ms) });
const mail = (ms = 0): Proof => ({ kind: 'email-code', at: at(ms) });
const passkey = (ms = 0): Proof => ({ kind: 'passkey', at: at(ms), userVerified: true });
const touched = (ms = 0): Proof => ({ kind: 'passkey', at: at(ms), userVerified: false });
const upstream = (twoFactors = false): Proof => ({ kind: 'federated', at: noon, twoFactors });
const invitation: Proof = { kind: 'invitation', at: noon };

test('which proofs reach which level, by kind of population', () => {
  const table: [name: string, proofs: Proof[], customer: string, workforce: string][] = [
    ['nothing', [], '', ''],
    ['password', [password()], 'basic', 'basic'],
    ['e-mail code', [mail()], 'basic', ''],
    ['invitation', [invitation], 'basic', ''],
    ['password and e-mail code', [password(), mail()], 'basic', 'basic'],
    ['TOTP', [totp()], 'basic', 'basic'],
    ['TOTP and e-mail code', [totp(), mail()], 'mfa', 'basic'],
    ['password and TOTP', [password(), totp()], 'mfa', 'mfa'],
    ['passkey', [passkey()], 'phr', 'phr'],
    ['passkey without user verification', [touched()], 'basic', 'basic'],
    ['that and a password', [touched(), password()], 'mfa', 'mfa'],
    ['that and TOTP, both something one has', [touched(), totp()], 'basic', 'basic'],
    ['a sign-in upstream', [upstream()], 'basic', 'basic'],
    ['one with two factors there', [upstream(true)], 'mfa', 'mfa'],
    ['TOTP and a sign-in upstream', [totp(), upstream()], 'mfa', 'basic'],
    ['password and a sign-in upstream', [password(), upstream()], 'basic', 'basic'],
    ['twice a password', [password(), password(5)], 'basic', 'basic'],
  ];
  const reached = (proofs: Proof[], kind: PopulationKind): string => (
    levelsOf(proofs, kind)[0]?.acr.split(':').at(-1) ?? '');
  for (const [name, proofs, customer, workforce] of table) {
    assert.deepEqual([reached(proofs, 'customer'), reached(proofs, 'workforce')], [customer, workforce], name);
  }
});

test('methods are those of RFC 8176, and what does not count is not named', () => {
  const amr = (proofs: Proof[], kind: PopulationKind = 'customer') => assuranceOf(proofs, kind).amr;
  assert.deepEqual(amr([passkey()]), ['pop', 'user', 'mfa']);
  assert.deepEqual(amr([touched()]), ['pop', 'user']);
  assert.deepEqual(amr([password(), totp()]), ['pwd', 'otp', 'mfa']);
  assert.deepEqual(amr([mail(), password()]), ['mca', 'pwd']);
  assert.deepEqual(amr([mail(), password()], 'workforce'), ['pwd']);
  assert.deepEqual(amr([mail()], 'workforce'), []);
});

test('stronger satisfies weaker and itself, never the other way round', () => {
  const order: Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];
  order.forEach((have, h) => order.forEach((need, n) => assert.equal(satisfies(have, need), h >= n)));
});

test('each level has its own time, so a weak fresh proof makes no strong level fresh', () => {
  const levels = levelsOf([passkey(0), mail(hour)], 'customer');
  assert.deepEqual(levels.map(({ authenticatedAt }) => authenticatedAt), [noon, noon, at(hour)]);
  const now = at(hour + minute);
  assert.equal(levelMeeting(levels, { acr: 'urn:limen:acr:phr', maxAge: 300 }, now), undefined);
  assert.equal(levelMeeting(levels, { maxAge: 300 }, now)?.acr, 'urn:limen:acr:basic');
  assert.equal(levelMeeting(levels, { acr: 'urn:limen:acr:mfa' }, now)?.acr, 'urn:limen:acr:phr');
  assert.equal(levelMeeting([], {}, now), undefined);
});

test('one of two factors is enough to be fresh again within a day of the other, a code by e-mail never is', () => {
  const mfaTime = (proofs: Proof[]) => (
    levelsOf(proofs, 'customer').find(({ acr }) => acr === 'urn:limen:acr:mfa')?.authenticatedAt);
  assert.deepEqual(mfaTime([password(0), totp(hour)]), at(hour));
  assert.deepEqual(mfaTime([totp(0), password(day)]), at(day));
  assert.deepEqual(mfaTime([totp(0), password(day + 1)]), noon);
  assert.deepEqual(mfaTime([totp(0), mail(hour)]), noon);
  assert.deepEqual(mfaTime([passkey(0), password(hour)]), at(hour));
});

test('freshness is counted in whole seconds, the bound included', () => {
  const assurance = assuranceOf([password()], 'customer');
  assert.equal(isFresh(assurance, 300, at(300_999)), true);
  assert.equal(isFresh(assurance, 300, at(301_000)), false);
  assert.equal(isFresh(assurance, 0, at(999)), true);
});

test('of each kind the latest proof stays, and a passkey that checked nobody does not replace one that did', () => {
  const merged = mergeProofs([password(0), passkey(0)], [password(5), touched(9), password(1)]);
  assert.deepEqual(merged, [password(5), passkey(0), touched(9)]);
  assert.equal(assuranceOf(merged, 'customer').acr, 'urn:limen:acr:phr');
});

test('a recovery code is worth nothing by itself, and with another way gives an account back', () => {
  const proved = new Date('2026-01-01T00:00:00Z');
  const code = { kind: 'recovery-code', at: proved } as const;
  const mailed = { kind: 'email-code', at: proved } as const;
  for (const population of ['customer', 'workforce'] as const) assert.deepEqual(levelsOf([code], population), []);
  assert.deepEqual(levelsOf([code, mailed], 'workforce'), []);
  assert.deepEqual(levelsOf([code, mailed], 'customer').map(({ acr, amr }) => [acr, amr]), [['urn:limen:acr:basic', ['mca']]]);
  assert.deepEqual(levelsOf([code, { kind: 'password', at: proved }], 'customer').map(({ acr }) => acr), ['urn:limen:acr:basic']);
  assert.equal(recovers([code], 'workforce'), false);
  assert.equal(recovers([code, code], 'workforce'), false);
  assert.equal(recovers([mailed, { kind: 'password' }], 'workforce'), false);
  assert.equal(recovers([code, { kind: 'invitation' }], 'workforce'), false);
  for (const kind of ['email-code', 'sms-code', 'password', 'totp', 'passkey'] as const) assert.equal(recovers([code, { kind }], 'workforce'), true);
});
