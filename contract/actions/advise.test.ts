import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint } from '../policy/index.ts';
import { adviceInWords, sourceInWords } from './advice-in-words.ts';
import { advise, type RequestsCounted } from './advise.ts';
import { startingWorth, worthsOf } from './response-worth.ts';
import { stageOf } from './stage.ts';
import { stakesOf } from './stakes.ts';

const floors = { medium: 0.02, high: 0.15, critical: 0.6 };
const code = { respond: 'challenge', with: 'email-code', within: '5m' } as const;
const payout: Checkpoint = {
  about: 'Change where money goes', valueAtRisk: 'high', frictionTolerance: 'medium', reasons: {}, responses: [code],
  stakes: { loss: 500, friction: 2.5 },
};
const asked = (checkpoint: Checkpoint, counted: readonly RequestsCounted[] = []) => advise({ checkpoint, floors, worths: startingWorth, counted });
const from = (advice: ReturnType<typeof asked>, name: string): string | undefined => (
  advice.thresholds.find((each) => each.name === name)?.from.toFixed(4));

test('the worked example: a code is worth asking above .0052 where 500 is at stake, above .0495 where it is 50', () => {
  // Only codes and letting go, as in the example: what is asked otherwise would stop more and lose fewer.
  const worths = { ...startingWorth, 'passkey-or-totp': { ...startingWorth['passkey-or-totp'], efficacy: 0, friction: 1 } };
  const at = (loss: number) => advise({ checkpoint: { ...payout, stakes: { loss, friction: 2.5 } }, floors, worths, counted: [] });
  assert.equal(from(at(500), 'email-code'), '0.0052');
  assert.equal(from(at(50), 'email-code'), '0.0495');
});

test('expected cost now and at best, by hand', () => {
  // V = 2.50 / .065 = 38.4615. 900 let go with .9 impostors among them, 100 asked for a code with 5 among them.
  const advice = asked(payout, [
    { band: 'low', name: 'allow', requests: 900, impostors: 0.9 },
    { band: 'medium', name: 'allow', requests: 60, impostors: 3 },
    { band: 'medium', name: 'email-code', requests: 40, impostors: 2 },
  ]);
  // Now: .9·500 + 3·500 + (2·500·.04 + 38·2.50) = 450 + 1500 + 40 + 95 = 2085.
  assert.equal(advice.now?.toFixed(2), '2085.00');
  // At best: low let go (450, against .9·500·.025 + 899.1·38.4615·.0425 = 1480.91); medium a passkey or an app:
  // 5·500·.025 + 95·38.4615·.0425 = 62.50 + 155.29 = 217.79, against a code's 5·500·.04 + 95·2.50 = 337.50.
  assert.equal(advice.atBest?.toFixed(2), '667.79');
  assert.deepEqual(advice.bands.map(({ band, best, fits }) => [band, best, fits]), [
    ['low', 'allow', true], ['medium', 'passkey-or-totp', false], ['high', 'passkey-or-totp', false], ['critical', 'passkey-or-totp', false],
  ]);
  assert.equal(adviceInWords(advice, 'EUR'), '1,000 requests cost 2,085 EUR now and 668 EUR at best: '
    + 'allow at low, ask for a passkey or a code of an app at medium, high and critical.');
});

test('a policy that has the best response in every band fits, and its costs are the least', () => {
  const passkey = { respond: 'challenge', with: 'passkey-or-totp', within: '5m' } as const;
  const advice = asked({ ...payout, responses: [passkey], looksTwiceFrom: 'medium' }, [
    { band: 'low', name: 'allow', requests: 1_000, impostors: 1 }, { band: 'high', name: 'passkey-or-totp', requests: 10, impostors: 3 },
  ]);
  assert.ok(advice.bands.every(({ fits }) => fits));
  assert.equal(advice.now, advice.atBest);
  assert.match(adviceInWords(advice, 'EUR'), /about the least there is/);
});

test('a reason that holds for everybody is asked about in every band', () => {
  const passkey = { respond: 'challenge', with: 'passkey', within: '5m' } as const;
  const advice = asked({ ...payout, stakes: { loss: 100_000, friction: 1 }, reasons: { always: 'true' }, responses: [passkey] });
  assert.deepEqual(advice.bands.map(({ best, fits }) => [best, fits]), Array.from({ length: 4 }, () => ['passkey', true]));
});

test('denying is never advised, however sure the score is', () => {
  const advice = asked({ ...payout, valueAtRisk: 'critical', stakes: { loss: 1_000_000 }, responses: [{ respond: 'deny' }] });
  assert.ok(advice.bands.every(({ best }) => best !== 'deny'));
  assert.ok(advice.thresholds.every(({ name }) => name !== 'deny'));
});

test('without requests there is no number, and the sentence says so', () => {
  const advice = asked(payout);
  assert.deepEqual([advice.now, advice.atBest, advice.requests], [null, null, 0]);
  assert.match(adviceInWords(advice, 'EUR'), /^Nobody has asked yet\. By what is at stake, best is to allow at low/);
});

test('stakes that the policy does not say are assumed by the tiers, and told so', () => {
  const { stakes: _stakes, ...without } = payout;
  assert.deepEqual(stakesOf(without), { loss: { amount: 500, from: 'assumed' }, friction: { amount: 2.5, from: 'assumed' } });
  assert.deepEqual(stakesOf({ ...without, stakes: { loss: 1_200 } }).loss, { amount: 1_200, from: 'policy' });
});

test('what was counted here takes the place of what was published, once it is enough', () => {
  const few = worthsOf([{ name: 'email-code', ended: 199, passed: 100, disowned: 29, disownedPassed: 20 }]);
  assert.deepEqual(few['email-code'], { ...startingWorth['email-code'], ended: 199, disowned: 29 }, 'too few say nothing, and how many there were');
  const many = worthsOf([{ name: 'email-code', ended: 998, passed: 899, disowned: 38, disownedPassed: 1 }]);
  // (998 − 899 + 1) / 1000 lost; of those that were somebody else's, (1 + 1) / 40 got through.
  assert.deepEqual(many['email-code'], { friction: 0.1, frictionFrom: 'measured', efficacy: 0.95, efficacyFrom: 'measured', ended: 998, disowned: 38 });
  assert.deepEqual([sourceInWords(few['email-code'], 'friction'), sourceInWords(few['email-code'], 'efficacy')],
    ['published, 199 of 200 counted so far', 'published, 29 of 30 counted so far']);
  assert.deepEqual([sourceInWords(many['email-code'], 'friction'), sourceInWords(many.delay, 'efficacy')], ['measured on 998', 'assumed']);
});

test('an action stands where the policy says, else where its name tells', () => {
  const names = ['payout.change', 'account.delete', 'email.change', 'sign-in', 'sign-up.finish', 'report.read'];
  assert.deepEqual(names.map((name) => stageOf(name, {})), ['paying', 'leaving', 'account-changes', 'sign-in', 'before-sign-in', 'browsing']);
  assert.equal(stageOf('payout.change', { stage: 'leaving' }), 'leaving');
});
