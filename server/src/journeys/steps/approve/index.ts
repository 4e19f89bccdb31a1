import { z } from 'zod';
import { duration } from '../../../../../contract/policy/index.ts';
import type { Step } from '../../step.ts';
import { createCaseStep } from '../recovery-case.ts';
import type { StepServices } from '../step-services.ts';

const config = z.strictObject({ by: z.enum(['support-desk', 'trusted-contact']), for: duration });

/** Asks another person at another device; their yes starts a delay, in which any address of the account can stop it. */
export function createApproveStep(services: Pick<StepServices, 'recovery'>): Step {
  return createCaseStep(services, {
    about: 'Waits for the yes of the support desk or a trusted contact, and tells every address on file.',
    name: 'approve', taken: 'approved', effect: { proves: 'recovery-case', needs: 'mailbox', answered: true }, config,
    route: ({ by }) => by,
  });
}
