import { z } from 'zod';

/** Says what went wrong with the last input, or what just happened; pages have the words for each code. */
export interface Notice {
  readonly code: NoticeCode;
  readonly kind: 'error' | 'information';
  /** The field it belongs to, where it belongs to one. */
  readonly field?: string;
  /** What the words need: a number of minutes, tries left. Never another person's data. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export const noticeCodes = [
  'input.missing', 'input.invalid', 'input.stale', 'input.too-long',
  'email.invalid', 'email.taken', 'email.known', 'phone.invalid', 'phone.taken', 'phone.known', 'phone.not-here', 'sms.wait', 'code.wrong', 'code.expired', 'code.no-tries-left', 'code.sent-again', 'code.wait',
  'password.wrong', 'password.too-short', 'password.too-long', 'password.common', 'password.contains-context',
  'totp.wrong', 'totp.used', 'passkey.refused', 'passkey.cancelled', 'passkey.other-door', 'passkey.exists',
  'link.not-yet', 'link.ended', 'link.expired', 'link.sent-again', 'link.wait', 'link.wrong-number',
  'handoff.not-yet', 'handoff.ended', 'handoff.wrong-number', 'handoff.unknown', 'handoff.taken', 'handoff.waiting',
  'device.unknown', 'device.taken', 'request.wrong-number',
  'work.not-yet', 'action.held',
  'throttled', 'script.needed', 'recovery-code.wrong',
  'provider.unavailable', 'provider.failed',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** The kind of a person's sign-in that the page shows and lets them change. */
export interface ShownPerson {
  readonly identifier: string;
}

/** Fields that every form of a run sends besides its own. */
export const frameInput = z.object({
  /** Ties the form to the run's state that it was rendered from. */
  screenToken: z.string().max(200),
});

/** Text that a person types; bounded, without control characters. */
export const line = (most: number): z.ZodString => z.string().trim().max(most).regex(/^[^\u0000-\u001f\u007f]*$/);
