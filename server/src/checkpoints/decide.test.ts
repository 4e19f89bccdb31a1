import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, hour, minute, second } from '../kernel/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide, type Decision } from './decide.ts';
import type { Features } from './features.ts';

const policy = await builtInPolicy('customer');
const payout: Checkpoint = policy.checkpoints!.actions['payout.change']!;

const lowRisk: NonNullable<Features['risk']> = {
  probability: 0.004, band: 'low', sum: -2, contributions: [], missing: [], history: '20+', frequency: 'daily', model: 'test',
};

/** Somebody at home: a known browser, everything fresh, an old address, nothing bound. */
const calm: Features = {
  device: { knownFor: 30 * day }, authentication: { age: minute, acr: 'urn:limen:acr:basic' },
  session: { age: hour }, account: { age: 100 * day }, recovered: null,
  has: { passkey: false, totp: false, password: true, email: true }, email: { verifiedFor: 90 * day }, contact: null,
  risk: lowRisk, proved: { strongAge: null, emailCodeAge: null }, challenge: { age: hour }, pending: null,
};

type Change = { [K in keyof Features]?: Features[K] extends boolean | undefined ? Features[K] : Partial<Features[K]> | null };
const features = (change: Change): Features => Object.entries(change).reduce((all, [name, changed]) => {
  const before = all[name as keyof Features];
  const isPart = typeof before === 'object' && before !== null && typeof changed === 'object' && changed !== null;
  return { ...all, [name]: isPart ? { ...before, ...changed } : changed };
}, calm);

const unknown = { device: { knownFor: 0 } };
const old = { authentication: { age: 5 * minute + second } };
const summary = ({ response, reasons, lift, delay }: Decision) => [
  response, reasons.join(' '), lift ? [lift.acrValues.length, lift.maxAge, lift.prompt].join('/') : delay ?? ''];

const strong = '2/300/login';
const mail = '1/300/login';
const waiting = (dueIn: number) => ({ pending: { dueIn, state: 'waiting' as const } });

const begunAt = (begunAtRisk: 'low' | 'high') => ({ pending: { dueIn: 0, state: 'waiting' as const, begunAtRisk } });

const recovered = (age: number, factorAge: number) => ({ recovered: { age, factorAge } });

const cases: readonly (readonly [string, Change, readonly [string, string, string | number]])[] = [
  ['nothing to look at twice', {}, ['allow', '', '']],
  ['five minutes to the second are not old', { authentication: { age: 5 * minute } }, ['allow', '', '']],
  ['known for exactly a day', { device: { knownFor: day } }, ['allow', '', '']],
  ['known for less', { device: { knownFor: day - 1 } }, ['challenge', 'device-unknown', mail]],
  ['unknown browser, passkey bound', { ...unknown, has: { passkey: true } }, ['challenge', 'device-unknown', strong]],
  ['old, app bound', { ...old, has: { totp: true } }, ['challenge', 'authentication-old', strong]],
  ['both reasons are told', { ...unknown, ...old }, ['challenge', 'device-unknown authentication-old', mail]],
  ['an address of exactly 72 hours', { ...old, email: { verifiedFor: 72 * hour } }, ['challenge', 'authentication-old', mail]],
  ['a younger address', { ...old, email: { verifiedFor: 72 * hour - 1 } }, ['delay', 'authentication-old', day]],
  ['no address', { ...old, has: { email: false }, email: { verifiedFor: 0 } }, ['delay', 'authentication-old', day]],
  ['the passkey was just shown', { ...unknown, has: { passkey: true }, proved: { strongAge: 10 * second } },
    ['allow', 'device-unknown challenge-met', '']],
  ['a code is not what was asked', { ...unknown, has: { passkey: true }, proved: { emailCodeAge: 10 * second } },
    ['challenge', 'device-unknown', strong]],
  ['the code was just shown', { ...unknown, proved: { emailCodeAge: 10 * second } },
    ['allow', 'device-unknown challenge-met', '']],
  ['the code counts for five minutes, in whole seconds', { ...unknown, proved: { emailCodeAge: 5 * minute + 999 } },
    ['allow', 'device-unknown challenge-met', '']],
  ['and no longer', { ...unknown, proved: { emailCodeAge: 5 * minute + second } }, ['challenge', 'device-unknown', mail]],
  ['nothing was asked of this session about this', { ...unknown, has: { passkey: true }, proved: { strongAge: 10 * second }, challenge: null },
    ['challenge', 'device-unknown', strong]],
  ['it was shown before it was asked', { ...unknown, has: { passkey: true }, proved: { strongAge: 10 * second }, challenge: { age: 9 * second } },
    ['challenge', 'device-unknown', strong]],
  ['a password is no code', { ...unknown, authentication: { age: second } }, ['challenge', 'device-unknown', mail]],
  ['a code to a young address proves nothing', { ...unknown, email: { verifiedFor: hour }, proved: { emailCodeAge: second } },
    ['delay', 'device-unknown', day]],
  ['it waits already', { ...old, email: { verifiedFor: 0 }, ...waiting(hour) }, ['delay', 'authentication-old', hour]],
  ['the wait is over', { ...old, email: { verifiedFor: 0 }, ...waiting(0) }, ['allow', 'authentication-old delay-over', '']],
  ['the wait is over, and a passkey was bound meanwhile', { ...old, has: { passkey: true }, ...begunAt('low') }, ['allow', 'authentication-old delay-over', '']],
  ['the wait is over, and the risk is higher than when it began: what can be shown is asked for', { ...old, has: { passkey: true }, ...begunAt('low'), risk: { band: 'medium' } },
    ['challenge', 'authentication-old', strong]],
  ['nor is the risk of then known', { ...old, has: { passkey: true }, ...waiting(0), risk: { band: 'medium' } }, ['challenge', 'authentication-old', strong]],
  ['the wait is over, and the risk is lower than when it began', { ...old, has: { passkey: true }, ...begunAt('high'), risk: { band: 'medium' } },
    ['allow', 'authentication-old delay-over', '']],
  ['the risk is higher, and there is nothing to show', { ...old, email: { verifiedFor: 0 }, ...begunAt('low'), risk: { band: 'medium' } },
    ['allow', 'authentication-old delay-over', '']],
  ['it was stopped', { ...old, email: { verifiedFor: 0 }, pending: { dueIn: hour, state: 'cancelled' } },
    ['deny', 'authentication-old cancelled', '']],
  ['it was stopped, and its time has passed', { ...old, email: { verifiedFor: 0 }, pending: { dueIn: -hour, state: 'cancelled' } },
    ['deny', 'authentication-old cancelled', '']],
  ['it was stopped, but now there is a passkey', { ...old, has: { passkey: true }, pending: { dueIn: hour, state: 'cancelled' } },
    ['challenge', 'authentication-old', strong]],
  ['recovered within three days, all else at rest', recovered(72 * hour - 1, 72 * hour - 1), ['deny', 'recovered-lately', '']],
  ['a passkey that recovery made opens nothing yet', { ...recovered(hour, hour), has: { passkey: true }, proved: { strongAge: second } },
    ['deny', 'recovered-lately', '']],
  ['three days after, the passkey counts as ever', { ...recovered(72 * hour, 72 * hour), has: { passkey: true } }, ['allow', '', '']],
  ['recovered long ago without a factor since', recovered(30 * day, 0), ['delay', 'recovered-lately', day]],
  ['a factor made later has to rest as well', { ...recovered(30 * day, day), has: { passkey: true } }, ['delay', 'recovered-lately', day]],
  ['an address that was replaced, while that can be undone', { contact: { changedAge: 7 * day - 1 }, has: { passkey: true } }, ['deny', 'contact-changed-lately', '']],
  ['an address that was replaced a week ago', { contact: { changedAge: 7 * day } }, ['allow', '', '']],
  ['recovered, and no factor since: closed, whatever the conditions say', { recovered: { age: hour, factorAge: 0, isOpen: true } },
    ['deny', 'recovered-lately recovered-open', '']],
  ['what was begun before the recovery does not come through by waiting', { ...recovered(hour, hour), ...waiting(0) },
    ['deny', 'recovered-lately', '']],
];

