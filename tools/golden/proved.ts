import { createStepCatalogue } from '../../server/src/journeys/index.ts';
import { proveTemplates, provedFile } from '../../server/src/changes/index.ts';
import { one, type Golden } from './golden.ts';

/** The templates whose plan has no fault, by their digest, so that a first start need not plan them again. */
export const proved: Golden = {
  name: 'proved',
  make: async () => {
    // The makers only keep their services; none is used to describe a step.
    const steps = Object.fromEntries(createStepCatalogue({} as Parameters<typeof createStepCatalogue>[0]));
    const digests = await proveTemplates({ steps, clock: () => new Date() });
    return one(`policies/${provedFile}`, `${JSON.stringify(digests, null, 2)}\n`);
  },
};
