import { z } from 'zod';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { completeInput } from '../../../../../contract/screens/complete.ts';
import { toldPurpose } from '../../told-purpose.ts';
import { defineStep, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';

const config = z.strictObject({});

/** The end with a result. What it shows is seen only where no application waits for the person. */
export function createCompleteStep(): Step {
  return defineStep<z.infer<typeof config>, null, ScreenOf<'complete'>, z.infer<typeof completeInput>>({
    name: 'complete',
    about: 'Ends the journey with a session, if enough was proved.',
    exits: [],
    effects: {},
    channels: anywhere,
    fails: ['refused'],
    config,
    input: completeInput,
    ends: 'complete',
    enter: async (_tx, run) => ({ show: { step: 'complete', purpose: toldPurpose(run.purpose) }, state: null }),
  });
}
