import type { PolicyFault } from '../../../../contract/policy/index.ts';
import { mostCalls } from '../../journeys/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';
import { stepNamed, type StepDescriptions } from '../steps.ts';
import { didYouMean } from '../suggest.ts';

/** A node that goes through a part. */
interface Call {
  readonly from: string;
  readonly node: string;
  readonly setting: string;
  readonly part: string;
}

/**
 * What goes through parts: each is there and is a part, none is entered but by a call, and none comes back to itself
 * or lies too deep. What is found keeps the graph from being built, which would have no end.
 */
export function checkCalls(draft: Draft, steps: StepDescriptions): readonly PolicyFault[] {
  const calls = callsOf(draft, steps);
  const parts = [...draft.journeys].filter(([, { purpose }]) => purpose === 'part').map(([name]) => name);
  const at = ({ from, node, setting }: Call, problem: string, remedy?: string): PolicyFault => (
    faultAt(draft, journeyFile(from), ['nodes', node, 'with', setting], problem, remedy));
  const unknown = calls.filter(({ part }) => !parts.includes(part) && draft.journeys.size === draft.journeyNames.length);
  const tooDeep = calls.filter(({ from, part }) => from !== part && !reaches(calls, part, from) && depthOf(calls, part) > mostCalls
    && !parts.includes(from));
  return [
    ...unknown.map((call) => at(call, draft.journeyNames.includes(call.part)
      ? `goes through ${call.part}, which is a journey of its own and no part`
      : `goes through ${call.part}, which is not there`,
    didYouMean(call.part, parts) ?? 'Name a journey with the purpose part.')),
    ...calls.filter(({ from, part }) => from === part || reaches(calls, part, from)).map((call) => (
      at(call, `goes through ${call.part}, which comes back to ${call.from}: nobody would ever come out`,
        'Lead an exit round instead, or take the call out.'))),
    ...tooDeep.map((call) => at(call, `goes through parts that lie more than ${mostCalls} deep in one another`,
      'Call less deep.')),
    ...switchesToParts(draft, parts),
  ];
}

function callsOf(draft: Draft, steps: StepDescriptions): readonly Call[] {
  return [...draft.journeys].flatMap(([from, { nodes }]) => Object.entries(nodes).flatMap(([node, { step, with: settings }]) => {
    const setting = stepNamed(steps, step)?.calls;
    const part = setting === undefined ? undefined : settings[setting];
    return setting === undefined || typeof part !== 'string' ? [] : [{ from, node, setting, part }];
  }));
}

/** True where going through `part` comes to `wanted`, by however many parts. */
function reaches(calls: readonly Call[], part: string, wanted: string): boolean {
  const found = new Set([part]);
  for (const each of found) for (const call of calls) if (call.from === each) found.add(call.part);
  return found.has(wanted);
}

/** How many parts are in one another from here on; never asked for more than would be refused. */
function depthOf(calls: readonly Call[], part: string): number {
  let layer = new Set([part]);
  let depth = 0;
  while (layer.size > 0 && depth <= mostCalls) {
    depth += 1;
    layer = new Set(calls.filter(({ from }) => layer.has(from)).map(({ part: next }) => next));
  }
  return depth;
}

/** A part that is only gone to has nobody to go on with. */
function switchesToParts(draft: Draft, parts: readonly string[]): readonly PolicyFault[] {
  return [...draft.journeys].flatMap(([name, { nodes }]) => Object.entries(nodes).flatMap(([node, { exits }]) => (
    Object.entries(exits).filter(([, target]) => parts.some((part) => target === `journey:${part}`)).map(([exit, target]) => (
      faultAt(draft, journeyFile(name), ['nodes', node, 'exits', exit],
        `leads to ${target}, which is a part: it would not know where to go on`,
        'Lead to a node with the step sub-journey.'))))));
}
