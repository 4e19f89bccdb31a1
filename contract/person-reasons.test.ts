import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personReasons, personReasonsOf } from './person-reasons.ts';
import { riskReasons, type RiskReason } from './risk.ts';

test('a person is told what they can make use of, and nothing of how they were found out', () => {
  assert.deepEqual(personReasonsOf(['device-unknown', 'risk-high'], ['password-breached', 'country-new', 'network-hosting']), ['device-new', 'place-new', 'unusual']);
  const secret: readonly RiskReason[] = ['password-breached', 'password-sprayed', 'address-tries-many', 'account-guessed', 'travel-impossible', 'network-relay', 'network-hosting'];
  for (const each of secret) assert.deepEqual(personReasonsOf(['risk-critical'], [each]), ['unusual'], each);
});

test('what stood out is told only where the risk was a reason; how the answer went on never is', () => {
  assert.deepEqual(personReasonsOf(['authentication-old'], ['country-new']), ['proof-old']);
  assert.deepEqual(personReasonsOf(['risk-high', 'challenge-met', 'made-on-less', 'risk-missing'], []), ['unusual']);
  assert.deepEqual(personReasonsOf(['cancelled'], []), []);
  assert.deepEqual(personReasonsOf(['a-reason-of-ones-own'], []), ['unusual']);
});

test('every reason of risk has one for the person, and never more than three are told', () => {
  const all = Object.keys(riskReasons) as RiskReason[];
  for (const each of all) assert.equal(personReasonsOf(['risk-high'], [each]).length, 1, each);
  assert.deepEqual(personReasonsOf(['risk-high'], all), personReasons.slice(0, 3));
});
