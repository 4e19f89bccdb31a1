import { journeyFacts, type PolicyFault } from '../../../../contract/policy/index.ts';
import { LimenError } from '../../kernel/index.ts';
import { compileCondition, type Condition } from '../../rules/index.ts';
import { faultAt, journeyFile, type Draft } from '../draft.ts';

/** Compiled conditions of the draft by their source. */
export type Conditions = ReadonlyMap<string, Condition>;

/** The setting that holds a condition, in whatever step has it. */
export const conditionSetting = 'when';

/** Compiles every condition of the journeys; what doesn't compile is a fault at its own line. */
export function compileConditions(
  draft: Draft,
): { readonly conditions: Conditions; readonly faults: readonly PolicyFault[] } {
  const conditions = new Map<string, Condition>();
  const faults: PolicyFault[] = [];
  for (const [name, { nodes }] of draft.journeys) {
    for (const [node, { with: settings }] of Object.entries(nodes)) {
      const source = settings[conditionSetting];
      if (typeof source !== 'string' || conditions.has(source)) continue;
      try {
        conditions.set(source, compileCondition(source, journeyFacts));
      } catch (error) {
        if (!(error instanceof LimenError)) throw error;
        faults.push(...error.faults.map((fault) => conditionFault(draft, name, node, fault)));
      }
    }
  }
  return { conditions, faults };
}

function conditionFault(
  draft: Draft, journey: string, node: string, { at, problem }: { at: string; problem: string },
): PolicyFault {
  const file = journeyFile(journey);
  const path = ['nodes', node, 'with', conditionSetting];
  const [line = 1, column = 1] = at.split(':').map(Number);
  return {
    ...faultAt(draft, file, path, `is a condition that cannot be used: ${problem} (at character ${column})`,
      'Write CEL over the facts of journeys, such as satisfied, has.passkey, proved.password or needed.acr.'),
    line: draft.documents.get(file)!.lineWithin(path, line, column),
  };
}
