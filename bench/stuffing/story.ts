import { chanceOf, type Chance } from '../../demo/people/chance.ts';
import { openHouse, population, solve, type Account, type House } from './house.ts';

export interface Size {
  /** Pairs of address and password that are tried. */
  readonly attempts: number;
  /** People with an account and a password; each signs in before the attack, and in turns while it goes on. */
  readonly people: number;
  /** Milliseconds after which no further pairs are tried. */
  readonly within?: number;
}

export interface Found {
  readonly genuine: {
    readonly signIns: number;
    /** Something they would notice: held back, told to wait, or not let in with the right password. */
    readonly noticed: number;
    /** Their device worked unseen; the most tries of a sum that one of them took. */
    readonly worked: number;
    readonly mostTries: number;
  };
  readonly attack: {
    readonly attempts: number;
    readonly wrong: number;
    readonly held: number;
    /** Attempts before which work was asked. */
    readonly asked: number;
    /** Pairs that are right, and those that got in. */
    readonly right: number;
    readonly in: number;
    /** Of those that got in: how the sign-in was assessed. */
    readonly bands: Readonly<Record<string, number>>;
  };
  /** Share of the tries that is an attack's, as it was estimated at the end: of all, and of the hosting network. */
  readonly estimated: { readonly all: number; readonly hosting: number };
}

/** How many come at once, and how long the attack pauses between: what is asked to wait waits for all together. */
const atOnce = 50;
const pause = 101_000;
/** People who sign in after each round of pairs. */
const besides = 4;
/** Of the pairs of a list so many are of an address that has an account here, and of those so many are right. */
const heldHere = 0.1;
const stillRight = 0.04;

interface Person {
  readonly account: Account;
  readonly address: string;
  readonly userAgent: string;
  device?: string;
}

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
] as const;
/** People are at home all over; a quarter of the attack comes from one hoster, the rest through homes of others. */
const home = (chance: Chance): string => `100.${chance.whole(64, 127)}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`;
const hoster = (chance: Chance): string => `203.0.113.${chance.whole(1, 254)}`;

export async function stuff({ attempts, people: count, within = Infinity }: Size, seed: string, say: (text: string) => void): Promise<Found> {
  const house = await openHouse();
  const chance = chanceOf(seed);
  say(`${count} people get an account and sign in`);
  const people = await settle(house, count, chance);
  const genuine = { signIns: 0, noticed: 0, worked: 0, mostTries: 0 };
  const attack = { attempts: 0, wrong: 0, held: 0, asked: 0, right: 0, in: 0, bands: {} as Record<string, number> };
  let next = 0;
  const until = performance.now() + within;
  for (let done = 0; done < attempts && performance.now() < until; done += atOnce) {
    if (done % 1_000 === 0) say(`${done} of ${attempts} pairs tried`);
    await tryPairs(house, people, Math.min(atOnce, attempts - done), chance, attack);
    for (let each = 0; each < besides; each += 1, next += 1) await signIn(house, people[next % count]!, chance, genuine);
  }
  await house.world.brakes.flush();
  const share = async (address?: string) => (await house.world.brakes.around(population, address, '')).attackShare;
  return { genuine, attack, estimated: { all: await share(), hosting: await share('203.0.113.255') } };
}

/** Accounts, and a first sign-in of each over a quiet hour. */
async function settle(house: House, count: number, chance: Chance): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (let at = 0; at < count; at += 1) {
    const account = await house.makeAccount(`person-${at}@example.org`, `quiet lanterns ${at} ${chance.whole(1e6, 9e6)}`);
    const person: Person = { account, address: home(chance), userAgent: chance.pick(agents) };
    house.clock.advance(Math.floor(3_600_000 / count));
    await signIn(house, person, chance, { signIns: 0, noticed: 0, worked: 0, mostTries: 0 }, true);
    people.push(person);
  }
  return people;
}

/** Mostly from the browser of before, a quarter of them away from home; one in seven with a browser that is new. */
async function signIn(house: House, person: Person, chance: Chance, seen: { -readonly [Key in keyof Found['genuine']]: number }, first = false): Promise<void> {
  const isNew = first || chance.happens(1 / 7);
  const { account: { email, password } } = person;
  const at = await house.comeTo({
    email, userAgent: person.userAgent, address: !first && chance.happens(0.25) ? home(chance) : person.address,
    ...(isNew || person.device === undefined ? {} : { device: person.device }),
  });
  seen.signIns += 1;
  let { work } = at;
  const solved = async (): Promise<object> => {
    if (!work) return {};
    const solution = await solve(work);
    seen.worked += 1;
    seen.mostTries = Math.max(seen.mostTries, solution.counter);
    work = undefined;
    return solution;
  };
  const answer = await at.send(password, await solved());
  if (answer !== 'in') {
    seen.noticed += 1;
    return;
  }
  if (first) person.device = at.kept.device;
}

type Attack = { -readonly [Key in keyof Found['attack']]: Found['attack'][Key] } & { bands: Record<string, number> };

/** A round of pairs: all come, all who are asked to wait do so, all try. */
async function tryPairs(house: House, people: readonly Person[], count: number, chance: Chance, attack: Attack): Promise<void> {
  const pairs = Array.from({ length: count }, () => {
    const victim = chance.happens(heldHere) ? chance.pick(people).account : undefined;
    const isRight = victim !== undefined && chance.happens(stillRight);
    return {
      victim, isRight, email: victim?.email ?? `stranger-${chance.whole(1, 1e9)}@example.com`,
      password: isRight ? victim.password : `leaked words ${chance.whole(1, 1e9)}`,
      address: chance.happens(0.25) ? hoster(chance) : home(chance), userAgent: chance.pick(agents),
    };
  });
  const came = await Promise.all(pairs.map(async (pair) => ({ pair, at: await house.comeTo(pair) })));
  house.clock.advance(pause);
  await Promise.all(came.map(async ({ pair, at }) => {
    attack.attempts += 1;
    if (at.work) attack.asked += 1;
    if (pair.isRight) attack.right += 1;
    const answer = await at.send(pair.password);
    if (answer === 'wrong') attack.wrong += 1;
    if (answer === 'held' || answer === 'not-yet') attack.held += 1;
    if (answer !== 'in') return;
    attack.in += 1;
    const band = await bandOf(house, pair.victim!, at.kept.session!);
    attack.bands[band] = (attack.bands[band] ?? 0) + 1;
  }));
}

async function bandOf({ world }: House, { principal }: Account, secret: string): Promise<string> {
  const session = await world.sessions.findBySecret(population, secret);
  const found = session && await world.risk.ofSession(world.database.db, { population, principal }, session.id, { recovering: false });
  return found?.band ?? 'unknown';
}
