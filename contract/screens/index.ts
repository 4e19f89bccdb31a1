/** Screens: a step's view as data. The server fills them, pages draws them, a native application may too. */
import { z } from 'zod';
import { acceptInvitationScreen } from './accept-invitation.ts';
import { acceptTextScreen } from './accept-text.ts';
import { approveScreen } from './approve.ts';
import { cancelActionScreen } from './cancel-action.ts';
import { chooseMethodScreen } from './choose-method.ts';
import { collectScreen } from './collect.ts';
import { completeScreen } from './complete.ts';
import { consentScreen } from './consent.ts';
import { createAccountScreen } from './create-account.ts';
import { emailCodeScreen } from './email-code.ts';
import { emailLinkScreen } from './email-link.ts';
import { enrolPasskeyScreen } from './enrol-passkey.ts';
import { enrolTotpScreen } from './enrol-totp.ts';
import { federateScreen } from './federate.ts';
import { handoffScreen } from './handoff.ts';
import { identifyScreen } from './identify.ts';
import { linkAccountScreen } from './link-account.ts';
import { messageScreen } from './message.ts';
import { openDeviceScreen } from './open-device.ts';
import { openHandoffScreen } from './open-handoff.ts';
import { openLinkScreen } from './open-link.ts';
import { openRequestScreen } from './open-request.ts';
import { passkeyScreen } from './passkey.ts';
import { passwordScreen } from './password.ts';
import { proofOfWorkScreen } from './proof-of-work.ts';
import { recoveryCodeScreen } from './recovery-code.ts';
import { refuseScreen } from './refuse.ts';
import { reportNotMeScreen } from './report-not-me.ts';
import { setPasswordScreen } from './set-password.ts';
import { showRecoveryCodesScreen } from './show-recovery-codes.ts';
import { signOutScreen } from './sign-out.ts';
import { stopRecoveryScreen } from './stop-recovery.ts';
import { smsCodeScreen } from './sms-code.ts';
import { totpScreen } from './totp.ts';
import { trustedContactScreen } from './trusted-contact.ts';
import { undoAddressScreen } from './undo-address.ts';
import { updateProfileScreen } from './update-profile.ts';
import { verifyContactScreen } from './verify-contact.ts';
import { waitScreen } from './wait.ts';
import { webhookScreen } from './webhook.ts';

export { frameInput, line, noticeCodes, type Notice, type NoticeCode, type ShownPerson } from './screen.ts';
export type { ErrorFrame, ScreenFrame } from './frame.ts';
export type { ScreenInputs } from './inputs.ts';
export { refuseReasons } from './refuse.ts';

export const screen = z.discriminatedUnion('step', [
  identifyScreen, emailCodeScreen, passwordScreen, passkeyScreen, totpScreen, enrolPasskeyScreen, setPasswordScreen,
  enrolTotpScreen, acceptInvitationScreen, createAccountScreen, refuseScreen, completeScreen, consentScreen, signOutScreen,
  cancelActionScreen, reportNotMeScreen, recoveryCodeScreen, showRecoveryCodesScreen, emailLinkScreen, openLinkScreen,
  smsCodeScreen, handoffScreen, openHandoffScreen, openDeviceScreen, openRequestScreen, messageScreen, collectScreen, acceptTextScreen,
  federateScreen, linkAccountScreen, webhookScreen, verifyContactScreen, chooseMethodScreen, proofOfWorkScreen, updateProfileScreen, undoAddressScreen,
  waitScreen, approveScreen, stopRecoveryScreen, trustedContactScreen,
]);
export type Screen = z.infer<typeof screen>;
export type ScreenOf<Step extends Screen['step']> = Extract<Screen, { step: Step }>;
