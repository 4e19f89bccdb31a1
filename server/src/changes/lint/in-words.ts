import type { Acr, Channel } from '../../../../contract/events/index.ts';
import type { Holding } from '../../journeys/index.ts';
import type { Person } from './standing.ts';
import type { Arrival } from './walk.ts';

export const holdingWords: Readonly<Record<Holding, string>> = {
  passkey: 'a passkey', password: 'a password', totp: 'an authenticator app', 'recovery-code': 'recovery codes',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  web: 'on the web', native: 'in a native app', email: 'by e-mail', kiosk: 'on a kiosk',
  'support-desk': 'at the support desk',
};

/** `somebody with a password alone, who lost a passkey`. */
export function personInWords({ account, has, lost, unchecked }: Person): string {
  if (!account) return 'somebody without an account';
  const held = has.filter((each) => !lost.includes(each)).map((each) => (
    each === 'passkey' && unchecked ? 'a passkey that doesn\'t check who holds it' : holdingWords[each]));
  const having = held.length === 0 ? 'nothing at hand' : held.length === 1 ? `${held[0]!} alone` : list(held);
  return `somebody with ${having}${lost.length === 0 ? '' : `, who lost ${list(lost.map((each) => holdingWords[each]))}`}`;
}

/** The combination that a dead end is about: who, where, and what was asked of them. */
export function situationInWords({ standing, run: { channel, needed } }: Arrival): string {
  return `${personInWords(standing)}, ${channelWords[channel]}, asked for ${shortAcr(needed)}`;
}

/** The shortest way to a node: `sign-in: identify (identified) > password (back) > refuse`. */
export function wayInWords(arrival: Arrival): string {
  const steps: string[] = [];
  let exit: string | undefined;
  for (let at: Arrival | undefined = arrival; at; exit = at.by?.exit, at = at.by?.from) {
    const from: Arrival | undefined = at.by?.from;
    const name = from && from.place.journey === at.place.journey ? at.place.node : `${at.place.journey}/${at.place.node}`;
    steps.unshift(exit === undefined ? name : `${name} (${exit})`);
  }
  return steps.join(' > ');
}

export function shortAcr(acr: Acr): string {
  return acr.replace('urn:limen:acr:', '');
}

export function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(' and ');
}
