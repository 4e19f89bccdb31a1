import type { Calibration } from './calibration.ts';

/** Names the model in records of decisions. */
export const shippedModel = 'limen-1/0b90f0d4';

/**
 * What a population begins with, before it has a calibration of its own: fitted on made-up logins by
 * `npm run bench -- risk --write`, which writes this file. Rows: 1, 2, 3-4, 5-9, 10-19, 20+ logins before; in each daily, weekly, monthly, rarely.
 */
export const shippedCalibration: Calibration = [
  [{ a: 1.5782, b: 1.3706 }, { a: 1.5782, b: 1.3706 }, { a: 1.6066, b: 1.3787 }, { a: 1.5782, b: 1.3706 }],
  [{ a: -0.1871, b: 0.9502 }, { a: -0.228, b: 0.9035 }, { a: -0.2154, b: 0.9206 }, { a: -0.2055, b: 0.9234 }],
  [{ a: -0.5875, b: 0.9241 }, { a: -0.5484, b: 0.8604 }, { a: -0.6196, b: 0.8103 }, { a: -0.6225, b: 0.8478 }],
  [{ a: -0.8847, b: 0.8975 }, { a: -0.9019, b: 0.7924 }, { a: -0.8764, b: 0.8137 }, { a: -0.8766, b: 0.8322 }],
  [{ a: -1.1211, b: 0.9611 }, { a: -1.2019, b: 0.8235 }, { a: -1.1471, b: 0.8491 }, { a: -1.1417, b: 0.8516 }],
  [{ a: -1.8967, b: 1.0951 }, { a: -1.8322, b: 0.9782 }, { a: -1.8268, b: 0.9124 }, { a: -1.8522, b: 1.0279 }],
];
