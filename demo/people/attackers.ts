import { later, type Act } from './act.ts';
import { answerOf, wrong, type Input } from './answers.ts';
import { newAuthenticator, type Authenticator } from './authenticator.ts';
import type { Chance } from './chance.ts';
import { foreignDevice } from './device.ts';
import type { House, Page, Visitor } from './house.ts';
import { makePassword, type Person } from './person.ts';
import { walk } from './walk.ts';

/** Tries passwords of a leaked list: many accounts, a try or two each, from few addresses. Nearly all are wrong. */
export function stuff(victim: Person, at: Date, chance: Chance, address: number): Act {
  const name = `stuffer-${address}`;
  return {
    at, keys: [victim.email, name],
    do: async (house) => {
      const device = foreignDevice(chance, victim.population, name, address);
      const isRight = victim.password !== undefined && chance.happens(0.03);
      await walk(house, device, { purpose: 'sign-in' }, chance, ({ screen, notice }): Input => {
        if (notice?.code === 'throttled') return 'leave';
        if (screen.step === 'identify') return { choice: 'continue', identifier: victim.identifier };
        if (screen.step === 'email-code' && screen.ways.includes('password')) return { choice: 'password' };
        return screen.step === 'password' ? { choice: 'continue', password: isRight ? victim.password : makePassword() } : 'leave';
      }, { patience: 2, slowness: 0.1 });
      return [];
    },
  };
}

/** Has the customer's mailbox: resets the account by it and has the money paid elsewhere before anybody looks. */
export function takeOver(victim: Person, at: Date, chance: Chance): Act {
  return {
    at, keys: [victim.email],
    do: async (house) => {
      const device = foreignDevice(chance, 'customers', `thief-${victim.email}`, chance.whole(100, 180));
      const own = newAuthenticator();
      const thief = (page: Page): Input => asThief(house, victim, own, page);
      const ended = await walk(house, device, { purpose: 'recover' }, chance, thief, { slowness: 0.7 });
      if (ended === 'completed') await divert(house, device, chance, thief);
      return chance.happens(0.7) ? [complain(victim, later(at, chance.between(6, 40)))] : [];
    },
  };
}

async function divert(house: House, device: Visitor, chance: Chance, answer: (page: Page) => Input): Promise<void> {
  const asking = { action: 'payout.change', target: `account-${chance.whole(1, 1e6)}` };
  const { response, lift } = await house.ask(device, asking);
  if (response !== 'challenge') return;
  const ended = await walk(house, device, { purpose: 'step-up', ...lift }, chance, answer);
  if (ended === 'completed') await house.ask(device, asking);
}

/** What somebody can do who has another's mailbox, and an authenticator of their own. */
function asThief(house: House, victim: Person, own: Authenticator, { screen, run, notice }: Page): Input {
  const origin = house.origins[victim.population];
  const passkey = (credential: string | undefined): Input => (credential === undefined ? 'leave' : { choice: 'passkey', credential });
  switch (screen.step) {
    case 'identify': return { choice: 'continue', identifier: victim.identifier };
    case 'email-code': {
      const code = notice ? undefined : house.mail(victim.email, 'code', run)?.code;
      return code === undefined ? 'leave' : { choice: 'continue', code };
    }
    case 'enrol-passkey': return passkey(own.create(screen.options, origin));
    case 'passkey': return passkey(own.get(screen.options, origin));
    default: return 'leave';
  }
}

/** Says by the link in the notice that it was somebody else. */
function complain(victim: Person, at: Date): Act {
  return {
    at, keys: [victim.email],
    do: async (house) => {
      await house.report(victim.population, victim.email);
      return [];
    },
  };
}

/**
 * A page that looks like ours, between the victim and the house: what they type is passed on at once. A passkey can't
 * be typed, so whoever has one is safe here.
 */
export function phish(victim: Person, at: Date, chance: Chance): Act {
  return {
    at, keys: [victim.email],
    do: async (house) => {
      if (!victim.isIn || victim.hasLeft) return [];
      const device = foreignDevice(chance, victim.population, `phisher-${victim.email}`, chance.whole(60, 99));
      const own = newAuthenticator();
      let typed = 0;
      const relay = (page: Page): Input => {
        const { screen } = page;
        const origin = house.origins[victim.population];
        if (screen.step === 'identify') return { choice: 'continue', identifier: victim.identifier };
        if (screen.step === 'enrol-passkey') {
          const credential = own.create(screen.options, origin);
          return credential === undefined ? 'leave' : { choice: 'passkey', credential };
        }
        if (screen.step === 'passkey') {
          const credential = own.get(screen.options, origin);
          return credential === undefined ? 'leave' : { choice: 'passkey', credential };
        }
        // The more they are asked for, the likelier they look at the address.
        if (!chance.happens(0.85 ** typed)) return 'leave';
        typed += 1;
        return answerOf(house, victim, page, {});
      };
      const ended = await walk(house, device, { purpose: 'sign-in' }, chance, relay);
      if (ended === 'completed' && victim.population === 'customers') await divert(house, device, chance, relay);
      return ended === 'completed' && chance.happens(0.6) ? [complain(victim, later(at, chance.between(6, 30)))] : [];
    },
  };
}

/** Knows one person well, from their network to their make of device, and guesses codes until none is left. */
export function target(victim: Person, at: Date, chance: Chance): Act {
  return {
    at, keys: [victim.email],
    do: async (house) => {
      const device = { ...victim.devices[0]!, browser: `foreign/target-${victim.email}` };
      await walk(house, device, { purpose: 'sign-in' }, chance, ({ screen, run, notice }): Input => {
        if (notice?.code === 'throttled' || notice?.code === 'code.no-tries-left') return 'leave';
        if (screen.step === 'identify') return { choice: 'continue', identifier: victim.identifier };
        if (screen.step === 'password') return { choice: 'continue', password: makePassword() };
        const right = screen.step === 'email-code' ? house.mail(victim.email, 'code', run)?.code : undefined;
        return right === undefined ? 'leave' : { choice: 'continue', code: wrong(right) };
      }, { patience: 8 });
      return [];
    },
  };
}
