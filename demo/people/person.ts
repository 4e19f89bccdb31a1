import { randomBytes } from 'node:crypto';
import { newAuthenticator, type Authenticator } from './authenticator.ts';
import type { Chance } from './chance.ts';
import { newDevice } from './device.ts';
import type { Population, Visitor } from './house.ts';
import { mailDomain, nameOf, workDomain } from './names.ts';

/** Somebody who doesn't exist. What they have and know changes as they live. */
export interface Person {
  readonly population: Population;
  readonly name: string;
  readonly email: string;
  /** What they type when they are asked who they are. */
  readonly identifier: string;
  readonly chance: Chance;
  /** Visits in thirty days. A few come all the time, most hardly ever, some never. */
  readonly rate: number;
  /** How likely they are to do what is asked of them wrongly or not at all. */
  readonly carelessness: number;
  /** Whether they make a passkey where one is offered. */
  readonly likesPasskeys: boolean;
  readonly passkeys: Authenticator;
  readonly devices: Visitor[];
  password: string | undefined;
  /** Seed of the authenticator app, base32. */
  app: string | undefined;
  /** The time step of the app's code that they typed last. */
  appStep: number;
  readonly savedCodes: string[];
  /** Has an account, and something to open it with. */
  isIn: boolean;
  hasLeft: boolean;
}

export function newCustomer(chance: Chance, number: number): Person {
  const { name, handle } = nameOf(chance, number);
  const email = `${handle}@${mailDomain}`;
  const isDormant = chance.happens(0.2);
  return newPerson(chance, {
    population: 'customers', name, email, identifier: email,
    rate: isDormant ? 0 : Math.min(12, chance.skewed(0.22, 0.9)), likesPasskeys: chance.happens(0.4),
  });
}

export function newEmployee(chance: Chance, number: number): Person {
  const { name, handle } = nameOf(chance, number);
  const email = `${handle}@${workDomain}`;
  const isDormant = chance.happens(0.08);
  return newPerson(chance, {
    population: 'workforce', name, email, identifier: chance.happens(0.7) ? handle : email,
    rate: isDormant ? 0 : Math.min(14, chance.skewed(0.72, 0.8)), likesPasskeys: chance.happens(0.75),
  });
}

function newPerson(
  chance: Chance,
  who: Pick<Person, 'population' | 'name' | 'email' | 'identifier' | 'rate' | 'likesPasskeys'>,
): Person {
  return {
    ...who, chance, carelessness: chance.skewed(0.05, 0.7), passkeys: newAuthenticator(), password: undefined,
    devices: [newDevice(chance, who.population, who.email, 0)], app: undefined, appStep: 0, savedCodes: [], isIn: false,
    hasLeft: false,
  };
}

/** Nobody guesses it, whoever knows the seed: these are accounts of a real server. */
export function makePassword(): string {
  return `loom-${randomBytes(12).toString('base64url')}`;
}

/** The device that they use today; now and then it is a new one, which may take the place of an old one. */
export function deviceOfToday(person: Person): Visitor {
  const { chance, devices } = person;
  if (chance.happens(devices.length < 3 ? 0.06 : 0.02)) {
    const device = newDevice(chance, person.population, person.email, chance.whole(1, 1e9));
    if (devices.length >= 3) devices.shift();
    devices.push(device);
    return device;
  }
  return chance.happens(0.75) ? devices.at(-1)! : chance.pick(devices);
}
