import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import type { StepDescriptions } from '../steps.ts';
import { checkCalls } from './calls.ts';
import { compileConditions, type Conditions } from './conditions.ts';
import { checkBurdens, checkManagedDevices } from './burdens.ts';
import { checkDeadEnds } from './dead-ends.ts';
import { graphOf } from './graph.ts';
import { checkReach, checkRounds, checkSilentRounds } from './loops.ts';
import { checkCheckpoints } from './checkpoint-rules.ts';
import { checkCheckpointSteps, responsesOf } from './checkpoint-steps.ts';
import { checkDevices } from './device-rules.ts';
import { checkFederation } from './federation-rules.ts';
import { checkKindRules } from './kind-rules.ts';
import { checkPhones } from './phone-rules.ts';
import { proofOf } from './proof.ts';
import { walk, type Arrival } from './walk.ts';
import { checkArrivals } from './walked.ts';
import { checkWiring } from './wiring.ts';

/**
 * Every fault of a draft beyond the shape of its files. What needs the whole graph is looked at once the wiring is
 * right, since a missing wire would show up again in all of it.
 */
export function lint(draft: Draft, kind: PopulationKind, steps: StepDescriptions): readonly PolicyFault[] {
  const { conditions, faults: conditionFaults } = compileConditions(draft);
  const wiring = [...checkWiring(draft, steps), ...checkCalls(draft, steps), ...checkCheckpointSteps(draft, steps), ...conditionFaults];
  const rules = [
    ...checkKindRules(draft, kind), ...checkCheckpoints(draft, kind), ...checkManagedDevices(draft, kind),
    ...checkDevices(draft, kind), ...checkFederation(draft, kind), ...checkPhones(draft, kind),
  ];
  if (wiring.length > 0 || draft.journeys.size < draft.journeyNames.length) return [...wiring, ...rules];
  return [...proofOf(draft, kind, steps, () => prove(draft, kind, steps, conditions)), ...rules];
}

/** What can only be found by going every way through the journeys. */
function prove(
  draft: Draft, kind: PopulationKind, steps: StepDescriptions, conditions: Conditions,
): readonly PolicyFault[] {
  const graph = graphOf(draft, steps);
  if (!graph) return [tooLarge(draft)];
  const reach = [...checkReach(draft, graph), ...checkRounds(draft, graph)];
  const required = draft.parts.assurance?.required;
  if (required === undefined) return reach;
  const setting = { kind, required, responses: responsesOf(draft) };
  const arrivals = walk(graph, conditions, setting);
  const walked = arrivals ? [
    ...checkArrivals(draft, arrivals, conditions, setting), ...checkBurdens(draft, arrivals, setting),
    ...checkSilentRounds(draft, graph, arrivals), ...checkDeadEnds(draft, arrivals, setting),
    ...ownersCanSignIn(draft, kind, arrivals),
  ] : [tooLarge(draft)];
  return [...reach, ...walked];
}

function tooLarge(draft: Draft): PolicyFault {
  return faultAt(draft, journeyFile(draft.journeyNames[0]!), ['nodes'],
    'is part of journeys with more ways through than can be checked', 'Use fewer nodes, or fewer ways between them.',
    'key');
}

/** Administrators are workforce principals, and the console takes nothing that can be phished. */
function ownersCanSignIn(
  draft: Draft, kind: PopulationKind, arrivals: readonly Arrival[],
): readonly PolicyFault[] {
  if (kind !== 'workforce') return [];
  // Any of them may be the one that the console goes by.
  const signIns = [...draft.journeys].filter(([, { purpose }]) => purpose === 'sign-in').map(([name]) => name);
  return signIns.filter((name) => !hasWayByPasskey(name, arrivals)).map((name) => faultAt(draft, journeyFile(name), ['nodes'],
    'has no way through with a passkey, so no administrator could sign in to the console',
    'Offer passkeys in identify and wire its exit passkey.', 'key'));
}

function hasWayByPasskey(signIn: string, arrivals: readonly Arrival[]): boolean {
  // Coming back by recovery is no way to come every day.
  const isRecovery = ({ place }: Arrival): boolean => place.purpose === 'recover';
  const reached = new Set(arrivals.filter(({ place, by }) => by === undefined && place.journey === signIn));
  for (const { onward } of reached) {
    for (const { to } of onward) for (const each of to) if (!isRecovery(each)) reached.add(each);
  }
  return [...reached].some(({ place, standing: { shown } }) => (
    place.description.ends === 'complete' && shown.includes('passkey')));
}
