import type { SignedIn, SignInWish } from '../relying-party.ts';

/** Seconds after which a confirmation no longer counts for changing the payout account. */
export const freshFor = 300;

const strongEnough: ReadonlySet<string> = new Set(['urn:limen:acr:mfa', 'urn:limen:acr:phr']);

/** What the shop asks for before money may go elsewhere (RFC 9470 §5): either strength will do, and it must be new. */
export const payoutWish: SignInWish = { acrValues: [...strongEnough].join(' '), maxAge: freshFor };

/** Whether this sign-in is strong and new enough; the shop looks for itself at what the ID token says. */
export function mayChangePayout(person: SignedIn, now: Date): boolean {
  if (person.acr === undefined || !strongEnough.has(person.acr) || person.authTime === undefined) return false;
  return now.getTime() - person.authTime.getTime() <= freshFor * 1000;
}

/** An IBAN with its check digits right (ISO 13616: the rearranged number is 1 modulo 97), without spaces. */
export function readIban(text: string): string | undefined {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1 ? iban : undefined;
}
