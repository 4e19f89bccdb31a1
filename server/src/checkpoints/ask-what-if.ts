import type { Machine, Situation, WhatIfAnswer } from '../../../contract/admin/what-if.ts';
import { tokenAction, tokenFacts, type PolicyContent } from '../../../contract/policy/index.ts';
import { fail } from '../kernel/index.ts';
import type { RecordedDecision } from './checkpoints.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import type { Decision } from './decide.ts';
import type { Explained } from './explain.ts';
import { bandOf, type Features } from './features.ts';
import { featuresOf } from './situation.ts';
import type { TokenFeatures } from './token-features.ts';
import { explain } from './what-if.ts';
import { explainToken, machineFeatures } from './what-if-token.ts';

export interface WhatIfAsk {
  readonly action: string;
  /** Of a person; empty where a machine asks. */
  readonly situation: Situation;
  readonly machine?: Machine | undefined;
}

/** A made-up situation with its answer, and what that came from. */
export interface WhatIf {
  readonly action: string;
  readonly answer: NonNullable<WhatIfAnswer['answer']>;
  readonly features: Features | TokenFeatures;
  readonly candidates: Decision['candidates'];
}

/**
 * What a policy would answer to a made-up situation, of a machine at its one action; it begins with what was seen at a
 * decision, where one is named. Nothing is recorded. @throws action.unknown
 */
export function whatIf(
  { checkpoints, risk }: Pick<PolicyContent, 'checkpoints' | 'risk'>, { action, situation, machine = {} }: WhatIfAsk, base?: Pick<RecordedDecision, 'features'>,
): WhatIf {
  const actions = checkpoints?.actions ?? {};
  const checkpoint = Object.hasOwn(actions, action) ? actions[action]! : fail('action.unknown', { detail: action });
  const onlyReports = checkpoint.mode === 'report-only';
  const seen = base?.features ?? {};
  if (action === tokenAction) {
    const features = machineFeatures(machine, 'token' in seen ? seen as TokenFeatures : undefined);
    const explained = explainToken(features, compileCheckpoint(checkpoint, tokenFacts));
    return { action, features, candidates: explained.decision.candidates, answer: { ...answered(explained), onlyReports, band: null, probability: null } };
  }
  const features = featuresOf(situation, risk, 'device' in seen ? seen as Features : undefined);
  const explained = explain(features, compileCheckpoint(checkpoint), risk);
  return {
    action, features, candidates: explained.decision.candidates,
    answer: { ...answered(explained), onlyReports, band: bandOf(features), probability: features.risk?.probability ?? 0.02 },
  };
}

function answered({ decision: { response, reasons }, rules, firstUnmet, nearest, tried }: Explained): Omit<WhatIf['answer'], 'onlyReports' | 'band' | 'probability'> {
  return {
    response, reasons: [...reasons], tried,
    rules: rules.map((rule) => ({ ...rule, facts: [...rule.facts] })),
    firstUnmet: firstUnmet && { ...firstUnmet, facts: [...firstUnmet.facts] },
    nearest: nearest && { ...nearest, reasons: [...nearest.reasons] },
  };
}
