import { parse } from 'bowser';

const longestRead = 300;

/**
 * Browser and system in a few words ("Firefox on Windows"), so that people can tell their sessions apart; versions and
 * models are left out, since they would only make a fingerprint. Null where nothing is recognised.
 */
export function deviceLabel(userAgent: string): string | null {
  if (userAgent.trim() === '') return null;
  const { browser, os } = parse(userAgent.slice(0, longestRead));
  const words = [browser.name, os.name].filter((word): word is string => Boolean(word));
  return words.length === 0 ? null : words.join(' on ').slice(0, 80);
}
