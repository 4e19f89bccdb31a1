import { shareOf, type Share } from '../risk/judge.ts';
import type { Passwords } from './passwords.ts';
import { sides, type Side } from './sides.ts';
import { attackedAccount, quietAccount, type Visits } from './story.ts';

/** T11: the bounds of DALock's simulation (Blocki and Zhang, PoPETs 2022). */
export const targets = { guessed: 0.0005, shutOut: 0.0008 } as const;

/** Of half a year of one side. */
export interface Found {
  readonly side: string;
  /** Accounts that nobody attacks whose owner was held back with the right password at least once. */
  readonly shutOut: Share;
  /** The chance that an attacked account's password is guessed, with the 95 % interval over accounts. */
  readonly guessed: { readonly share: number; readonly low: number; readonly high: number; readonly of: number };
  /** Owners' visits while they are attacked: held back with the right password, on a browser of before and on a new one. */
  readonly attacked: { readonly known: Share; readonly strange: Share };
}

export interface Size {
  /** Accounts that nobody attacks. */
  readonly quiet: number;
  readonly attacked: number;
}

export function measure(passwords: Passwords, size: Size, seed: string): readonly Found[] {
  return sides.map((side) => measureSide(side, passwords, size, seed));
}

function measureSide(side: Side, passwords: Passwords, { quiet, attacked }: Size, seed: string): Found {
  let shutOut = 0;
  for (let at = 0; at < quiet; at += 1) {
    const { known, strange } = quietAccount(side, `${seed}/quiet/${at}`).shutOut;
    if (known + strange > 0) shutOut += 1;
  }
  const under = Array.from({ length: attacked }, (_, at) => attackedAccount(side, passwords, `${seed}/attacked/${at}`));
  const sum = (of: (seen: Visits) => number): number => under.reduce((all, { seen }) => all + of(seen), 0);
  const visits = { known: sum((seen) => seen.known), strange: sum((seen) => seen.strange) };
  return {
    side: side.name, shutOut: shareOf(shutOut, quiet), guessed: meanOf(under.map(({ chance }) => chance)),
    attacked: {
      known: shareOf(sum(({ shutOut: { known } }) => known), visits.known),
      strange: shareOf(sum(({ shutOut: { strange } }) => strange), visits.strange),
    },
  };
}

function meanOf(values: readonly number[]): Found['guessed'] {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return { share: mean, low: Math.max(0, mean - half), high: mean + half, of: values.length };
}
