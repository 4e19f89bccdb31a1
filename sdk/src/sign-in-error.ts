/**
 * What went wrong, for a program: `network` and `timeout` are worth another try with the same step; after `throttled`,
 * once `retryAfter` seconds have passed; after `expired` a sign-in begins anew; `refused` is the server's last word;
 * `passkey` says that the person or their device didn't make or use one; `unsupported` that this browser can't;
 * `protocol` that an answer was not one that this client knows.
 */
export type SignInErrorKind =
  'network' | 'timeout' | 'throttled' | 'expired' | 'refused' | 'passkey' | 'unsupported' | 'protocol';

export interface SignInErrorMore {
  /** The server's word: an OAuth error, or a code of the house's catalogue. */
  readonly code?: string;
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

export class SignInError extends Error {
  readonly kind: SignInErrorKind;
  readonly code: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(kind: SignInErrorKind, message: string, more: SignInErrorMore = {}) {
    super(message, { cause: more.cause });
    this.name = 'SignInError';
    this.kind = kind;
    this.code = more.code;
    this.retryAfter = more.retryAfter;
  }
}
