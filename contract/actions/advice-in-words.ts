import type { Advice, BandAdvice } from './advise.ts';
import { enough, type KnownWorth, type ResponseName } from './response-worth.ts';

/** What is done, for those who read the map; the console and the command line say the same. */
export const responseWords: Readonly<Record<ResponseName, string>> = {
  allow: 'allow', notify: 'tell the owner', 'email-code': 'ask for a code by e-mail', 'passkey-or-totp': 'ask for a passkey or a code of an app',
  passkey: 'ask for a passkey', delay: 'wait', review: 'have somebody look', deny: 'deny',
};

/** The same where there is little room. */
export const responseShort: Readonly<Record<ResponseName, string>> = {
  allow: 'allow', notify: 'tell the owner', 'email-code': 'code by e-mail', 'passkey-or-totp': 'passkey or app', passkey: 'passkey',
  delay: 'wait', review: 'review', deny: 'deny',
};

/** "1,240 EUR", "3.40 EUR": no cents where they don't matter. */
export function amountInWords(amount: number, currency: string): string {
  const digits = amount < 100 && !Number.isInteger(amount) ? 2 : 0;
  return `${amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
}

/** Where a part comes from and on how many it rests: "measured on 812", "published, 23 of 200 counted so far". */
export function sourceInWords(worth: KnownWorth, part: 'efficacy' | 'friction'): string {
  const [from, counted, wanted] = part === 'efficacy'
    ? [worth.efficacyFrom, worth.disowned, enough.disowned] : [worth.frictionFrom, worth.ended, enough.ended];
  const number = (count: number): string => count.toLocaleString('en-GB');
  if (from === 'measured') return `measured on ${number(counted)}`;
  // Of those who got through it is known, of those who were stopped it is not: of these nothing can be said.
  if (counted >= wanted) return `${from}: of ${number(counted)} none was seen to be stopped`;
  return counted === 0 ? from : `${from}, ${number(counted)} of ${number(wanted)} counted so far`;
}

/** The advice in a sentence or two, with its number. */
export function adviceInWords({ now, atBest, bands }: Advice, currency: string): string {
  const best = bestInWords(bands);
  if (now === null || atBest === null) return `Nobody has asked yet. By what is at stake, best is to ${best}.`;
  if (now - atBest < 0.01 * now) return `1,000 requests cost ${amountInWords(now, currency)}, about the least there is: ${best}.`;
  return `1,000 requests cost ${amountInWords(now, currency)} now and ${amountInWords(atBest, currency)} at best: ${best}.`;
}

/** "allow at low, ask for a passkey at medium and high, wait at critical". */
function bestInWords(bands: readonly BandAdvice[]): string {
  const groups: { readonly best: ResponseName; readonly bands: string[] }[] = [];
  for (const { band, best } of bands) {
    if (groups.at(-1)?.best === best) groups.at(-1)!.bands.push(band);
    else groups.push({ best, bands: [band] });
  }
  if (groups.length === 1) return `${responseWords[groups[0]!.best]} in every band`;
  return groups.map((group) => `${responseWords[group.best]} at ${inARow(group.bands)}`).join(', ');
}

const inARow = (words: readonly string[]): string => (
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
