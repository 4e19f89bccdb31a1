import { hour, later, type Act } from './act.ts';
import type { Asking, House, Visitor } from './house.ts';
import { deviceOfToday, type Person } from './person.ts';
import { moodOf, walkAs } from './walk.ts';

const second = 1_000;
const keysOf = ({ email }: Person): readonly string[] => [email];

/** Becomes a customer; some give up on the way, and a few of those try again. */
export function join(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      const mood = { ...moodOf(person), givesUp: person.chance.happens(0.09) };
      const ended = await walkAs(house, person, person.devices[0]!, { purpose: 'sign-up' }, mood);
      person.isIn = ended === 'completed';
      if (person.isIn) await house.takeTokens(person.devices[0]!);
      return person.isIn || person.chance.happens(0.6) ? [] : [join(person, later(at, person.chance.between(6, 60)))];
    },
  };
}

/** Comes to the shop: signs in where that is needed, looks around, and now and then changes something that matters. */
export function visitShop(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (!person.isIn) return [];
      const device = deviceOfToday(person);
      if (!await house.isSignedIn(device)) {
        const ended = await walkAs(house, person, device, { purpose: 'sign-in' }, moodOf(person));
        if (ended !== 'completed') return [];
        await house.takeTokens(device);
      }
      house.pause(person.chance.between(20, 400) * second);
      if (person.chance.happens(0.14)) return changePayout(house, person, device);
      if (person.chance.happens(0.06)) await house.signOut(device);
      return [];
    },
  };
}

/** Has the passkey no more, or thinks so, and gets back in by the mailbox. */
export function recover(person: Person, at: Date): Act {
  return {
    at, keys: keysOf(person),
    do: async (house) => {
      if (!person.isIn) return [];
      const hadPasskey = !person.passkeys.isEmpty;
      // Whoever had nothing but the mailbox has lost nothing; the wish to make a password brings them here.
      if (hadPasskey) person.passkeys.lose();
      const device = deviceOfToday(person);
      const ended = await walkAs(house, person, device, { purpose: 'recover' }, { ...moodOf(person), takesPasskey: hadPasskey });
      return ended === 'completed' && person.chance.happens(0.1) ? changePayout(house, person, device) : [];
    },
  };
}

/** Asks for another account to be paid out to, and does what that takes. */
async function changePayout(house: House, person: Person, device: Visitor): Promise<readonly Act[]> {
  const asking = { action: 'payout.change', target: `account-${person.chance.whole(1, 1e6)}` };
  const answer = await house.ask(device, asking);
  if (answer.response === 'challenge' && !person.chance.happens(0.1)) {
    house.pause(person.chance.between(2, 12) * second);
    const ended = await walkAs(house, person, device, { purpose: 'step-up', ...answer.lift }, moodOf(person));
    if (ended === 'completed') await house.ask(device, asking);
  }
  return answer.response === 'delay' && answer.until ? afterDelay(house, person, device, asking, answer.until) : [];
}

/** Comes back when it may go on, or lets it be, or finds the notice and stops it. */
function afterDelay(house: House, person: Person, device: Visitor, asking: Asking, until: Date): readonly Act[] {
  const { chance } = person;
  if (chance.happens(0.25)) return [];
  const hours = (until.getTime() - house.now().getTime()) / hour;
  if (chance.happens(0.08)) {
    return [{ at: later(house.now(), hours / 3), keys: keysOf(person), do: async (then) => {
      await then.stop('customers', person.email);
      return [];
    } }];
  }
  return [{ at: later(house.now(), hours + chance.between(1, 48)), keys: keysOf(person), do: async (then) => {
    if (await then.isSignedIn(device)) await then.ask(device, asking);
    return [];
  } }];
}
