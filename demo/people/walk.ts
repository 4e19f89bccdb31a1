import { answerOf, type Input, type Mood } from './answers.ts';
import type { Chance } from './chance.ts';
import type { Begin, House, Page, Visitor } from './house.ts';
import type { Person } from './person.ts';

const second = 1_000;
/** Nobody goes on for longer. */
const mostScreens = 30;

export type Ended = 'completed' | 'refused' | 'left';

/** Goes through a journey, screen by screen; people take their time at each, and leave after so many errors. */
export async function walk(
  house: House, visitor: Visitor, begin: Begin, chance: Chance, answer: (page: Page) => Input,
  { patience = 3, slowness = 1 }: { readonly patience?: number; readonly slowness?: number } = {},
): Promise<Ended> {
  let page = await house.begin(visitor, begin);
  for (let screens = 0, errors = 0; page && screens < mostScreens; screens += 1) {
    if (page.end) return page.end;
    if (page.notice?.kind === 'error') errors += 1;
    if (errors >= patience) return 'left';
    house.pause(chance.skewed(5, 0.6) * slowness * second);
    const input = answer(page);
    if (input === 'leave') return 'left';
    page = await house.send(visitor, page, input);
  }
  return 'left';
}

/** An honest person's way. */
export function walkAs(house: House, person: Person, visitor: Visitor, begin: Begin, mood: Mood = {}): Promise<Ended> {
  return walk(house, visitor, begin, person.chance, (page) => answerOf(house, person, page, mood));
}

/** How they are today. */
export function moodOf({ chance, carelessness }: Person): Mood {
  return { slips: chance.happens(carelessness), givesUp: chance.happens(carelessness * 0.8) };
}
