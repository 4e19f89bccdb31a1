import type { RiskBand } from '../../../contract/risk.ts';

/** Probabilities from which on a band counts. */
export interface BandFloors {
  readonly medium: number;
  readonly high: number;
  readonly critical: number;
}

/** The band of a probability: names that policies speak of, so that a new calibration changes no policy. */
export function bandOf(probability: number, floors: BandFloors): RiskBand {
  if (probability >= floors.critical) return 'critical';
  if (probability >= floors.high) return 'high';
  return probability >= floors.medium ? 'medium' : 'low';
}
