import { answerOf, type Input } from './answers.ts';
import { chanceOf, type Chance } from './chance.ts';
import { foreignDevice, newDevice } from './device.ts';
import type { Answered, House, Page, Visitor } from './house.ts';
import { newCustomer, type Person } from './person.ts';
import { walk, walkAs } from './walk.ts';

const day = 24 * 3_600_000;

/** What somebody asked for, and what it took. */
export interface Beat {
  readonly who: 'owner' | 'thief';
  readonly does: string;
  /** As the house answered in the end. */
  readonly answer: Answered['response'] | 'signed in' | 'not signed in';
  /** Screens that stood between the wish and the answer. */
  readonly screens: number;
}

export interface Scene {
  readonly title: string;
  readonly beats: readonly Beat[];
}

/** A customer with a passkey and a password, who has come from home with the same browser every other day for a month. */
async function settled(house: House, chance: Chance, number: number, from: Date): Promise<Person> {
  const person = { ...newCustomer(chance, number), rate: 1, carelessness: 0, likesPasskeys: false };
  const home = person.devices[0]!;
  await house.at(from, async () => {
    await walkAs(house, person, home, { purpose: 'sign-up' });
    // Whoever comes back by the mailbox makes a password there.
    await walkAs(house, person, home, { purpose: 'recover' });
    await house.signOut(home);
  });
  for (let visit = 1; visit <= 15; visit += 1) {
    await house.at(new Date(from.getTime() + visit * 2 * day), async () => {
      await signIn(house, home, person, chance, true);
      await house.signOut(home);
    });
  }
  return person;
}

/** With the address and the password, and nothing else: as its owner can and whoever has stolen it. */
async function signIn(house: House, device: Visitor, { identifier, password, passkeys }: Person, chance: Chance, isOwner: boolean): Promise<Beat['screens'] | undefined> {
  let screens = 0;
  const ended = await walk(house, device, { purpose: 'sign-in' }, chance, ({ screen, notice }): Input => {
    if (notice) return 'leave';
    screens += 1;
    if (screen.step === 'identify') return { choice: 'continue', identifier };
    if (screen.step === 'email-code') return { choice: 'password' };
    if (screen.step === 'password') return password === undefined ? 'leave' : { choice: 'continue', password };
    if (screen.step !== 'enrol-passkey') return 'leave';
    // Their own keeps it; a thief doesn't leave a trace.
    const credential = isOwner ? passkeys.create(screen.options, house.origins.customers) : undefined;
    return credential === undefined ? { choice: screen.ways[0] } : { choice: 'passkey', credential };
  });
  return ended === 'completed' ? screens : undefined;
}

async function comesIn(house: House, who: Beat['who'], from: string, device: Visitor, person: Person, chance: Chance): Promise<Beat> {
  const screens = await signIn(house, device, person, chance, who === 'owner');
  return { who, does: `signs in with the password ${from}`, answer: screens === undefined ? 'not signed in' : 'signed in', screens: screens ?? 0 };
}

/** Asks, and does what lifts a no as far as they can. */
async function wants(house: House, who: Beat['who'], action: string, device: Visitor, chance: Chance, answer: (page: Page) => Input): Promise<Beat> {
  const asking = { action, target: `${who}-${chance.whole(1, 1e6)}` };
  const first = await house.ask(device, asking);
  let screens = 0;
  let last = first;
  if (first.response === 'challenge') {
    const counted = (page: Page): Input => {
      const input = answer(page);
      if (input !== 'leave') screens += 1;
      return input;
    };
    const ended = await walk(house, device, { purpose: 'step-up', ...first.lift }, chance, counted);
    if (ended === 'completed') last = await house.ask(device, asking);
  }
  return { who, does: `asks for ${action}`, answer: last.response, screens };
}

/**
 * The same stolen password, from the victim's own city: silent where nothing is at stake, stopped at the payout. The
 * owner with the same password on a new phone gets the same first answers, and through with one prompt for the passkey.
 * Plays from `from` on, about five weeks of the house's time.
 */
export async function stolenPassword(house: House, seed: string, number: number, from: Date): Promise<Scene> {
  const chance = chanceOf(`${seed}/stolen-password/${number}`);
  const person = await settled(house, chance, number, from);
  const beats: Beat[] = [];
  const nextDoor = person.devices[0]!.address.replace(/\d+$/, (last) => String(Number(last) % 254 + 1));
  const thief = { ...foreignDevice(chance, 'customers', `burglar-${person.email}`, 1), address: nextDoor };
  await house.at(new Date(from.getTime() + 33 * day), async () => {
    const helpless = (): Input => 'leave';
    beats.push(await comesIn(house, 'thief', 'from the same city', thief, person, chance));
    beats.push(await wants(house, 'thief', 'browse', thief, chance, helpless));
    beats.push(await wants(house, 'thief', 'payout.change', thief, chance, helpless));
  });
  const phone = newDevice(chance, 'customers', `${person.email}/new-phone`, 1);
  await house.at(new Date(from.getTime() + 34 * day), async () => {
    beats.push(await comesIn(house, 'owner', 'on a new phone', phone, person, chance));
    beats.push(await wants(house, 'owner', 'browse', phone, chance, (page) => answerOf(house, person, page, {})));
    beats.push(await wants(house, 'owner', 'payout.change', phone, chance, (page) => answerOf(house, person, page, {})));
  });
  return { title: 'A stolen password, and its owner on a new phone', beats };
}
