import { day, hour, window, type Act } from './act.ts';
import { phish, stuff, takeOver, target } from './attackers.ts';
import { chanceOf, type Chance } from './chance.ts';
import { join, recover, visitShop } from './customer.ts';
import { enrol, forgetPassword, hire, leave, loseDevice, visitIntranet } from './employee.ts';
import { newCustomer, newEmployee, type Person } from './person.ts';
import { someTime, visitsOf, type Span } from './rhythm.ts';

/** How many people live there, and for how long. The same seed tells the same story. */
export interface Town {
  readonly seed: string;
  readonly customers: number;
  readonly employees: number;
  readonly days: number;
}

/** What `npm run demo` is filled with. */
export const town: Town = { seed: 'larch and loom', customers: 2_000, employees: 300, days: 90 };

/** All that happens in the town until a time, but what follows from it; in order. */
export function storyOf({ seed, customers, employees, days }: Town, until: Date): readonly Act[] {
  const chance = chanceOf(seed);
  const span = { from: new Date(until.getTime() - days * day), until };
  const shoppers = Array.from({ length: customers }, (_, number) => newCustomer(chance.of(`customer/${number}`), number));
  const staff = Array.from({ length: employees }, (_, number) => newEmployee(chance.of(`employee/${number}`), number));
  const acts = [
    ...customersLives(chance.of('customers'), shoppers, span), ...employeesLives(chance.of('employees'), staff, span),
    ...attacks(chance.of('attackers'), shoppers, staff, span), ...machines(chance.of('machines'), span),
    ...housekeeping(span),
  ];
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const part = ({ from, until }: Span, begin: number, end: number): Span => {
  const length = until.getTime() - from.getTime();
  return { from: new Date(from.getTime() + begin * length), until: new Date(from.getTime() + end * length) };
};
const after = (from: Date, { until }: Span): Span => ({ from, until });

/** Nearly three of four were customers of the old shop and were taken over at the beginning; the rest comes by itself. */
function customersLives(chance: Chance, people: readonly Person[], span: Span): readonly Act[] {
  const moved = people.slice(0, Math.round(people.length * 0.72));
  const acts: Act[] = [moveIn(moved, span.from)];
  for (const [number, person] of people.entries()) {
    const since = number < moved.length ? span.from : someTime(chance, 'customers', span);
    if (number >= moved.length) acts.push(join(person, since));
    const times = visitsOf(person.chance, 'customers', person.rate, after(new Date(since.getTime() + window), span));
    acts.push(...times.map((at) => visitShop(person, at)));
    if (chance.happens(0.03)) acts.push(recover(person, someTime(chance, 'customers', part(span, 0.2, 1))));
  }
  return acts;
}

function moveIn(people: readonly Person[], at: Date): Act {
  return {
    at, keys: people.map(({ email }) => email),
    do: async (house) => {
      await house.list('customers', people.map(({ email, name }) => ({ email, name })));
      for (const person of people) person.isIn = true;
      return [];
    },
  };
}

function employeesLives(chance: Chance, people: readonly Person[], span: Span): readonly Act[] {
  const first = people.slice(0, Math.round(people.length * 0.9));
  const acts: Act[] = [hire(first, span.from)];
  for (const [number, person] of people.entries()) {
    const isNew = number >= first.length;
    const since = someTime(chance, 'workforce', isNew ? part(span, 0.1, 0.95) : part(span, 0.02, 0.15));
    if (isNew) acts.push(hire([person], new Date(since.getTime() - 2 * hour)));
    acts.push(enrol(person, since));
    const times = visitsOf(person.chance, 'workforce', person.rate, after(new Date(since.getTime() + window), span));
    acts.push(...times.map((at) => visitIntranet(person, at)));
    const later = (from: number): Date => someTime(chance, 'workforce', part(span, from, 1));
    if (chance.happens(0.06)) acts.push(loseDevice(person, later(0.2)));
    if (chance.happens(0.03)) acts.push(leave(person, later(0.3)));
    if (chance.happens(0.12)) acts.push(forgetPassword(person, later(0.25)));
  }
  return acts;
}

/** A little all the time; for a few days in the middle somebody means it. */
function attacks(chance: Chance, shoppers: readonly Person[], staff: readonly Person[], span: Span): readonly Act[] {
  const acts: Act[] = [];
  const quarters = (span.until.getTime() - span.from.getTime()) / (90 * day);
  const times = (share: number): number => Math.ceil((shoppers.length + staff.length) * share * quarters);
  const repeat = (count: number, within: Span, act: (at: Date, number: number) => Act): void => {
    for (let number = 0; number < count; number += 1) {
      acts.push(act(new Date(chance.between(within.from.getTime(), within.until.getTime())), number));
    }
  };
  const anybody = (): Person => chance.pick(chance.happens(0.5) ? staff : shoppers);
  const wave = part(span, 0.53, 0.58);
  repeat(times(0.14), wave, (at, number) => stuff(anybody(), at, chance.of(`wave/${number}`), 1 + number % 5));
  repeat(times(0.05), span, (at, number) => stuff(anybody(), at, chance.of(`stuff/${number}`), 10 + number % 7));
  repeat(times(0.01), part(span, 0.54, 0.7), (at, number) => phish(chance.pick(staff), at, chance.of(`phish/${number}`)));
  repeat(times(0.008), part(span, 0.3, 1), (at, number) => phish(chance.pick(shoppers), at, chance.of(`lure/${number}`)));
  repeat(times(0.006), part(span, 0.55, 0.75), (at, number) => takeOver(chance.pick(shoppers), at, chance.of(`thief/${number}`)));
  repeat(times(0.004), part(span, 0.1, 1), (at, number) => target(chance.pick(shoppers), at, chance.of(`target/${number}`)));
  return acts;
}

/** The nightly job and its helpers ask for tokens; for half a day one does so with a key that is not known any more. */
function machines(chance: Chance, span: Span): readonly Act[] {
  const acts: Act[] = [];
  const { from: breaks } = part(span, 0.71, 1);
  const isBroken = (time: Date): boolean => time >= breaks && time.getTime() < breaks.getTime() + day / 2;
  for (let at = span.from.getTime(); at < span.until.getTime(); at += 4 * hour) {
    const time = new Date(at + chance.between(0, 10) * 60_000);
    const error = isBroken(time) || chance.happens(0.01) ? 'invalid_client' : undefined;
    acts.push({ at: time, keys: ['workload'], do: async (house) => {
      await house.workloadToken(error);
      return [];
    } });
  }
  return acts;
}

/** What nobody finished is closed, and what is over ended, as it stands when nothing earlier is under way any more. */
function housekeeping(span: Span): readonly Act[] {
  const acts: Act[] = [];
  for (let at = span.from.getTime() + window; at < span.until.getTime() + window; at += 6 * hour) {
    acts.push({ at: new Date(at), keys: ['housekeeping'], do: async (house) => {
      await house.at(new Date(at - window), () => house.tidy());
      return [];
    } });
  }
  return acts;
}
