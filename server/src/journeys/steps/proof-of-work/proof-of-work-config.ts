import { z } from 'zod';
import { duration, milliseconds } from '../../../../../contract/policy/index.ts';
import { second } from '../../../kernel/index.ts';

/** Longer than this nobody who can't have a sum solved is kept. */
const longestWait = 120 * second;

export const proofOfWorkConfig = z.strictObject({
  /** `under-attack`: only while much of what comes from there is an attack, and then as much as that asks for, not `tries`. */
  when: z.enum(['always', 'under-attack']).default('always'),
  /** How many tries it takes on average, each some tenths of a millisecond on a laptop; never more than half as many again. */
  tries: z.int().min(100).max(10_000).default(1_000),
  /** What it takes without a solution. */
  wait: duration.default('20s').refine((value) => milliseconds(value) >= second && milliseconds(value) <= longestWait, 'use 1s to 120s'),
});
export type ProofOfWorkConfig = z.infer<typeof proofOfWorkConfig>;
