import { faultAt, journeyFile, type Draft } from '../draft.ts';
import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { stepNamed, waits, type StepDescription, type StepDescriptions } from '../steps.ts';

/** A node of the graph that all journeys of a policy are together. */
export interface Place {
  readonly journey: string;
  readonly node: string;
  readonly step: string;
  readonly description: StepDescription;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where each exit leads. */
  readonly exits: ReadonlyMap<string, Place>;
}

export interface Graph {
  readonly places: readonly Place[];
  /** The first node of each journey. */
  readonly starts: ReadonlyMap<string, Place>;
}

/** Builds the graph of a draft whose wiring has no fault. */
export function graphOf(draft: Draft, steps: StepDescriptions): Graph {
  const places = new Map<string, Place & { exits: Map<string, Place> }>();
  for (const [journey, { nodes }] of draft.journeys) {
    for (const [node, { step, with: settings }] of Object.entries(nodes)) {
      const description = stepNamed(steps, step)!;
      places.set(`${journey}/${node}`, { journey, node, step, description, settings, exits: new Map() });
    }
  }
  const starts = new Map([...draft.journeys].map(([name, { start }]) => [name, places.get(`${name}/${start}`)!]));
  for (const place of places.values()) {
    for (const [exit, target] of Object.entries(draft.journeys.get(place.journey)!.nodes[place.node]!.exits)) {
      const other = /^journey:(.*)$/.exec(target)?.[1];
      place.exits.set(exit, other === undefined ? places.get(`${place.journey}/${target}`)! : starts.get(other)!);
    }
  }
  return { places: [...places.values()], starts };
}

/** Nodes that no way leads to, nodes that no end can be reached from, and loops in which nobody is ever asked. */
export function checkReach(draft: Draft, { places, starts }: Graph): readonly PolicyFault[] {
  const reached = closure([...starts.values()], (place) => [...place.exits.values()]);
  const backward = new Map<Place, Place[]>();
  for (const place of places) {
    for (const next of place.exits.values()) backward.set(next, [...backward.get(next) ?? [], place]);
  }
  const ending = closure(places.filter(({ description }) => description.ends !== undefined),
    (place) => backward.get(place) ?? []);
  return places.flatMap((place) => {
    const path = ['nodes', place.node];
    const at = (problem: string, remedy: string): PolicyFault[] => (
      [faultAt(draft, journeyFile(place.journey), path, problem, remedy, 'key')]);
    if (!reached.has(place)) {
      return at(`cannot be reached from the start of ${place.journey}`, 'Lead an exit to it, or remove it.');
    }
    if (!ending.has(place)) {
      return at('leads to no end: whoever comes here never gets out', 'Lead an exit towards complete or refuse.');
    }
    return isSilentLoop(place) || comesBackUnasked(place)
      ? at('comes back to itself without asking anybody anything', 'Put a step with a screen in between.')
      : [];
  });
}

function isSilentLoop(place: Place): boolean {
  if (waits(place.description)) return false;
  const silently = (from: Place): readonly Place[] => (
    waits(from.description) ? [] : [...from.exits.values()].filter(({ description }) => !waits(description)));
  return closure(silently(place), silently).has(place);
}

/** Steps with a screen leave by some exits without having shown it. */
const unasked: Readonly<Record<string, string>> = { 'link-account': 'prove-more' };

function comesBackUnasked(place: Place): boolean {
  const next = place.exits.get(unasked[place.step] ?? '');
  if (next === undefined) return false;
  return closure([next], (from) => (waits(from.description) ? [] : [...from.exits.values()])).has(place);
}

/** All that can be come to from `first`, these included. */
function closure(first: readonly Place[], next: (place: Place) => readonly Place[]): ReadonlySet<Place> {
  const found = new Set(first);
  for (const place of found) {
    for (const each of next(place)) found.add(each);
  }
  return found;
}
