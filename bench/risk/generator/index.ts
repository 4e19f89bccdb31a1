/** generator owns people, logins and attempts that are made up after published figures; it never scores any. */
import { chanceOf, type Chance } from '../../../demo/people/chance.ts';
import { attempt, type Attacker } from './attackers.ts';
import type { Login } from './login.ts';
import { loginsOf } from './logins.ts';
import { makePerson, type Person } from './people.ts';
import { makeWorld, type World } from './world.ts';

export { attackers, type Attacker } from './attackers.ts';
export type { Login } from './login.ts';
export type { Person } from './people.ts';

const firstDay = 18_300;
const days = 400;

export interface Story {
  readonly people: readonly Person[];
  /** Oldest first. */
  readonly logins: readonly Login[];
  attempt(attacker: Attacker, at: Login, chance: Chance): Login;
  /** How often an attempt comes from the network (ASN) of the owner's home: what results depend on most. */
  overlap(attacker: Attacker): number;
}

/** A story of some people over 400 days; the same for the same seed. */
export function tellStory(seed: string, count: number): Story {
  const chance = chanceOf(seed);
  const world: World = makeWorld(chance.of('world'));
  const people = Array.from({ length: count }, (_, id) => makePerson(world, id, chance.of(`person ${id}`)));
  const logins = people.flatMap((person) => loginsOf(world, person, firstDay, firstDay + days, chance.of(`logins ${person.id}`)));
  return {
    people, logins: logins.sort((a, b) => a.at - b.at || a.user - b.user),
    attempt: (attacker, { user, at }, by) => attempt(world, people[user]!, attacker, at, by),
    overlap: (attacker) => {
      const by = chance.of(`overlap ${attacker}`);
      const asked = people.slice(0, 2_000);
      const same = asked.filter((person) => (
        attempt(world, person, attacker, firstDay * 86_400_000, by).network[2] === person.home.network.asn));
      return same.length / asked.length;
    },
  };
}
