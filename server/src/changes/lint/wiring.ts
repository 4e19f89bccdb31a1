import type { JourneyNode, PolicyFault } from '../../../../contract/policy/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { checkShape } from '../schema-faults.ts';
import { stepNamed, type StepDescriptions } from '../steps.ts';
import { didYouMean } from '../suggest.ts';

/** Each node is a step that exists, with settings that it takes, every exit wired, and every wire leading somewhere. */
export function checkWiring(draft: Draft, steps: StepDescriptions): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  for (const [name, journey] of draft.journeys) {
    const file = journeyFile(name);
    const nodes = Object.keys(journey.nodes);
    if (!Object.hasOwn(journey.nodes, journey.start)) {
      faults.push(faultAt(draft, file, ['start'], `names ${journey.start}, which is not a node here`,
        didYouMean(journey.start, nodes)));
    }
    for (const [id, node] of Object.entries(journey.nodes)) {
      faults.push(...stepFaults(draft, steps, file, id, node));
      faults.push(...targetFaults(draft, file, nodes, id, node));
    }
  }
  return faults;
}

function stepFaults(
  draft: Draft, steps: StepDescriptions, file: string, id: string, node: JourneyNode,
): readonly PolicyFault[] {
  const step = stepNamed(steps, node.step);
  if (!step) {
    return [faultAt(draft, file, ['nodes', id, 'step'], `names ${node.step}, which is not a step`,
      didYouMean(node.step, Object.keys(steps)))];
  }
  const faults: PolicyFault[] = [];
  const document = draft.documents.get(file)!;
  const settings = checkShape(document, step.config, node.with, ['nodes', id, 'with']);
  faults.push(...settings.faults ?? []);
  for (const exit of step.exits) {
    if (step.optionalExits?.includes(exit) || Object.hasOwn(node.exits, exit)) continue;
    faults.push(faultAt(draft, file, ['nodes', id, 'exits'], `doesn't say where ${id} leads by ${exit}`,
      `Add ${exit}: <node> under exits; whoever leaves ${node.step} that way would be stuck.`, 'key'));
  }
  for (const exit of Object.keys(node.exits)) {
    if (step.exits.includes(exit)) continue;
    faults.push(faultAt(draft, file, ['nodes', id, 'exits', exit], `is not an exit of ${node.step}`,
      step.exits.length === 0 ? `Remove it; ${node.step} ends the journey.` : didYouMean(exit, step.exits), 'key'));
  }
  return faults;
}

function targetFaults(
  draft: Draft, file: string, nodes: readonly string[], id: string, node: JourneyNode,
): readonly PolicyFault[] {
  return Object.entries(node.exits).flatMap(([exit, target]) => {
    const journey = /^journey:(.*)$/.exec(target)?.[1];
    const known = journey === undefined ? nodes : draft.journeyNames;
    const wanted = journey ?? target;
    if (known.includes(wanted)) return [];
    return [faultAt(draft, file, ['nodes', id, 'exits', exit],
      `leads to ${target}, which is not a ${journey === undefined ? 'node here' : 'journey of this policy'}`,
      didYouMean(wanted, known))];
  });
}
