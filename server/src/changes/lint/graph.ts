import type { Channel, JourneyPurpose } from '../../../../contract/events/index.ts';
import type { Draft } from '../draft.ts';
import { stepNamed, type StepDescription, type StepDescriptions } from '../steps.ts';

/** A node of the graph that all journeys of a policy are together. */
export interface Place {
  readonly journey: string;
  readonly node: string;
  readonly step: string;
  readonly description: StepDescription;
  /** As the step reads them, with what it fills in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The purpose of the journey that the node lies in; a run may have come from another. */
  readonly purpose: JourneyPurpose;
  /** Where each exit leads. */
  readonly exits: ReadonlyMap<string, Place>;
}

export interface Graph {
  readonly places: readonly Place[];
  /** The first node of each journey. */
  readonly starts: ReadonlyMap<string, Place>;
  /** The channels that each journey is for. */
  readonly channels: ReadonlyMap<string, readonly Channel[]>;
}

/** Builds the graph of a draft whose wiring has no fault. */
export function graphOf(draft: Draft, steps: StepDescriptions): Graph {
  const places = new Map<string, Place & { exits: Map<string, Place> }>();
  for (const [journey, { nodes, purpose }] of draft.journeys) {
    for (const [node, { step, with: written }] of Object.entries(nodes)) {
      const description = stepNamed(steps, step)!;
      const settings = description.config.parse(written) as Place['settings'];
      places.set(`${journey}/${node}`, { journey, node, step, description, settings, purpose, exits: new Map() });
    }
  }
  const starts = new Map([...draft.journeys].map(([name, { start }]) => [name, places.get(`${name}/${start}`)!]));
  for (const place of places.values()) {
    for (const [exit, target] of Object.entries(draft.journeys.get(place.journey)!.nodes[place.node]!.exits)) {
      const other = /^journey:(.*)$/.exec(target)?.[1];
      place.exits.set(exit, other === undefined ? places.get(`${place.journey}/${target}`)! : starts.get(other)!);
    }
  }
  const channels = new Map([...draft.journeys].map(([name, journey]) => [name, journey.channels ?? ['web' as const]]));
  return { places: [...places.values()], starts, channels };
}

/** All that can be come to from `first`, these included. */
export function closure(first: readonly Place[], next: (place: Place) => readonly Place[]): ReadonlySet<Place> {
  const found = new Set(first);
  for (const place of found) {
    for (const each of next(place)) found.add(each);
  }
  return found;
}
