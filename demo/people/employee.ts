import { later, soonest, type Act } from './act.ts';
import type { House } from './house.ts';
import { deviceOfToday, makePassword, type Person } from './person.ts';
import { moodOf, walk, walkAs } from './walk.ts';

const minute = 60_000;
const keysOf = ({ email }: Person): readonly string[] => [email];
const handleOf = ({ email }: Person): string => email.split('@')[0]!;

/** The organisation takes people from its list. */
export function hire(people: readonly Person[], at: Date): Act {
  return {
    at, keys: people.flatMap(keysOf),
    do: async (house) => {
      await house.list('workforce', people.map((each) => ({ email: each.email, username: handleOf(each), name: each.name })));
      return [];
    },
  };
}

/** Gets a link from the service desk and makes the means to sign in with; whoever leaves it lying gets another one. */
export function enrol(person: Person, at: Date, tries = 1): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (person.hasLeft) return [];
      const link = await house.invite('workforce', person.email);
      if (link === undefined) return [];
      house.pause(person.chance.skewed(40, 1) * minute);
      const mood = { ...moodOf(person), takesPasskey: person.likesPasskeys };
      const ended = person.chance.happens(0.07) ? 'left'
        : await walkAs(house, person, person.devices[0]!, { purpose: 'enrol', link }, mood);
      person.isIn ||= ended === 'completed';
      return ended === 'completed' || tries >= 3 ? [] : [enrol(person, later(at, person.chance.between(20, 70)), tries + 1)];
    },
  };
}

/** Begins a day's work, or comes back from lunch. */
export function visitIntranet(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (!person.isIn || person.hasLeft) return [];
      const device = deviceOfToday(person);
      if (!await house.isSignedIn(device)) {
        const ended = await walkAs(house, person, device, { purpose: 'sign-in' }, { ...moodOf(person), takesPasskey: false });
        if (ended !== 'completed') return [];
        await house.takeTokens(device);
      }
      house.pause(person.chance.between(1, 20) * minute);
      if (person.chance.happens(0.04)) {
        await walkAs(house, person, device, { purpose: 'step-up', acr: 'urn:limen:acr:mfa', maxAge: 0 }, moodOf(person));
      }
      if (person.chance.happens(0.1)) await house.signOut(device);
      return [];
    },
  };
}

/** The device is gone with all that was on it: back by a saved code, or by a new link from the service desk. */
export function loseDevice(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (!person.isIn || person.hasLeft) return [];
      person.passkeys.lose();
      person.app = undefined;
      if (person.savedCodes.length > 0 && await backByCode(house, person)) return [];
      return [enrol(person, new Date(at.getTime() + soonest))];
    },
  };
}

async function backByCode(house: House, person: Person): Promise<boolean> {
  const mood = { takesPasskey: true };
  return await walkAs(house, person, deviceOfToday(person), { purpose: 'recover' }, mood) === 'completed';
}

/** After the holidays: tries whatever comes to mind, until the house holds further tries back. */
export function forgetPassword(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (!person.isIn || person.hasLeft || person.password === undefined) return [];
      const begin = { purpose: 'sign-in' } as const;
      await walk(house, deviceOfToday(person), begin, person.chance, ({ screen, notice }) => {
        if (screen.step === 'identify') return { choice: 'continue', identifier: person.identifier };
        return screen.step === 'password' && notice?.code !== 'throttled'
          ? { choice: 'continue', password: makePassword() } : 'leave';
      }, { patience: 14 });
      return [];
    },
  };
}

/** The last day. */
export function leave(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      person.hasLeft = true;
      await house.suspend('workforce', person.email, 'left the organisation');
      return [];
    },
  };
}
