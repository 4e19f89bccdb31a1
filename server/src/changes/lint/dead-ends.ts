import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import type { Place } from './graph.ts';
import { situationInWords, wayInWords } from './in-words.ts';
import { honestRefusals } from './refusals.ts';
import { roundsOf } from './rounds.ts';
import type { Arrival, Marked, Onward, Setting } from './walk.ts';

/** Where somebody is stuck. */
export interface DeadEnd {
  readonly at: Arrival;
  /** At an end that refuses, a screen without a way on, a step that can't run here, or in a round without a way out. */
  readonly how: 'refused' | 'stuck' | 'channel' | 'round';
}

/**
 * Arrivals from which a person can neither complete nor come to a recovery that can. A way counts where the person can
 * choose it with what they have at hand, whatever then comes of it that they don't choose. Only the places where the
 * ways end are given, not all from which there is no other way than to them.
 */
export function deadEnds(arrivals: readonly Arrival[], draft: Draft, setting: Setting): readonly DeadEnd[] {
  const completing = thatLeadTo(arrivals, (arrival) => (
    arrival.place.description.ends === 'complete' || goesOnInBrowser(arrival)), () => false);
  const isHonest = honestRefusals(arrivals, completing, draft, setting);
  const alive = thatLeadTo(arrivals, (arrival) => arrival.place.description.ends === 'refuse' && isHonest(arrival), completing);
  // Whoever has no account yet has nothing to come back to; their way is sign-up.
  const dead = new Set(arrivals.filter((arrival) => (
    !alive(arrival) && (arrival.standing.account || arrival.place.purpose === 'sign-up'))));
  const ends = [...dead].filter((arrival) => arrival.onward.length === 0 && !isKept(arrival));
  return [
    ...ends.map((at): DeadEnd => ({ at, how: howItEnds(at) })),
    ...entrances(dead).map((at): DeadEnd => ({ at, how: 'round' })),
  ];
}

/** An application sends the person to a browser for it, where they begin anew: the web's own ways are proved as well. */
function goesOnInBrowser({ place: { description: { channels } }, run: { channel } }: Arrival): boolean {
  return channel === 'native' && !channels.includes('native') && channels.includes('web');
}

/** Whoever chose to wait comes back to where they did: they stand as well as there, which is judged by itself. */
function isKept({ place, before }: Arrival): boolean {
  const opensCase = ({ place: { description } }: Arrival): boolean => (
    Object.values(description.effects).some(({ proves }) => proves === 'recovery-case'));
  return place.settings['reason'] === 'recovery-waits' && before.length > 0 && before.every(opensCase);
}

/** Of each round that leads nowhere but round, the member nearest to the start. */
function entrances(dead: ReadonlySet<Arrival>): readonly Arrival[] {
  const next = ({ onward }: Arrival): readonly Arrival[] => (
    onward.flatMap(({ to }) => to.filter((each) => dead.has(each))));
  const all = [...dead];
  const order = new Map(all.map((arrival, index) => [arrival, index]));
  const first = (one: Arrival, other: Arrival): Arrival => (order.get(one)! < order.get(other)! ? one : other);
  return roundsOf(all, next).filter(({ isClosed }) => isClosed).map(({ members }) => members.reduce(first));
}

function howItEnds({ place: { description }, run }: Arrival): DeadEnd['how'] {
  if (!description.channels.includes(run.channel)) return 'channel';
  return description.ends === 'refuse' ? 'refused' : 'stuck';
}

/** One fault for each node where somebody is stuck, about the person who is so soonest and with the least. */
export function checkDeadEnds(draft: Draft, arrivals: readonly Arrival[], setting: Setting): readonly PolicyFault[] {
  const atPlace = new Map<Place, DeadEnd[]>();
  for (const end of deadEnds(arrivals, draft, setting)) {
    const here = atPlace.get(end.at.place);
    if (here) here.push(end);
    else atPlace.set(end.at.place, [end]);
  }
  return [...atPlace].map(([place, ends]): PolicyFault => {
    const { at, how } = ends.reduce((least, each) => (weight(each) < weight(least) ? each : least));
    const more = new Set(ends.map((each) => situationInWords(each.at))).size - 1;
    const others = more === 0 ? '' : `, and ${more} other combination${more === 1 ? '' : 's'}`;
    return {
      ...faultAt(draft, journeyFile(place.journey), ['nodes', place.node],
        `${problems[how]} ${situationInWords(at)}${others}: ${wayInWords(at)}`, remedies[how], 'key'),
      rule: 'dead-end',
    };
  });
}

const problems: Readonly<Record<DeadEnd['how'], string>> = {
  refused: 'turns away for good', stuck: 'has no way on for', channel: 'cannot run for',
  round: 'only leads round and back for',
};

const remedies: Readonly<Record<DeadEnd['how'], string>> = {
  refused: 'Lead the exit to what they can do instead, such as journey:recover; or give the reason no-recovery and '
    + 'write into branding.yaml where people find help.',
  stuck: 'Wire a way past it, such as other-way, lost or back, to something that they can do.',
  channel: 'Lead there only what runs on this channel, or leave it out of channels.',
  round: 'Lead an exit out of the round to something that they can do, such as journey:recover.',
};

function weight({ at: { standing, run: { needed, channel } } }: DeadEnd): number {
  return standing.has.length + standing.lost.length / 2 + (standing.unchecked ? 0.1 : 0)
    + (needed.endsWith('basic') ? 0 : 0.01) + (channel === 'web' ? 0 : 0.001);
}

/**
 * All arrivals with a way to one that `isGoal`, or that is among those found before: an exit by which all that can come
 * of it leads there.
 */
function thatLeadTo(arrivals: readonly Arrival[], isGoal: (arrival: Arrival) => boolean, before: Marked): Marked {
  const marks = Uint8Array.from(arrivals, (arrival) => (before(arrival) ? 1 : 0));
  const isMarked: Marked = ({ index }) => marks[index] === 1;
  const found = arrivals.filter((arrival) => !isMarked(arrival) && isGoal(arrival));
  for (const { index } of found) marks[index] = 1;
  // Grows while it is gone through.
  for (const arrival of found) {
    for (const each of arrival.before) {
      if (isMarked(each) || !hasWay(each, isMarked)) continue;
      marks[each.index] = 1;
      found.push(each);
    }
  }
  return isMarked;
}

/**
 * Whoever asks somebody else doesn't choose the answer: all that may be answered have to lead there. What isn't offered
 * each time is no way to count on.
 */
function hasWay({ onward }: Arrival, leads: Marked): boolean {
  let answered = 0;
  let answeredWell = 0;
  for (const each of onward) {
    if (each.isAnswered) {
      answered += 1;
      if (isWay(each, leads)) answeredWell += 1;
    } else if (!each.isUncertain && isWay(each, leads)) return true;
  }
  return answered > 0 && answered === answeredWell;
}

function isWay({ to }: Onward, leads: Marked): boolean {
  for (const each of to) if (!leads(each)) return false;
  return to.length > 0;
}
