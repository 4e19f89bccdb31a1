import type { Chance } from './chance.ts';
import type { Population, Visitor } from './house.ts';

const agents = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
] as const;
const languages = ['en', 'en-GB,en;q=0.9', 'de,en;q=0.8', 'fr,en;q=0.7'] as const;

/** Networks that RFC 5737 reserves for examples: people are at home in one, attackers in another. */
const homes = '203.0.113';
export const attackersNetwork = '198.51.100';

/** Whose these are in the town: numbers that RFC 5398 and countries that ISO 3166-1 leave to those who make them up. */
const networks = {
  [homes]: { asn: 'AS64496', country: 'XA', kind: 'usual' }, [attackersNetwork]: { asn: 'AS64511', country: 'XB', kind: 'hosting' },
} as const;

/** What is known of the network of an address in the town. */
export const networkInTown = (address: string) => networks[address.split('.').slice(0, 3).join('.') as keyof typeof networks];

export function newDevice(chance: Chance, population: Population, owner: string, number: number): Visitor {
  return {
    population, browser: `${owner}/${number}`, userAgent: chance.pick(agents), languages: chance.pick(languages),
    address: `${homes}.${chance.whole(1, 254)}`,
  };
}

/** A browser of an attacker, whose cookies nobody has seen before. */
export function foreignDevice(chance: Chance, population: Population, owner: string, address: number): Visitor {
  return {
    population, browser: `foreign/${owner}`, userAgent: chance.pick(agents), languages: 'en',
    address: `${attackersNetwork}.${address}`,
  };
}
