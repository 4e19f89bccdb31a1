import type { Keys } from '../keys/index.ts';
import { equalInConstantTime, hmac } from '../kernel/index.ts';

/** Tokens for forms of a signed-in person: another site can't have one, and one form's is of no use in another. */
export interface FormTokens {
  make(population: string, session: string, purpose: string): Promise<string>;
  isValid(population: string, session: string, purpose: string, token: string | undefined): Promise<boolean>;
}

export function createFormTokens(keys: Pick<Keys, 'cookieKeys'>): FormTokens {
  const macOf = (key: Buffer, population: string, session: string, purpose: string) =>
    hmac(key, 'oauth-form', population, session, purpose).toString('base64url');
  return {
    make: async (population, session, purpose) => {
      const [newest] = await keys.cookieKeys(population);
      if (!newest) throw new Error(`${population} has no keys for its forms`);
      return macOf(newest, population, session, purpose);
    },
    // Earlier keys count: the form may have been drawn before they rotated.
    isValid: async (population, session, purpose, token) => {
      if (token === undefined) return false;
      const all = await keys.cookieKeys(population);
      return all.some((key) => equalInConstantTime(macOf(key, population, session, purpose), token));
    },
  };
}
