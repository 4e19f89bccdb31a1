import { tokenAction, tokenFacts, type Checkpoint, type CheckpointRules, type RiskRules } from '../../../contract/policy/index.ts';
import { reassess } from '../risk/index.ts';
import { compileCheckpoint, type CompiledCheckpoint } from './compile-checkpoint.ts';
import { decide, undeclared, type Decision, type Response } from './decide.ts';
import { decideToken } from './decide-token.ts';
import { letThrough, onlyReported } from './report-only.ts';
import type { Features } from './features.ts';
import type { TokenFeatures } from './token-features.ts';

/** What a draft that watches would have answered; nobody has felt it. */
export interface ShadowAnswer {
  readonly watch: string;
  readonly mode: 'report-only';
  readonly response: Response;
  readonly reasons: readonly string[];
  /** What a challenge would have asked for. */
  readonly with?: string;
}

/** The parts of a draft that decisions go by. */
export interface DraftRules {
  readonly checkpoints: CheckpointRules;
  readonly risk?: RiskRules;
}

/**
 * What a draft answers to the same features. What the person then would have done can't be seen: a challenge that only
 * the draft asks for is never met, so it stays one.
 */
export function shadowAnswer(watch: string, { checkpoints: { actions }, risk }: DraftRules, action: string, features: Features): ShadowAnswer {
  const checkpoint: Checkpoint | undefined = Object.hasOwn(actions, action) ? actions[action] : undefined;
  const seen: Features = features.risk === null ? features : { ...features, risk: reassess(features.risk, risk) };
  const { response, reasons, candidates } = checkpoint ? answerOf(seen, compileCheckpoint(checkpoint)) : undeclared;
  const asked = response === 'challenge' ? candidates.find(({ chosen }) => chosen)?.with : undefined;
  return { watch, mode: 'report-only', response, reasons, ...(asked === undefined ? {} : { with: asked }) };
}

/** A draft that itself only reports would let through whatever it comes to. */
function answerOf(features: Features, checkpoint: CompiledCheckpoint): Decision {
  const decision = decide(features, checkpoint);
  return onlyReported(decision, features, checkpoint)?.decision ?? decision;
}

/** The same where a machine asks for a token. A draft without that checkpoint lets it have one. */
export function shadowToken(watch: string, { checkpoints: { actions } }: DraftRules, features: TokenFeatures): ShadowAnswer {
  const checkpoint = actions[tokenAction];
  if (!checkpoint) return { watch, mode: 'report-only', response: 'allow', reasons: [] };
  const decision = decideToken(features, compileCheckpoint(checkpoint, tokenFacts));
  const { response, reasons } = checkpoint.mode === 'report-only' ? letThrough(decision).decision : decision;
  return { watch, mode: 'report-only', response, reasons };
}
