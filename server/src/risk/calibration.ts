import { frequencies, historyBuckets } from './history.ts';

/** Turns a sum of evidence into a probability: p = σ(a + b·z) (Platt 1999). */
export interface Platt { readonly a: number; readonly b: number }

/** One fit per history bucket and frequency, in the order of those lists. */
export type Calibration = readonly (readonly Platt[])[];

export const uncalibrated: Calibration = historyBuckets.map(() => frequencies.map(() => ({ a: 0, b: 1 })));

/** A sum of evidence, whether it was an impostor, and how many requests it stands for. */
export interface Labelled { readonly z: number; readonly hostile: boolean; readonly weight: number }

/**
 * Fits by weighted maximum likelihood (Newton's method), held towards `prior` by as much as `held` observations would:
 * few logins then change little.
 */
export function fitPlatt(observed: readonly Labelled[], prior: Platt = { a: 0, b: 1 }, held = 2): Platt {
  let { a, b } = prior;
  for (let round = 0; round < 50; round += 1) {
    let ga = held * (prior.a - a); let gb = held * (prior.b - b);
    let haa = held; let hab = 0; let hbb = held;
    for (const { z, hostile, weight } of observed) {
      const p = sigmoid(a + b * z);
      const error = weight * ((hostile ? 1 : 0) - p);
      const curve = weight * p * (1 - p);
      ga += error; gb += error * z;
      haa += curve; hab += curve * z; hbb += curve * z * z;
    }
    const determinant = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    const step = Math.min(1, 2 / Math.max(Math.abs(da), Math.abs(db), 1e-9));
    a += step * da; b += step * db;
    if (Math.abs(da) + Math.abs(db) < 1e-7) break;
  }
  return { a, b: Math.max(0.01, b) };
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
