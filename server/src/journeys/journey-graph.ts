import type { Journey, JourneyNode, PolicyContent } from '../../../contract/policy/index.ts';
import { isSignedInPurpose, type Channel, type JourneyPurpose } from '../../../contract/events/index.ts';

/** A place in a policy's journeys. */
export interface Position {
  readonly journey: string;
  readonly node: string;
}

/** Whether people of this population may be asked to do this at all. */
export function hasJourneyFor(policy: PolicyContent, purpose: JourneyPurpose): boolean {
  return Object.values(policy.journeys).some((journey) => journey.purpose === purpose);
}

/** Whether the journey of a purpose is for this channel; without a word of it, it is for the web. */
export function isForChannel(policy: PolicyContent, journey: string, channel: Channel): boolean {
  return (policy.journeys[journey]?.channels ?? ['web']).includes(channel);
}

/**
 * The journey of a purpose: the application's own, or everybody's. A plan makes sure that there is one at most of each,
 * and everybody's where there is any. What somebody who is signed in comes back for is asked of them as step-up is,
 * where the policy has nothing else for it.
 */
export function journeyFor(
  policy: PolicyContent, purpose: JourneyPurpose, application?: string,
): Position & { timeLimit: string } {
  const ofPurpose = Object.entries(policy.journeys).filter(([, journey]) => journey.purpose === purpose);
  const own = ofPurpose.find(([, { applications }]) => application !== undefined && applications?.includes(application));
  const found = own ?? ofPurpose.find(([, { applications }]) => applications === undefined);
  if (!found && purpose !== 'step-up' && isSignedInPurpose(purpose)) return journeyFor(policy, 'step-up', application);
  if (!found) throw new Error(`the policy of ${policy.population.slug} has no journey for ${purpose}`);
  const [name, journey] = found;
  return { journey: name, node: journey.start, timeLimit: journey.timeLimit };
}

export function nodeAt(policy: PolicyContent, at: Position): JourneyNode {
  const node = policy.journeys[at.journey]?.nodes[at.node];
  if (!node) throw new Error(`journey ${at.journey} has no node ${at.node}`);
  return node;
}

/** Where an exit leads: another node, or with `journey:<name>` the start of another journey. */
export function follow(policy: PolicyContent, from: Position, exit: string): Position {
  const target = nodeAt(policy, from).exits[exit];
  if (target === undefined) throw new Error(`${from.journey}/${from.node} leaves by ${exit}, which leads nowhere`);
  if (!target.startsWith('journey:')) return { journey: from.journey, node: target };
  const name = target.slice('journey:'.length);
  const journey: Journey | undefined = policy.journeys[name];
  if (!journey) throw new Error(`${from.journey}/${from.node} leads to journey ${name}, which is not there`);
  return { journey: name, node: journey.start };
}

/** Whether a node's way out is wired, so that its screen may offer it. */
export function isWired(policy: PolicyContent, at: Position, exit: string): boolean {
  return nodeAt(policy, at).exits[exit] !== undefined;
}
