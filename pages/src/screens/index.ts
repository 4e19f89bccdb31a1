/** screens draws each step's screen. It never knows what a choice leads to. */
import type { Screen } from '../../../contract/screens/index.ts';
import type { DrawScreen, ScreenContext, ScreenView } from '../screen-context.ts';
import { drawAcceptInvitation } from './accept-invitation.ts';
import { drawAcceptText } from './accept-text.ts';
import { drawApprove } from './approve.ts';
import { drawCancelAction } from './cancel-action.ts';
import { drawChooseMethod } from './choose-method.ts';
import { drawCollect } from './collect.ts';
import { drawComplete } from './complete.ts';
import { drawConsent } from './consent.ts';
import { drawCreateAccount } from './create-account.ts';
import { drawEmailCode } from './email-code.ts';
import { drawSmsCode } from './sms-code.ts';
import { drawEmailLink } from './email-link.ts';
import { drawEnrolPasskey } from './enrol-passkey.ts';
import { drawEnrolTotp } from './enrol-totp.ts';
import { drawFederate } from './federate.ts';
import { drawHandoff } from './handoff.ts';
import { drawIdentify } from './identify.ts';
import { drawLinkAccount } from './link-account.ts';
import { drawMessage } from './message.ts';
import { drawOpenDevice } from './open-device.ts';
import { drawOpenHandoff } from './open-handoff.ts';
import { drawOpenLink } from './open-link.ts';
import { drawOpenRequest } from './open-request.ts';
import { drawPasskey } from './passkey.ts';
import { drawPassword } from './password.ts';
import { drawProofOfWork } from './proof-of-work.ts';
import { drawRecoveryCode } from './recovery-code.ts';
import { drawRefuse } from './refuse.ts';
import { drawReportNotMe } from './report-not-me.ts';
import { drawSetPassword } from './set-password.ts';
import { drawShowRecoveryCodes } from './show-recovery-codes.ts';
import { drawSignOut } from './sign-out.ts';
import { drawStopRecovery } from './stop-recovery.ts';
import { drawTotp } from './totp.ts';
import { drawUndoAddress } from './undo-address.ts';
import { drawUpdateProfile } from './update-profile.ts';
import { drawVerifyContact } from './verify-contact.ts';
import { drawWebhook } from './webhook.ts';
import { drawTrustedContact } from './trusted-contact.ts';
import { drawWait } from './wait.ts';

const drawings: { readonly [Step in Screen['step']]: DrawScreen<Extract<Screen, { step: Step }>> } = {
  'identify': drawIdentify,
  'email-code': drawEmailCode,
  'sms-code': drawSmsCode,
  'email-link': drawEmailLink,
  'open-link': drawOpenLink,
  'handoff': drawHandoff,
  'message': drawMessage,
  'collect': drawCollect,
  'update-profile': drawUpdateProfile,
  'undo-address': drawUndoAddress,
  'accept-text': drawAcceptText,
  'open-handoff': drawOpenHandoff,
  'open-device': drawOpenDevice,
  'open-request': drawOpenRequest,
  'password': drawPassword,
  'passkey': drawPasskey,
  'totp': drawTotp,
  'enrol-passkey': drawEnrolPasskey,
  'set-password': drawSetPassword,
  'enrol-totp': drawEnrolTotp,
  'accept-invitation': drawAcceptInvitation,
  'create-account': drawCreateAccount,
  'refuse': drawRefuse,
  'complete': drawComplete,
  'consent': drawConsent,
  'sign-out': drawSignOut,
  'cancel-action': drawCancelAction,
  'report-not-me': drawReportNotMe,
  'recovery-code': drawRecoveryCode,
  'show-recovery-codes': drawShowRecoveryCodes,
  'federate': drawFederate,
  'link-account': drawLinkAccount,
  'webhook': drawWebhook,
  'choose-method': drawChooseMethod,
  'proof-of-work': drawProofOfWork,
  'verify-contact': drawVerifyContact,
  'wait': drawWait,
  'approve': drawApprove,
  'stop-recovery': drawStopRecovery,
  'trusted-contact': drawTrustedContact,
};

export function drawScreen(screen: Screen, context: ScreenContext): ScreenView {
  return (drawings[screen.step] as DrawScreen<Screen>)(screen, context);
}
