import type { RiskRules } from '../../../contract/policy/index.ts';
import { bandOf } from './bands.ts';
import { sigmoid } from './calibration.ts';
import { frequencies, historyBuckets } from './history.ts';
import { modelOf } from './model.ts';
import type { RiskFound } from './risk.ts';

/** What an assessment would have come to under other rules: the evidence stays, what is taken for granted changes. */
export function reassess(found: RiskFound, rules: RiskRules | undefined): RiskFound {
  const { prior, calibration, floors, version } = modelOf(rules);
  const sum = Math.log(prior / (1 - prior)) + found.contributions.reduce((all, { ratio }) => all + ratio, 0);
  const { a, b } = calibration[historyBuckets.indexOf(found.history)]![frequencies.indexOf(found.frequency)]!;
  const probability = sigmoid(a + b * sum);
  return { ...found, sum, probability, band: bandOf(probability, floors), model: version };
}
