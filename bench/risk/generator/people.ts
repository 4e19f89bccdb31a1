import type { Chance } from '../../../demo/people/chance.ts';
import { makeMachine, type Machine } from './clients.ts';
import { pickByShare, type Country, type Network, type World } from './world.ts';

/** Where somebody is: a network in a city. */
export interface Place { readonly network: Network; readonly city: number }

export interface Person {
  readonly id: number;
  /** Mean days between logins. */
  readonly every: number;
  readonly country: Country;
  readonly city: number;
  readonly home: Place;
  readonly mobile: Place;
  readonly work?: Place;
  /** Days that an address at home is kept. */
  readonly lease: number;
  /** Parts of the logins: on the mobile network, at work, at somebody else's, on a journey. */
  readonly onMobile: number;
  readonly atWork: number;
  readonly visiting: number;
  readonly travelling: number;
  readonly machines: readonly Machine[];
  /** Part of logins made with the first machine. */
  readonly usesFirst: number;
  /** Days that a machine is kept. */
  readonly keeps: number;
  /** Hour of the day, in UTC, around which this person comes. */
  readonly hour: number;
  /** Part of logins in which the browser keeps no marks (private windows, cleared storage). */
  readonly forgetsMarks: number;
}

/** Mean days between logins, and shares of people. */
const rhythms: readonly (readonly [number, number])[] = [[1.3, 0.12], [3, 0.18], [7, 0.25], [18, 0.25], [45, 0.2]];

/**
 * Somebody of the world. How much a person changes is drawn for each, most change little and a few all the time, and
 * those who come rarely show more change from one login to the next: what the published curves ask for (research §2.4).
 */
export function makePerson(world: World, id: number, chance: Chance): Person {
  const [every] = pickByShare(chance, rhythms, ([, share]) => share);
  const country = pickByShare(chance, world.countries, ({ share }) => share);
  const city = Math.floor(chance.next() ** 2 * country.cities);
  const of = (kind: Network['kind']): Place => (
    { network: pickByShare(chance, country.networks.filter((each) => each.kind === kind), ({ share }) => share), city });
  // Beta(1, 4): restless people are few.
  const restless = (1 - chance.next() ** (1 / 4)) * (0.25 + Math.min(1, every / 30));
  const first = makeMachine(chance);
  const more = chance.happens(0.35 + 0.3 * restless) ? [makeMachine(chance)] : [];
  return {
    id, every: every * chance.between(0.7, 1.3), country, city, home: of('home'), mobile: of('mobile'),
    work: chance.happens(0.35) ? of('work') : undefined,
    lease: chance.happens(0.45) ? 700 : chance.skewed(150, 0.9),
    onMobile: first.kind.device === 'mobile' ? 0.6 * restless : 0.01,
    atWork: chance.between(0.05, 0.4), visiting: 0.2 * restless, travelling: 0.05 * restless,
    machines: [first, ...more], usesFirst: chance.between(0.6, 0.97), keeps: chance.skewed(900, 0.4),
    hour: (chance.whole(7, 23) - country.offset + 24) % 24, forgetsMarks: chance.happens(0.12) ? 0.7 : 0.04,
  };
}
