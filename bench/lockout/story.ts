import { chanceOf, type Chance } from '../../demo/people/chance.ts';
import type { Passwords } from './passwords.ts';
import type { Door, Side } from './sides.ts';

export const days = 180;
const dayLong = 86_400_000;

/** How often people come, in days between two visits: most rarely (as in the report on risk). */
const every = [1, 1, 3, 3, 7, 7, 14, 14, 30, 30, 60, 60] as const;
/**
 * How people are wrong: a slip of the finger; now and then the password of another place, and then of a second and a
 * third; half of those type the same once more, since it might have been a slip. Set so that three strikes close about
 * as many accounts as in DALock's paper (4 %).
 */
const slips = 0.05;
const confused = 0.001;
const onceMore = 0.5;
/** Visits from a browser that wasn't there before. */
const newBrowser = 0.03;

/** Visits from browsers that were there before and others, and those in which the right password was held back. */
export interface Visits {
  known: number;
  strange: number;
  readonly shutOut: { known: number; strange: number };
}
const noVisits = (): Visits => ({ known: 0, strange: 0, shutOut: { known: 0, strange: 0 } });

/** One visit of the owner: wrong ones, if any, and then the right one. */
function visit(door: Door, at: number, known: boolean, chance: Chance, seen: Visits): void {
  const wrongs: string[] = [];
  if (chance.happens(confused)) {
    for (let other = 0; other === 0 || chance.happens(0.5); other += 1) {
      wrongs.push(`other ${other}`);
      if (chance.happens(onceMore)) wrongs.push(`other ${other}`);
    }
  }
  for (let slip = 0; chance.happens(slips); slip += 1) wrongs.push(`slip ${slip} at ${at}`);
  seen[known ? 'known' : 'strange'] += 1;
  let now = at;
  for (const password of [...wrongs, undefined]) {
    // What an owner mistypes is nobody's password.
    const tried = { at: now, known, password: password ?? 'right', believed: 0.000_001 };
    if (door.wait(tried) > 0) {
      seen.shutOut[known ? 'known' : 'strange'] += 1;
      door.otherWay();
      return;
    }
    if (password === undefined) door.right(tried);
    else door.wrong(tried);
    now += 1_000 * chance.between(5, 15);
  }
}

function visitTimes(chance: Chance): readonly number[] {
  const gap = chance.pick(every);
  const times: number[] = [];
  for (let at = chance.between(0, gap); at < days; at += chance.between(0.5, 1.5) * gap) times.push(at * dayLong);
  return times;
}

/** An owner's half year, nobody else about. Their first visit is from a browser that is new. */
export function quietAccount(side: Side, seed: string): Visits {
  const chance = chanceOf(seed);
  const door = side.door();
  const seen = noVisits();
  for (const [at, time] of visitTimes(chance).entries()) visit(door, time, at > 0 && !chance.happens(newBrowser), chance, seen);
  return seen;
}

/**
 * The same half year while somebody guesses without pause, the likeliest first, as fast as they are let. Gives what the
 * owner met, and the chance that the password was among those guessed.
 */
export function attackedAccount(side: Side, passwords: Passwords, seed: string): { readonly seen: Visits; readonly chance: number } {
  const chance = chanceOf(seed);
  const door = side.door();
  const seen = noVisits();
  let guesses = 0;
  let at = 0;
  const guessUntil = (until: number): void => {
    while (at < until) {
      const tried = { at, known: false, password: `guess ${guesses}`, believed: passwords.believed(guesses + 1) };
      const wait = door.wait(tried);
      if (wait === 0) {
        door.wrong(tried);
        guesses += 1;
      } else {
        // Where time doesn't help they look again after the owner was there, and once a day.
        at = Math.min(until, at + Math.min(wait, dayLong));
      }
    }
  };
  for (const [index, time] of visitTimes(chance).entries()) {
    guessUntil(time);
    visit(door, time, index > 0 && !chance.happens(newBrowser), chance, seen);
  }
  guessUntil(days * dayLong);
  return { seen, chance: passwords.chanceOf(guesses) };
}
