import type { Chance } from '../../../demo/people/chance.ts';

export interface Network {
  readonly asn: string;
  readonly country: string;
  readonly kind: 'home' | 'mobile' | 'work' | 'hosting';
  /** Share of the country's people who use it, among networks of its kind. */
  readonly share: number;
  /** Prefixes (/24) by city. */
  readonly prefixes: readonly (readonly string[])[];
}

export interface Country {
  readonly code: string;
  readonly share: number;
  /** Hours before UTC's noon that noon is there. */
  readonly offset: number;
  readonly cities: number;
  readonly networks: readonly Network[];
}

export interface World {
  readonly countries: readonly Country[];
}

/**
 * Countries of genuine users and their shares: those of the published sample, with its single-country service in the
 * first place (research §2.3: NO 43.9, US 26.2 %, of which most is attack traffic, and so on).
 */
const genuineCountries: readonly (readonly [string, number, number])[] = [
  ['NO', 0.994, 1], ['SE', 0.001, 1], ['PL', 0.0008, 1], ['DK', 0.0008, 1], ['GB', 0.0006, 0], ['DE', 0.0005, 1], ['US', 0.0005, -6],
  ['ES', 0.0005, 1], ['UA', 0.0004, 2], ['IN', 0.0003, 5], ['BR', 0.0002, -3], ['AU', 0.0002, 10], ['RU', 0.0002, 3],
];

/** Countries that attempts at other people's accounts come from (attack addresses: US 76 % of a sample; takeovers: RO first). */
export const hostileCountries: readonly (readonly [string, number])[] = [
  ['US', 0.46], ['RU', 0.12], ['BR', 0.1], ['RO', 0.07], ['IN', 0.06], ['DE', 0.05], ['UA', 0.04], ['PL', 0.03], ['GB', 0.03],
  ['AU', 0.02], ['NO', 0.02],
];

export function makeWorld(chance: Chance): World {
  const codes = new Map(genuineCountries.map(([code, share, offset]) => [code, { share, offset }]));
  for (const [code] of hostileCountries) if (!codes.has(code)) codes.set(code, { share: 0.0005, offset: 2 });
  let number = 1000;
  const countries = [...codes].map(([code, { share, offset }]) => {
    const here = chance.of(code);
    const cities = share > 0.5 ? 24 : 8;
    const networks = (kind: Network['kind'], shares: readonly number[], prefixesACity: number): Network[] =>
      shares.map((each, index) => ({
        asn: `AS${number += 1}`, country: code, kind, share: each,
        prefixes: Array.from({ length: cities }, (_, city) => Array.from(
          { length: Math.max(1, Math.round(prefixesACity * each * here.between(0.5, 1.5))) },
          (_each, at) => `${code}.${kind}${index}.${city}.${at}`,
        )),
      }));
    return {
      code, share, offset, cities,
      // Like the published shares: one network has about a third of a country, then a long tail.
      networks: [
        ...networks('home', [0.34, 0.18, 0.12, 0.09, 0.07, 0.05, 0.04, 0.03, 0.03, 0.02, 0.02, 0.01], 220),
        ...networks('mobile', [0.46, 0.32, 0.14, 0.08], 60),
        ...networks('work', Array.from({ length: 30 }, () => 1 / 30), 60),
        ...networks('hosting', Array.from({ length: 8 }, () => 1 / 8), 60),
      ],
    };
  });
  return { countries };
}

/** One of several by their shares, which need not add up to one. */
export function pickByShare<T>(chance: Chance, from: readonly T[], shareOf: (each: T) => number): T {
  let left = chance.next() * from.reduce((sum, each) => sum + shareOf(each), 0);
  for (const each of from) {
    left -= shareOf(each);
    if (left < 0) return each;
  }
  return from.at(-1)!;
}
