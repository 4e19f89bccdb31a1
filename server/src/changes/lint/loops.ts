import { milliseconds, type PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { effectOf, isBinding, isLinking, waits } from '../steps.ts';
import { closure, type Graph, type Place } from './graph.ts';
import { roundsOf } from './rounds.ts';
import type { Arrival } from './walk.ts';

/** The longest that somebody may go round where nothing but the run's time limit ends it. */
const longestRound = '24h';

/** Nodes that no way leads to, nodes that no end can be reached from, and loops that go round without an end. */
export function checkReach(draft: Draft, { places, starts, unreached }: Graph): readonly PolicyFault[] {
  const reached = closure([...starts.values()], (place) => [...place.exits.values()]);
  const backward = new Map<Place, Place[]>();
  for (const place of places) {
    for (const next of place.exits.values()) backward.set(next, [...backward.get(next) ?? [], place]);
  }
  const ending = closure(places.filter(({ description }) => description.ends !== undefined),
    (place) => backward.get(place) ?? []);
  const faults = places.flatMap((place) => {
    const at = (problem: string, remedy: string): PolicyFault[] => [nodeFault(draft, place, problem, remedy)];
    if (!reached.has(place)) {
      return at(`cannot be reached from the start of ${place.journey}`, 'Lead an exit to it, or remove it.');
    }
    if (!ending.has(place)) {
      return at('leads to no end: whoever comes here never gets out', 'Lead an exit towards complete or refuse.');
    }
    return isLoop(place, ({ description }) => !waits(description))
      ? at('comes back to itself without asking anybody anything', 'Put a step with a screen in between.')
      : [];
  });
  const idle = unreached.map((node) => nodeFault(draft, node, `cannot be reached from the start of ${node.journey}`,
    node.node === draft.journeys.get(node.journey)!.start ? 'Go through it by a sub-journey, or remove the part.'
      : 'Lead an exit to it, or remove it.'));
  return onceEach([...faults, ...idle]);
}

/** A node of a part is a place for each way into it. */
function onceEach(faults: readonly PolicyFault[]): readonly PolicyFault[] {
  return [...new Map(faults.map((fault) => [`${fault.file} ${fault.at} ${fault.problem}`, fault])).values()];
}

/**
 * A loop with a screen ends by a throttle where a step of it counts tries, and else by the run's time limit alone
 * (and its number of inputs), which then has to be short.
 */
export function checkRounds(draft: Draft, { places }: Graph): readonly PolicyFault[] {
  const isFree = ({ description }: Place): boolean => !description.fails.includes('throttled');
  const unthrottled = places.filter((place) => isLoop(place, isFree));
  return [...draft.journeys].flatMap(([name, { timeLimit }]) => {
    const here = [...new Set(unthrottled.filter(({ outermost }) => outermost === name).map(({ node }) => node))];
    if (here.length === 0 || milliseconds(timeLimit) <= milliseconds(longestRound)) return [];
    return [faultAt(draft, journeyFile(name), ['timeLimit'],
      `is ${timeLimit}, and nothing else ends a round through ${here.join(', ')}: no step of it counts tries`,
      `Set ${longestRound} or less.`)];
  });
}

/** Steps that let somebody by without a screen, one after the other, until they are where they were with nothing new. */
export function checkSilentRounds(
  draft: Draft, { places }: Graph, arrivals: readonly Arrival[],
): readonly PolicyFault[] {
  // Those that are without a screen for everybody are found in the graph already.
  const maybeSilent = (place: Place): boolean => !waits(place.description) || letsBy(place);
  const suspects = new Set(places.filter((place) => letsBy(place) && isLoop(place, maybeSilent)));
  if (suspects.size === 0) return [];
  const silent = ({ onward }: Arrival): readonly Arrival[] => (
    onward.flatMap(({ isSilent, to }) => (isSilent ? to : [])));
  const passed = arrivals.filter(({ onward }) => onward.some(({ isSilent }) => isSilent));
  const found = new Set(roundsOf(passed, silent).flatMap(({ members }) => members.map(({ place }) => place)));
  return onceEach([...found].filter((place) => suspects.has(place)).map((place) => nodeFault(draft, place,
    'comes back to itself without a screen for somebody who may not bind a credential: the step lets them by',
    'Branch on mayBind before it.')));
}

/** True for steps that somebody may pass without a screen: who may not bind, has nothing to link or use, or is known. */
function letsBy({ description, exits }: Place): boolean {
  return (isBinding(description) && exits.has('skip')) || isLinking(description)
    || [...exits.keys()].map((exit) => effectOf(description, exit))
      .some(({ account, answered, otherwise, unasked }) => (account === 'known' && !answered) || otherwise || unasked);
}

/** True where some way through places of this sort alone comes back to `place`. */
function isLoop(place: Place, isSort: (place: Place) => boolean): boolean {
  if (!isSort(place)) return false;
  const next = (from: Place): readonly Place[] => (isSort(from) ? [...from.exits.values()].filter(isSort) : []);
  return closure(next(place), next).has(place);
}

function nodeFault(draft: Draft, place: Pick<Place, 'journey' | 'node'>, problem: string, remedy: string): PolicyFault {
  return faultAt(draft, journeyFile(place.journey), ['nodes', place.node], problem, remedy, 'key');
}
