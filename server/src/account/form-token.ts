import { equalInConstantTime, hmac } from '../kernel/index.ts';

/** Ties a form to the session whose page it stood on; another site can't make one, and the next session has others. */
export function formToken(sessionSecret: string): string {
  return hmac(Buffer.from(sessionSecret, 'utf8'), 'account-form').toString('base64url');
}

export function isFormToken(sessionSecret: string, token: string): boolean {
  return equalInConstantTime(token, formToken(sessionSecret));
}
