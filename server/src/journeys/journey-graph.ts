import type { Journey, JourneyNode, PolicyContent } from '../../../contract/policy/index.ts';
import { isSignedInPurpose, type Channel, type JourneyPurpose } from '../../../contract/events/index.ts';
import { mostCalls } from './step-declaration.ts';

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

/** Where a part begins that a node goes through, and the calls that it is then in. */
export function callPart(
  policy: PolicyContent, from: Position, calls: readonly Position[], part: string,
): { readonly at: Position; readonly calls: readonly Position[] } {
  const called = policy.journeys[part];
  if (called?.purpose !== 'part') throw new Error(`${from.journey}/${from.node} goes through ${part}, which is no part`);
  if (calls.length >= mostCalls) throw new Error(`${from.journey}/${from.node} is inside ${mostCalls} parts already`);
  return { at: { journey: part, node: called.start }, calls: [...calls, { journey: from.journey, node: from.node }] };
}

/** By which exit of its caller a part is left that comes to an end; undefined where that ends the whole run. */
export function exitOfCaller(
  policy: PolicyContent, caller: Position, ends: 'complete' | 'refuse',
): 'done' | 'refused' | undefined {
  if (ends === 'complete') return 'done';
  return isWired(policy, caller, 'refused') ? 'refused' : undefined;
}

/** True for an exit to another journey: whoever leaves by it comes back to no part and to none of its callers. */
export function isSwitch(policy: PolicyContent, from: Position, exit: string): boolean {
  return nodeAt(policy, from).exits[exit]?.startsWith('journey:') === true;
}

/** What a place is for: a part is for whatever its caller is for. */
export function purposeAt(policy: PolicyContent, at: Position, calls: readonly Position[] = []): JourneyPurpose {
  for (const { journey } of [at, ...calls.toReversed()]) {
    const { purpose } = policy.journeys[journey]!;
    if (purpose !== 'part') return purpose;
  }
  throw new Error(`${at.journey}/${at.node} is in a part that nobody went through`);
}

/** Whether a node's way out is wired, so that its screen may offer it. */
export function isWired(policy: PolicyContent, at: Position, exit: string): boolean {
  return nodeAt(policy, at).exits[exit] !== undefined;
}
