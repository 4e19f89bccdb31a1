import { createHash } from 'node:crypto';
import { frequencies, historyBuckets, type Calibration } from '../../server/src/risk/index.ts';

/** The calibration as the source file that the server begins with. */
export function calibrationFile(calibration: Calibration): string {
  const rounded = calibration.map((bucket) => bucket.map(({ a, b }) => ({ a: round(a), b: round(b) })));
  const version = createHash('sha256').update(JSON.stringify(rounded)).digest('hex').slice(0, 8);
  return `import type { Calibration } from './calibration.ts';

/** Names the model in records of decisions. */
export const shippedModel = 'limen-1/${version}';

/**
 * What a population begins with, before it has a calibration of its own: fitted on made-up logins by
 * \`npm run bench -- risk --write\`, which writes this file. Rows: ${historyBuckets.join(', ')} logins before; in each ${frequencies.join(', ')}.
 */
export const shippedCalibration: Calibration = [
${rounded.map((bucket) => `  [${bucket.map(({ a, b }) => `{ a: ${a}, b: ${b} }`).join(', ')}],`).join('\n')}
];
`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