for (const [name, change, expected] of cases) {
  test(`payout change: ${name}`, () => {
    assert.deepEqual(summary(decide(features(change), compileCheckpoint(payout))), expected);
  });
}

test('what is of high value is closed after a recovery until a factor is bound again, also where no condition says so', () => {
  const forgetful: Checkpoint = { ...payout, reasons: { never: 'false' }, responses: [{ respond: 'delay', for: '1h' }] };
  const open = features({ recovered: { age: hour, factorAge: 0, isOpen: true }, ...waiting(0) });
  for (const valueAtRisk of ['high', 'critical'] as const) {
    const closed = decide(open, compileCheckpoint({ ...forgetful, valueAtRisk }));
    assert.deepEqual(summary(closed), ['deny', 'recovered-open', '']);
    assert.ok(closed.candidates.every(({ chosen }) => !chosen));
    const bound = features({ recovered: { age: hour, factorAge: minute, isOpen: false } });
    assert.equal(decide(bound, compileCheckpoint({ ...forgetful, valueAtRisk })).response, 'allow');
  }
  for (const valueAtRisk of ['low', 'elevated'] as const) {
    assert.equal(decide(open, compileCheckpoint({ ...forgetful, valueAtRisk })).response, 'allow');
  }
});

test('every response is recorded, with whether it held and which was chosen', () => {
  const { candidates } = decide(features({ ...old }), compileCheckpoint(payout));
  assert.deepEqual(candidates.map(({ respond, held, chosen }) => [respond, held, chosen]),
    [['deny', false, false], ['challenge', false, false], ['challenge', true, true], ['delay', true, false]]);
});

test('a condition that cannot be answered is a reason to look, and no way through', () => {
  const checkpoint = compileCheckpoint({
    ...payout, reasons: { odd: 'authentication.acr.startsWith("x") || int(authentication.acr) > 1' },
    responses: [{ respond: 'deny', when: 'int(authentication.acr) > 1' }, { respond: 'delay', for: '1h' }],
  });
  assert.deepEqual(summary(decide(calm, checkpoint)), ['delay', 'odd made-on-less condition-failed', hour]);
});

test('where no response holds the answer is no', () => {
  const checkpoint = compileCheckpoint({ ...payout, reasons: { always: 'true' }, responses: [{ respond: 'delay', for: '1h', when: 'false' }] });
  assert.deepEqual(summary(decide(calm, checkpoint)), ['deny', 'always no-response', '']);
});
