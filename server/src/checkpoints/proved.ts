import type { Acr } from '../../../contract/events/index.ts';
import { minute } from '../kernel/index.ts';
import type { Assurance, Proof } from '../sessions/read.ts';
import { factorsIn, type ShownFactor } from './factor.ts';
import type { Features } from './features.ts';

/** By so much the clocks of several servers may differ. */
const clockSkew = minute;
/** Where the clock was set back, what seems to come from later would stay fresh for as long as that. */
export const isPast = (at: Date, now: Date): boolean => at.getTime() <= now.getTime() + clockSkew;

/** When what a challenge may ask for was last shown; undefined where it never was. */
export interface Proved {
  readonly strongAt: Date | undefined;
  readonly passkeyAt: Date | undefined;
  readonly emailCodeAt: Date | undefined;
  /** The passkey or app that was shown last, where only what was shown to one transaction counts. */
  readonly factor?: ShownFactor | undefined;
}

export const nothingProved: Proved = { strongAt: undefined, passkeyAt: undefined, emailCodeAt: undefined };

/** Of levels and proofs as a session has them, or a run. */
export function provedBy({ levels, proofs }: { readonly levels: readonly Assurance[]; readonly proofs: readonly Proof[] }): Proved {
  const levelAt = (is: (acr: Acr) => boolean): Date | undefined => latest(levels.filter(({ acr }) => is(acr)).map(({ authenticatedAt }) => authenticatedAt));
  return {
    strongAt: levelAt((acr) => acr !== 'urn:limen:acr:basic'), passkeyAt: levelAt((acr) => acr === 'urn:limen:acr:phr'),
    emailCodeAt: latest(proofs.filter(({ kind }) => kind === 'email-code').map(({ at }) => at)),
    factor: lastFactorIn(proofs),
  };
}

function lastFactorIn(proofs: readonly Proof[]): ShownFactor | undefined {
  const last = latest(proofs.filter(({ kind }) => kind === 'passkey' || kind === 'totp').map(({ at }) => at));
  return last && factorsIn(proofs, last)[0];
}

export function agesOf({ strongAt, passkeyAt, emailCodeAt }: Proved, now: Date): Features['proved'] {
  const age = (at: Date | undefined): number | null => (at === undefined || !isPast(at, now) ? null : Math.max(0, now.getTime() - at.getTime()));
  return { strongAge: age(strongAt), passkeyAge: age(passkeyAt), emailCodeAge: age(emailCodeAt) };
}

export function latest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>((last, each) => (last && last >= each ? last : each), undefined);
}
