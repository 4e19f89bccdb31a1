import type { Calibration } from './calibration.ts';

/** Names the model in records of decisions. */
export const shippedModel = 'limen-1/cefb5a44';

/**
 * What a population begins with, before it has a calibration of its own: fitted on made-up logins by
 * `npm run bench -- risk --write`, which writes this file. Rows: 1, 2, 3-4, 5-9, 10-19, 20+ logins before; in each daily, weekly, monthly, rarely.
 */
export const shippedCalibration: Calibration = [
  [{ a: 1.1361, b: 1.1626 }, { a: 1.1361, b: 1.1626 }, { a: 1.1569, b: 1.1679 }, { a: 1.1361, b: 1.1626 }],
  [{ a: -0.2135, b: 0.8028 }, { a: -0.2523, b: 0.769 }, { a: -0.2452, b: 0.8402 }, { a: -0.2407, b: 0.8253 }],
  [{ a: -0.3831, b: 0.8671 }, { a: -0.4024, b: 0.8542 }, { a: -0.4205, b: 0.8385 }, { a: -0.4449, b: 0.8472 }],
  [{ a: -0.9043, b: 0.7877 }, { a: -0.9008, b: 0.786 }, { a: -0.9222, b: 0.7876 }, { a: -0.8963, b: 0.8099 }],
  [{ a: -1.1994, b: 0.9065 }, { a: -1.2546, b: 0.8133 }, { a: -1.2205, b: 0.8687 }, { a: -1.2091, b: 0.8599 }],
  [{ a: -1.731, b: 1.0466 }, { a: -1.7446, b: 0.9484 }, { a: -1.7152, b: 0.9471 }, { a: -1.7259, b: 0.9891 }],
];
