import type { Calibration } from './calibration.ts';

/** Names the model in records of decisions. */
export const shippedModel = 'limen-1/d85bac13';

/**
 * What a population begins with, before it has a calibration of its own: fitted on made-up logins by
 * `npm run bench -- risk --write`, which writes this file. Rows: 1, 2, 3-4, 5-9, 10-19, 20+ logins before; in each daily, weekly, monthly, rarely.
 */
export const shippedCalibration: Calibration = [
  [{ a: 1.3563, b: 1.2276 }, { a: 1.3563, b: 1.2276 }, { a: 1.38, b: 1.2342 }, { a: 1.3563, b: 1.2276 }],
  [{ a: -0.1964, b: 0.8179 }, { a: -0.2476, b: 0.8116 }, { a: -0.2376, b: 0.8589 }, { a: -0.2285, b: 0.8591 }],
  [{ a: -0.4641, b: 0.8257 }, { a: -0.4852, b: 0.8302 }, { a: -0.559, b: 0.7951 }, { a: -0.554, b: 0.8254 }],
  [{ a: -0.8338, b: 0.8288 }, { a: -0.9069, b: 0.7679 }, { a: -0.8726, b: 0.8016 }, { a: -0.8619, b: 0.816 }],
  [{ a: -1.1329, b: 0.9052 }, { a: -1.2192, b: 0.7918 }, { a: -1.1819, b: 0.8417 }, { a: -1.1629, b: 0.833 }],
  [{ a: -1.7162, b: 1.0228 }, { a: -1.7105, b: 0.9377 }, { a: -1.6957, b: 0.8685 }, { a: -1.7035, b: 0.9706 }],
];
