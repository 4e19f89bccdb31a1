import type { Step } from './step.ts';
import { createAcceptInvitationStep } from './steps/accept-invitation/index.ts';
import { createAcceptTextStep } from './steps/accept-text/index.ts';
import { createCheckpointStep } from './steps/checkpoint/index.ts';
import { createChooseMethodStep } from './steps/choose-method/index.ts';
import { createApproveStep } from './steps/approve/index.ts';
import { createCollectStep } from './steps/collect/index.ts';
import { createCompleteStep } from './steps/complete/index.ts';
import { createCreateAccountStep } from './steps/create-account/index.ts';
import { createDecideStep } from './steps/decide/index.ts';
import { createEmailCodeStep } from './steps/email-code/index.ts';
import { createEmailLinkStep } from './steps/email-link/index.ts';
import { createEnrolPasskeyStep } from './steps/enrol-passkey/index.ts';
import { createEnrolTotpStep } from './steps/enrol-totp/index.ts';
import { createFederateStep } from './steps/federate/index.ts';
import { createHandoffStep } from './steps/handoff/index.ts';
import { createIdentifyStep } from './steps/identify/index.ts';
import { createLinkAccountStep } from './steps/link-account/index.ts';
import { createMessageStep } from './steps/message/index.ts';
import { createNotifyStep } from './steps/notify/index.ts';
import { createPasskeyStep } from './steps/passkey/index.ts';
import { createPasswordStep } from './steps/password/index.ts';
import { createProofOfWorkStep } from './steps/proof-of-work/index.ts';
import { createRecoveryCodeStep } from './steps/recovery-code/index.ts';
import { createRefuseStep } from './steps/refuse/index.ts';
import { createSetPasswordStep } from './steps/set-password/index.ts';
import { createShowRecoveryCodesStep } from './steps/show-recovery-codes/index.ts';
import { createSmsCodeStep } from './steps/sms-code/index.ts';
import { createSplitStep } from './steps/split/index.ts';
import type { StepServices } from './steps/step-services.ts';
import { createSubJourneyStep } from './steps/sub-journey/index.ts';
import { createTotpStep } from './steps/totp/index.ts';
import { createUpdateProfileStep } from './steps/update-profile/index.ts';
import { createVerifyContactStep } from './steps/verify-contact/index.ts';
import { createWebhookStep } from './steps/webhook/index.ts';
import { createWaitStep } from './steps/wait/index.ts';

/** Every step that a journey may use, by name. */
export type StepCatalogue = ReadonlyMap<string, Step>;

const makers = [
  createIdentifyStep, createEmailCodeStep, createEmailLinkStep, createSmsCodeStep, createPasswordStep, createPasskeyStep, createTotpStep,
  createCreateAccountStep, createEnrolPasskeyStep, createSetPasswordStep, createEnrolTotpStep,
  createRecoveryCodeStep, createShowRecoveryCodesStep, createHandoffStep, createWaitStep, createApproveStep,
  createMessageStep, createNotifyStep, createSplitStep, createCollectStep, createUpdateProfileStep, createAcceptTextStep,
  createFederateStep, createLinkAccountStep,
  createAcceptInvitationStep, createVerifyContactStep, createChooseMethodStep, createSubJourneyStep, createWebhookStep, createDecideStep, createCheckpointStep, createProofOfWorkStep,
  createCompleteStep, createRefuseStep,
] as const;

export function createStepCatalogue(services: StepServices): StepCatalogue {
  return new Map(makers.map((make) => make(services)).map((step) => [step.name, step]));
}
