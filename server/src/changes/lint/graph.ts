import type { Channel, JourneyPurpose } from '../../../../contract/events/index.ts';
import type { Draft } from '../draft.ts';
import { stepNamed, type StepDescription, type StepDescriptions } from '../steps.ts';

/** A node of the graph that all journeys of a policy are together; one of a part once for each way into the part. */
export interface Place {
  readonly journey: string;
  readonly node: string;
  readonly step: string;
  readonly description: StepDescription;
  /** As the step reads them, with what it fills in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The purpose of the journey that the node lies in, or that went into the part; a run may have come from another. */
  readonly purpose: JourneyPurpose;
  /** The journey that went into the part that the node lies in; the node's own where it is in none. */
  readonly outermost: string;
  /** Where each exit leads; a node that goes through a part only leads into it. */
  readonly exits: ReadonlyMap<string, Place>;
}

export interface Graph {
  readonly places: readonly Place[];
  /** The first node of each journey; parts have none. */
  readonly starts: ReadonlyMap<string, Place>;
  /** The channels that each journey is for. */
  readonly channels: ReadonlyMap<string, readonly Channel[]>;
  /** Nodes of parts that no way leads to. */
  readonly unreached: readonly { readonly journey: string; readonly node: string }[];
}

type Growing = Place & { readonly exits: Map<string, Place>; readonly caller: Growing | undefined };

/** Bounds what parts inside one another amount to; the built-in policies have less than 100. */
const mostPlaces = 3_000;

/** Builds the graph of a draft whose wiring has no fault; undefined where parts make too much of it. */
export function graphOf(draft: Draft, steps: StepDescriptions): Graph | undefined {
  const places = new Map<string, Growing>();
  const touched = new Set<string>();
  const journeyOf = (name: string) => draft.journeys.get(name)!;

  function make(journey: string, node: string, caller: Growing | undefined): Growing {
    const { step, with: written } = journeyOf(journey).nodes[node]!;
    const { purpose } = journeyOf(journey);
    const description = stepNamed(steps, step)!;
    return {
      journey, node, step, description, settings: description.config.parse(written) as Place['settings'],
      purpose: purpose === 'part' ? caller!.purpose : purpose, outermost: caller?.outermost ?? journey,
      exits: new Map(), caller,
    };
  }

  /** The place of a node; where a part ends it is the place to which its caller leads on. */
  function placeOf(journey: string, node: string, caller: Growing | undefined): Growing {
    touched.add(`${journey}/${node}`);
    const { ends } = stepNamed(steps, journeyOf(journey).nodes[node]!.step)!;
    const onward = caller && ends && exitsOf(caller)[ends === 'complete' ? 'done' : 'refused'];
    if (onward !== undefined) return targetOf(onward, caller!.journey, caller!.caller);
    const key = `${keyOf(caller)}${journey}/${node}`;
    const known = places.get(key);
    if (known) return known;
    const made = make(journey, node, caller);
    places.set(key, made);
    return made;
  }

  const exitsOf = ({ journey, node }: Place) => journeyOf(journey).nodes[node]!.exits;

  /** Whoever goes to another journey leaves the part and whatever went into it. */
  function targetOf(target: string, journey: string, caller: Growing | undefined): Growing {
    const other = /^journey:(.*)$/.exec(target)?.[1];
    return other === undefined ? placeOf(journey, target, caller) : placeOf(other, journeyOf(other).start, undefined);
  }

  const whole = [...draft.journeys].filter(([, { purpose }]) => purpose !== 'part');
  for (const [journey, { nodes }] of whole) for (const node of Object.keys(nodes)) placeOf(journey, node, undefined);
  // Grows while it is gone through.
  for (const place of places.values()) {
    if (places.size > mostPlaces) return undefined;
    const part = place.description.calls === undefined ? undefined : String(place.settings[place.description.calls]);
    if (part !== undefined) place.exits.set('enter', placeOf(part, journeyOf(part).start, place));
    else for (const [exit, target] of Object.entries(exitsOf(place))) place.exits.set(exit, targetOf(target, place.journey, place.caller));
  }
  const unreached = [...draft.journeys].flatMap(([journey, { nodes }]) => Object.keys(nodes)
    .filter((node) => !touched.has(`${journey}/${node}`)).map((node) => ({ journey, node })));
  const starts = new Map(whole.map(([name, { start }]) => [name, placeOf(name, start, undefined)]));
  const channels = new Map([...draft.journeys].map(([name, journey]) => [name, journey.channels ?? ['web' as const]]));
  return { places: [...places.values()], starts, channels, unreached };
}

const keyOf = (caller: Growing | undefined): string => (
  caller === undefined ? '' : `${keyOf(caller.caller)}${caller.journey}/${caller.node}>`);

/** All that can be come to from `first`, these included. */
export function closure(first: readonly Place[], next: (place: Place) => readonly Place[]): ReadonlySet<Place> {
  const found = new Set(first);
  for (const place of found) {
    for (const each of next(place)) found.add(each);
  }
  return found;
}
