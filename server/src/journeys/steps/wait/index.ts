import { z } from 'zod';
import { duration } from '../../../../../contract/policy/index.ts';
import type { Step } from '../../step.ts';
import { createCaseStep } from '../recovery-case.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ for: duration });

/** A delay in which every address of the account is told and any of them can stop what was begun. */
export function createWaitStep(services: Pick<StepServices, 'recovery'>): Step {
  return createCaseStep(services, {
    about: 'Waits for a time in which the owner of the account can object, told at every address.',
    name: 'wait', taken: 'over', effect: { proves: 'recovery-case', needs: 'mailbox' }, config, route: () => 'wait',
  });
}
