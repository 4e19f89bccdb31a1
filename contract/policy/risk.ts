import { z } from 'zod';

const probability = z.number().gt(0).lt(1);

/** How a population judges risk; the conditions of checkpoints speak of the bands. */
export const riskRules = z.strictObject({
  /** Part of right proofs that are taken to be given by impostors before anything is known of the request. */
  impostors: probability,
  /** Probabilities from which on a band counts; below the first it is low. */
  bands: z.strictObject({ medium: probability, high: probability, critical: probability })
    .refine(({ medium, high, critical }) => medium < high && high < critical, 'has to rise from medium to high to critical'),
});
export type RiskRules = z.infer<typeof riskRules>;
