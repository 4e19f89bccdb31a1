import type { Situation, WhatIfAnswer } from '../../../contract/admin/what-if.ts';
import { tokenAction, type PolicyContent } from '../../../contract/policy/index.ts';
import { fail } from '../kernel/index.ts';
import type { RecordedDecision } from './checkpoints.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import type { Decision } from './decide.ts';
import { bandOf, type Features } from './features.ts';
import { featuresOf } from './situation.ts';
import { explain } from './what-if.ts';

/** A made-up situation with its answer, and what that came from. */
export interface WhatIf {
  readonly action: string;
  readonly answer: NonNullable<WhatIfAnswer['answer']>;
  readonly features: Features;
  readonly candidates: Decision['candidates'];
}

/**
 * What a policy would answer to a made-up situation; it begins with what was seen at a decision, where one is named.
 * Nothing is recorded. @throws action.unknown, what_if.of_machines
 */
export function whatIf(
  { checkpoints, risk }: Pick<PolicyContent, 'checkpoints' | 'risk'>, action: string, situation: Situation, base?: Pick<RecordedDecision, 'features'>,
): WhatIf {
  if (action === tokenAction) fail('what_if.of_machines');
  const actions = checkpoints?.actions ?? {};
  const checkpoint = Object.hasOwn(actions, action) ? actions[action]! : fail('action.unknown', { detail: action });
  const seen = base && 'device' in base.features ? base.features as Features : undefined;
  const features = featuresOf(situation, risk, seen);
  const { decision: { response, reasons, candidates }, rules, firstUnmet, nearest, tried } = explain(features, compileCheckpoint(checkpoint), risk);
  return { action, features, candidates, answer: {
    response, reasons: [...reasons], onlyReports: checkpoint.mode === 'report-only', band: bandOf(features), probability: features.risk?.probability ?? 0.02, tried,
    rules: rules.map((rule) => ({ ...rule, facts: [...rule.facts] })),
    firstUnmet: firstUnmet && { ...firstUnmet, facts: [...firstUnmet.facts] },
    nearest: nearest && { ...nearest, reasons: [...nearest.reasons] },
  } };
}
