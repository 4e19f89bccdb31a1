import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { refuseInput, refuseReasons } from '../../../../../contract/screens/refuse.ts';
import { defineStep, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';

const config = z.strictObject({ reason: z.enum(refuseReasons) });

/** The end without a result: says why, and leads back to whoever asked. */
export function createRefuseStep(): Step {
  return defineStep<z.infer<typeof config>, null, ScreenOf<'refuse'>, z.infer<typeof refuseInput>>({
    name: 'refuse',
    about: 'Ends the journey without a result, and says why.',
    exits: [],
    effects: {},
    channels: anywhere,
    fails: [],
    config,
    input: refuseInput,
    ends: 'refuse',
    enter: async (_tx, _run, { reason }) => ({ show: { step: 'refuse', reason }, state: null }),
  });
}
