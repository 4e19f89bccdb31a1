import type { RiskReason } from '../../../contract/risk.ts';
import { sigmoid, type Calibration } from './calibration.ts';
import type { RiskFacts } from './facts.ts';
import { frequencyAt, historyBucketAt } from './history.ts';
import type { Signal } from './signal.ts';

/** What one signal added to the sum. */
export interface Contribution {
  readonly signal: string;
  /** Natural logarithm, bounded by the signal. */
  readonly ratio: number;
  readonly reason?: RiskReason;
}

export interface Assessment {
  /** Probability that this is not the principal, 0 to 1. */
  readonly probability: number;
  /** The sum of evidence before calibration. */
  readonly sum: number;
  readonly contributions: readonly Contribution[];
  /** Signals that had no facts to go by. */
  readonly missing: readonly string[];
}

export interface RiskModel {
  readonly signals: readonly Signal[];
  readonly calibration: Calibration;
  /** Share of impostors among those who come this far, before anything is known of the request (π). */
  readonly prior: number;
}

/** The risk of a request from its facts alone. Never throws; on fewer facts it says so in `missing`. */
export function assess(facts: RiskFacts, model: RiskModel): Assessment {
  const contributions: Contribution[] = [];
  const missing: string[] = [];
  let sum = Math.log(model.prior / (1 - model.prior));
  for (const signal of model.signals) {
    const reading = signal.read(facts);
    if (reading === undefined || Number.isNaN(reading.ratio)) {
      missing.push(signal.name);
      continue;
    }
    const ratio = Math.min(signal.most, Math.max(signal.least, reading.ratio));
    sum += ratio;
    contributions.push({ signal: signal.name, ratio, reason: reading.reason });
  }
  const { a, b } = model.calibration[historyBucketAt(facts.profile.logins)]![frequencyAt(facts.profile)]!;
  return { probability: sigmoid(a + b * sum), sum, contributions, missing };
}
