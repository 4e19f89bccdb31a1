import { z } from 'zod';
import { nodeName } from '../../../../../contract/policy/index.ts';
import { defineStep, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';

const config = z.strictObject({
  /** A journey with the purpose `part`. */
  journey: nodeName,
});

/** Goes through a part that several journeys share, and on from where that ends; what was proved in it counts. */
export function createSubJourneyStep(): Step {
  return defineStep<z.infer<typeof config>, null, never, never>({
    name: 'sub-journey',
    about: 'Goes through a part and comes back.',
    exits: ['done', 'refused'],
    // Without it a part that refuses ends the run.
    optionalExits: ['refused'],
    config,
    effects: {},
    channels: anywhere,
    fails: [],
    calls: 'journey',
    enter: async (_tx, _run, { journey }) => ({ call: journey }),
  });
}
