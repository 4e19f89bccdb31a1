import type { RiskRules } from '../../../contract/policy/index.ts';
import type { RiskModel } from './assess.ts';
import type { BandFloors } from './bands.ts';
import { shippedCalibration, shippedModel } from './shipped-calibration.ts';
import { allSignals } from './signals/index.ts';

export interface PolicyModel extends RiskModel {
  readonly floors: BandFloors;
  readonly version: string;
}

/** What counts where a policy says nothing about risk. */
export const usualRules: RiskRules = { impostors: 0.01, bands: { medium: 0.02, high: 0.15, critical: 0.6 } };

/** The model that a policy asks for. */
export function modelOf({ impostors, bands }: RiskRules = usualRules): PolicyModel {
  return { signals: allSignals, calibration: shippedCalibration, prior: impostors, floors: bands, version: shippedModel };
}
