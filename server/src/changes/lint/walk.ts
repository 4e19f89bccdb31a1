import { isSignedInPurpose, signedInPurposes, type Acr, type JourneyPurpose, type PopulationKind } from '../../../../contract/events/index.ts';
import type { Conditions } from './conditions.ts';
import type { Graph, Place } from './graph.ts';
import { createExitsOpen, type ActionResponses, type RunKind, type Whereabouts } from './moves.ts';
import { peopleOf, standingsAtStart } from './people.ts';
import type { Standing } from './standing.ts';

/** A run coming to a node, for one person, one channel and one wish of the asking application. */
export interface Arrival extends Whereabouts {
  /** Which one it is of all that a walk gives, from 0. */
  readonly index: number;
  /** How the shortest way here came from the node before; undefined at the start. */
  readonly by: Passage | undefined;
  /** Where it can go on: by each exit, to every arrival that may come of it. */
  readonly onward: readonly Onward[];
  /** From where it is come to. */
  readonly before: readonly Arrival[];
}

/** True for some of the arrivals of one walk. */
export type Marked = (arrival: Arrival) => boolean;

export interface Passage {
  readonly from: Arrival;
  readonly exit: string;
}

export interface Onward {
  readonly exit: string;
  readonly isSilent: boolean;
  /** Settled by what somebody else answers, as the other exits of this sort are. */
  readonly isAnswered: boolean;
  /** Not offered each time: no way to count on. */
  readonly isUncertain: boolean;
  readonly to: readonly Arrival[];
}

export interface Setting {
  readonly kind: PopulationKind;
  /** What the policy asks of every sign-in. */
  readonly required: Acr;
  /** What checkpoints answer at actions. */
  readonly responses: ActionResponses;
}

type Growing = Arrival & { onward: readonly Onward[]; before: Arrival[] };

const levels: readonly Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];

/** Bounds the work for a policy made to be large; the built-in ones have less than a tenth of this. */
const mostArrivals = 250_000;

/**
 * Walks every journey for every person who may come, every channel that it is for and every assurance that may be
 * asked, with conditions answered as a run would. Each arrival that differs is given once, nearest the start first.
 * Undefined where there are too many.
 */
export function walk(graph: Graph, conditions: Conditions, setting: Setting): readonly Arrival[] | undefined {
  const { arrivals, arrive } = collect();
  const reads = new Set([...conditions.values()].flatMap((condition) => condition.reads));
  const people = peopleOf(setting.kind, reads.has('has') || reads.has('has.recoveryCode'));
  const sameStanding = one(standingKey);
  const byPurpose = reads.has('purpose');
  const sameRun = one((run: RunKind) => runKey(run, byPurpose));
  // Whoever was signed in may name anybody from here on, so it is a sign-in like any other.
  const turned = (run: RunKind): RunKind => (
    isSignedInPurpose(run.purpose) && !byPurpose ? sameRun({ ...run, purpose: 'sign-in' }) : run);
  const exitsOpen = createExitsOpen(conditions, setting, sameStanding);
  for (const [journey, place] of graph.starts) {
    for (const channel of graph.channels.get(journey)!) {
      for (const purpose of begunFor(place.purpose)) {
        for (const needed of neededLevels(purpose, setting.required)) {
          const run = sameRun({ purpose, channel, needed });
          for (const standing of standingsAtStart(purpose, people).map(sameStanding)) arrive({ place, run, standing });
        }
      }
    }
  }
  // Grows while it is gone through.
  for (const arrival of arrivals) {
    if (arrivals.length > mostArrivals) return undefined;
    arrival.onward = exitsOpen(arrival).map(({ exit, to, outcomes, isSilent, isAnswered, isUncertain, forgets }) => {
      const by = { from: arrival, exit };
      const run = forgets ? turned(arrival.run) : arrival.run;
      return { exit, isSilent, isAnswered, isUncertain, to: outcomes.map((standing) => arrive({ place: to, run, standing }, by)) };
    });
  }
  return arrivals;
}

const none: readonly Onward[] = [];

/** Keeps one arrival of those that are the same in all that matters. */
function collect() {
  const arrivals: Growing[] = [];
  const places = new Map<Place, Map<RunKind, Map<Standing, Growing>>>();
  return {
    arrivals,
    arrive({ place, run, standing }: Whereabouts, by?: Passage): Growing {
      const here = within(places, place, () => new Map<RunKind, Map<Standing, Growing>>());
      const likewise = within(here, run, () => new Map<Standing, Growing>());
      const known = likewise.get(standing);
      if (known !== undefined) {
        if (by) known.before.push(by.from);
        return known;
      }
      const made: Growing = { index: arrivals.length, place, run, standing, by, onward: none, before: by ? [by.from] : [] };
      likewise.set(standing, made);
      arrivals.push(made);
      return made;
    },
  };
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Gives the same object for all that have the same key. */
function one<T>(keyOf: (of: T) => string): (of: T) => T {
  const known = new Map<string, T>();
  return (each) => within(known, keyOf(each), () => each);
}

function standingKey({ account, has, lost, unchecked, shown, created, identified, pending, challenged }: Standing): string {
  return [has.join(), lost.join(), shown.join(), account, unchecked, created, identified, pending, challenged].join('|');
}

/** What people may come to a journey for: step-up's stands in for all that those come for who are signed in. */
const begunFor = (purpose: JourneyPurpose): readonly JourneyPurpose[] => (
  purpose === 'step-up' ? signedInPurposes : [purpose]);

/** Signing in, signing up and recovering are told apart only where a condition does; so is what the signed-in come for. */
function runKey({ purpose, channel, needed }: RunKind, byPurpose: boolean): string {
  const kind = isSignedInPurpose(purpose) ? 'signed-in' : purpose === 'enrol' ? purpose : 'public';
  return [byPurpose ? purpose : kind, channel, needed].join('|');
}

/** An application may ask for more than the policy; only nobody sends people to enrol. */
function neededLevels(purpose: JourneyPurpose, required: Acr): readonly Acr[] {
  return purpose === 'enrol' ? [required] : levels.slice(levels.indexOf(required));
}
