import { startingWorth, worthsOf, type ChallengesCounted, type KnownWorths } from '../../../contract/actions/index.ts';
import { day, type Origin } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { dayOf, nameOfRow } from './traffic-store.ts';
import { readTraffic, type ToldTraffic } from './traffic.ts';

/** Worth is counted from the decisions of so many days, whatever a question is about: a week alone seldom has enough. */
export const worthMeasuredOver = 90 * day;
/** What a response is worth changes with the seasons, not with the hour. */
const knownFor = day;

/** What responses are worth at a population, as counted there and, where that is too few, as published. */
export interface MeasuredWorth {
  /** As it was last counted, without waiting: before the first count, what is published. Counts anew beside requests. */
  known(population: string, origin: Origin, now: Date): KnownWorths;
  /** Counts now. */
  count(population: string, origin: Origin, now: Date): Promise<KnownWorths>;
}

/** Makes it; what was counted is kept in this process. */
export function measureWorth(db: Db): MeasuredWorth {
  const kept = new Map<string, { readonly worths: KnownWorths; readonly at: number }>();
  const looking = new Set<string>();

  async function count(population: string, origin: Origin, now: Date): Promise<KnownWorths> {
    const since = dayOf(new Date(now.getTime() - worthMeasuredOver));
    const worths = worthsOf(challengesIn(await readTraffic(db, { population, origin, since })));
    kept.set(`${origin} ${population}`, { worths, at: now.getTime() });
    return worths;
  }

  /** None waits for it, and one that fails is tried again with the next decision. */
  function lookAgain(population: string, origin: Origin, now: Date): void {
    const key = `${origin} ${population}`;
    if (looking.has(key)) return;
    looking.add(key);
    void count(population, origin, now).catch(() => undefined).finally(() => looking.delete(key));
  }

  return {
    count,
    known: (population, origin, now) => {
      const found = kept.get(`${origin} ${population}`);
      if (!found || Math.abs(now.getTime() - found.at) >= knownFor) lookAgain(population, origin, now);
      return found?.worths ?? startingWorth;
    },
  };
}

/**
 * Of the whole population, since one action alone seldom has enough. Whom challenges stop is counted from the owner's word
 * alone, which is about all of a browser: a payment that is taken back, or a call to the desk, follows what went through.
 */
function challengesIn(rows: readonly ToldTraffic[]): readonly ChallengesCounted[] {
  // What was asked anew is counted by what was asked last.
  const ended = rows.filter(({ response, outcome, again }) => response === 'challenge' && outcome !== null && !again);
  return [...Map.groupBy(ended, nameOfRow)].map(([name, group]) => {
    const count = (wanted: (row: ToldTraffic) => boolean): number => (
      group.filter(wanted).reduce((sum, { decisions }) => sum + decisions, 0));
    return {
      name, ended: count(() => true), passed: count(({ outcome }) => outcome === 'permitted'),
      disowned: count(({ byOwner }) => byOwner), disownedPassed: count(({ byOwner, outcome }) => byOwner && outcome === 'permitted'),
    };
  });
}
