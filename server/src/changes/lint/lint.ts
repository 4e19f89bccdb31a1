import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { PolicyFault } from '../../../../contract/policy/index.ts';
import type { Clock } from '../../kernel/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import type { StepDescriptions } from '../steps.ts';
import { compileConditions } from './conditions.ts';
import { checkReach, graphOf } from './graph.ts';
import { checkCheckpoints } from './checkpoint-rules.ts';
import { checkFederation } from './federation-rules.ts';
import { checkKindRules } from './kind-rules.ts';
import { walk, type Arrival } from './walk.ts';
import { checkArrivals } from './walked.ts';
import { checkWiring } from './wiring.ts';

export interface LintDeps {
  readonly steps: StepDescriptions;
  readonly clock: Clock;
}

/**
 * Every fault of a draft beyond the shape of its files. What needs the whole graph is looked at once the wiring is
 * right, since a missing wire would show up again in all of it.
 */
export function lint(draft: Draft, kind: PopulationKind, { steps, clock }: LintDeps): readonly PolicyFault[] {
  const { conditions, faults: conditionFaults } = compileConditions(draft);
  const wiring = [...checkWiring(draft, steps), ...conditionFaults];
  const rules = [...checkKindRules(draft, kind, clock), ...checkCheckpoints(draft, kind), ...checkFederation(draft, kind)];
  if (wiring.length > 0 || draft.journeys.size < draft.journeyNames.length) return [...wiring, ...rules];
  const graph = graphOf(draft, steps);
  const reach = checkReach(draft, graph);
  const required = draft.parts.assurance?.required;
  if (required === undefined) return [...reach, ...rules];
  const setting = { kind, required };
  const purposes = new Map([...draft.journeys].map(([name, { purpose }]) => [name, purpose]));
  const arrivals = walk(graph, purposes, conditions, setting);
  const walked = arrivals
    ? [...checkArrivals(draft, arrivals, conditions, setting), ...ownersCanSignIn(draft, kind, arrivals)]
    : [tooLarge(draft)];
  return [...reach, ...walked, ...rules];
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
  const signIn = [...draft.journeys].find(([, { purpose }]) => purpose === 'sign-in')?.[0];
  if (kind !== 'workforce' || signIn === undefined) return [];
  // Coming back by recovery is no way to come every day.
  const recovery = [...draft.journeys].find(([, { purpose }]) => purpose === 'recover')?.[0];
  const possible = arrivals.some(({ place, purpose, shown }) => (
    purpose === 'sign-in' && place.journey !== recovery && place.description.ends === 'complete' && shown.includes('passkey')));
  return possible ? [] : [faultAt(draft, journeyFile(signIn), ['nodes'],
    'has no way through with a passkey, so no administrator could sign in to the console',
    'Offer passkeys in identify and wire its exit passkey.', 'key')];
}
