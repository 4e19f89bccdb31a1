import { fitPlatt, frequencies, historyBuckets, sigmoid, type Calibration, type Frequency, type Labelled, type Platt } from '../../server/src/risk/index.ts';
import type { Chance } from '../../demo/people/chance.ts';
import { percentile } from '../statistics.ts';
import type { Attacker } from './generator/attackers.ts';
import type { Estimate } from './judge.ts';
import type { Scored } from './replay.ts';

/** What part of impostors each sort is, and what part impostors are of those who know a password: stated, not measured. */
export const assumedMix: Readonly<Record<Attacker, number>> = { naive: 0.5, vpn: 0.3, targeted: 0.18, veryTargeted: 0.02 };
export const assumedPrior = 0.01;

/** Scores with the weights that make attempts as rare as they are assumed to be. */
export function labelled(scored: readonly Scored[]): readonly Labelled[] {
  const genuine = scored.filter(({ attacker }) => attacker === undefined).length;
  const attempts = new Map<Attacker, number>();
  for (const { attacker } of scored) if (attacker) attempts.set(attacker, (attempts.get(attacker) ?? 0) + 1);
  const weightOf = (attacker: Attacker): number => (
    assumedPrior / (1 - assumedPrior) * genuine * assumedMix[attacker] / attempts.get(attacker)!);
  return scored.map(({ attacker, sum }) => ({ z: sum, hostile: attacker !== undefined, weight: attacker ? weightOf(attacker) : 1 }));
}

/** One fit a bucket and frequency; where few were seen, held towards the fit of the bucket. */
export function calibrate(scored: readonly Scored[]): Calibration {
  return historyBuckets.map((_, bucket) => {
    const here = scored.filter((each) => each.bucket === bucket);
    const all = fitPlatt(labelled(here));
    return frequencies.map((_frequency, frequency): Platt => {
      const few = here.filter((each) => each.frequency === frequency);
      return few.some(({ attacker }) => attacker) ? fitPlatt(labelled(few), all, 100) : all;
    });
  });
}

export interface Fit {
  readonly bucket: string;
  /** Undefined: of all. */
  readonly frequency?: Frequency;
  /** Mean distance between what was said and what came, over ten bins of probability. */
  readonly ece: number;
  /** The same over what was said to be 1 % or more: below lie nearly all, where little can be wrong. */
  readonly eceAbove: number;
  /** 1 where what was said changes as fast as what comes (logistic recalibration; Cox 1958), with its 95 % interval. */
  readonly slope: Estimate;
  readonly observed: number;
  readonly attempts: number;
}

/** Fewer attempts don't make a fit that could be judged. */
const fewestAttempts = 200;

/** How well probabilities fit what came, by history bucket and in it by frequency, on people that the calibration never saw. */
export function fitsOf(scored: readonly Scored[], calibration: Calibration, chance: Chance): readonly Fit[] {
  return historyBuckets.flatMap((name, bucket) => {
    const here = scored.filter((each) => each.bucket === bucket);
    const all = fitOf(here, calibration, chance);
    const by = frequencies.flatMap((frequency, at): Fit[] => {
      const few = here.filter((each) => each.frequency === at);
      return few.filter(({ attacker }) => attacker).length < fewestAttempts ? [] : [{ bucket: name, frequency, ...fitOf(few, calibration, chance) }];
    });
    return [{ bucket: name, ...all }, ...by.length > 1 ? by : []];
  });
}

/** Bounds of the bins of what was said. */
const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
const aboveOne = [0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9] as const;

function fitOf(scored: readonly Scored[], calibration: Calibration, chance: Chance): Omit<Fit, 'bucket' | 'frequency'> {
  const logit = ({ sum, bucket, frequency }: Scored): number => calibration[bucket]![frequency]!.a + calibration[bucket]![frequency]!.b * sum;
  const rows = labelled(scored).map((each, at) => ({ ...each, z: logit(scored[at]!) }));
  return {
    observed: scored.length, attempts: scored.filter(({ attacker }) => attacker).length, slope: slopeOf(rows, scored, chance),
    ece: errorOf(rows, tenths), eceAbove: errorOf(rows.filter(({ z }) => sigmoid(z) >= 0.01), aboveOne),
  };
}

/** The mean distance between said and came, over bins that end at `bounds`; 0 where nothing was said. */
function errorOf(rows: readonly Labelled[], bounds: readonly number[]): number {
  const bins = Array.from({ length: bounds.length + 1 }, () => ({ weight: 0, said: 0, came: 0 }));
  for (const { z, hostile, weight } of rows) {
    const said = sigmoid(z);
    const above = bounds.findIndex((bound) => said < bound);
    const bin = bins[above === -1 ? bounds.length : above]!;
    bin.weight += weight;
    bin.said += weight * said;
    if (hostile) bin.came += weight;
  }
  const total = bins.reduce((sum, { weight }) => sum + weight, 0);
  return bins.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0) / (total || 1);
}

const draws = 40;

/** Users are drawn again with weights (Poisson bootstrap), since the logins of one user are alike. */
function slopeOf(rows: readonly Labelled[], scored: readonly Scored[], chance: Chance): Estimate {
  const slope = (of: readonly Labelled[]): number => fitPlatt(of, undefined, 1e-6).b;
  const drawn = Array.from({ length: draws }, () => {
    const weights = new Map<number, number>();
    const weightOf = (user: number): number => {
      let weight = weights.get(user);
      if (weight === undefined) weights.set(user, weight = poisson(chance));
      return weight;
    };
    return slope(rows.map((row, at) => ({ ...row, weight: row.weight * weightOf(scored[at]!.user) })));
  });
  return { value: slope(rows), low: percentile(drawn, 0.025), high: percentile(drawn, 0.975) };
}

/** How often something comes that comes once on average (Knuth). */
function poisson(chance: Chance): number {
  let times = 0;
  for (let left = chance.next(); left > Math.exp(-1); left *= chance.next()) times += 1;
  return times;
}
