/** What each screen of a run takes, by its step: for those who draw screens themselves. Servers read it with the schemas. */
import type { z } from 'zod';
import type { acceptInvitationInput } from './accept-invitation.ts';
import type { acceptTextInput } from './accept-text.ts';
import type { collectInput } from './collect.ts';
import type { createAccountInput } from './create-account.ts';
import type { emailCodeInput } from './email-code.ts';
import type { emailLinkInput } from './email-link.ts';
import type { enrolPasskeyInput } from './enrol-passkey.ts';
import type { enrolTotpInput } from './enrol-totp.ts';
import type { identifyInput } from './identify.ts';
import type { linkAccountInput } from './link-account.ts';
import type { messageInput } from './message.ts';
import type { passkeyInput } from './passkey.ts';
import type { passwordInput } from './password.ts';
import type { proofOfWorkInput } from './proof-of-work.ts';
import type { recoveryCodeInput } from './recovery-code.ts';
import type { setPasswordInput } from './set-password.ts';
import type { showRecoveryCodesInput } from './show-recovery-codes.ts';
import type { smsCodeInput } from './sms-code.ts';
import type { totpInput } from './totp.ts';
import type { updateProfileInput } from './update-profile.ts';

export interface ScreenInputs {
  readonly 'accept-invitation': z.input<typeof acceptInvitationInput>;
  readonly 'accept-text': z.input<typeof acceptTextInput>;
  readonly collect: z.input<typeof collectInput>;
  readonly 'create-account': z.input<typeof createAccountInput>;
  readonly 'email-code': z.input<typeof emailCodeInput>;
  readonly 'email-link': z.input<typeof emailLinkInput>;
  readonly 'enrol-passkey': z.input<typeof enrolPasskeyInput>;
  readonly 'enrol-totp': z.input<typeof enrolTotpInput>;
  readonly identify: z.input<typeof identifyInput>;
  readonly 'link-account': z.input<typeof linkAccountInput>;
  readonly message: z.input<typeof messageInput>;
  readonly passkey: z.input<typeof passkeyInput>;
  readonly password: z.input<typeof passwordInput>;
  readonly 'proof-of-work': z.input<typeof proofOfWorkInput>;
  readonly 'recovery-code': z.input<typeof recoveryCodeInput>;
  readonly 'set-password': z.input<typeof setPasswordInput>;
  readonly 'show-recovery-codes': z.input<typeof showRecoveryCodesInput>;
  readonly 'sms-code': z.input<typeof smsCodeInput>;
  readonly totp: z.input<typeof totpInput>;
  readonly 'update-profile': z.input<typeof updateProfileInput>;
}
