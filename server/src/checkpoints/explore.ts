import type { Checkpoint } from '../../../contract/policy/index.ts';
import type { CompiledCheckpoint } from './compile-checkpoint.ts';
import { respond, type Decision } from './decide.ts';
import { bandOf, type Features } from './features.ts';

/** Draws are whole numbers below this. */
export const seedRange = 2 ** 48;

/** Reads a draw from a keyed digest in base64url: its first 48 bits. */
export const drawOf = (digest: string): number => Buffer.from(digest.slice(0, 8), 'base64url').readUIntBE(0, 6);

/** How often an action is answered otherwise than its policy would, to learn what the policy can't see. */
export type Exploration = NonNullable<Checkpoint['exploration']>;

/** A decision after exploration had its say. */
export interface Drawn {
  readonly decision: Decision;
  /** What the policy alone would answer; the same as `decision` unless that was explored. */
  readonly usual: Decision;
  /** What it is answered instead with probability `part`; undefined where nothing is explored here. */
  readonly other: Decision | undefined;
  readonly part: number;
  /** Null where nothing was drawn. */
  readonly seed: number | null;
}

export const asUsual = (decision: Decision): Drawn => ({ decision, usual: decision, other: undefined, part: 0, seed: null });

/**
 * Answers otherwise for a small part of draws. Who would be challenged is let go, who would be let go without a reason
 * is challenged; nothing else is ever explored, and nothing in a session that a draw has let go before. The same seed
 * gives the same answer, so a decision can be made again.
 */
export function explore(usual: Decision, features: Features, checkpoint: CompiledCheckpoint, seed: number): Drawn {
  const { exploration, isHigh } = checkpoint;
  if (exploration === undefined || features.explored === true) return asUsual(usual);
  const { letGo = 0, challenge = 0 } = exploration;
  // The plan refuses it at what is of high value; a version from before stays harmless, too.
  const part = usual.response === 'challenge' ? (isHigh ? 0 : letGo) : isUnasked(usual) ? challenge : 0;
  if (part === 0) return asUsual(usual);
  const other = usual.response === 'challenge' ? letGoInstead(usual) : challengeInstead(usual, features, checkpoint);
  if (other === undefined) return asUsual(usual);
  return { decision: seed / seedRange < part ? other : usual, usual, other, part, seed };
}

/** Let go with nothing to look at twice, rather than because of what was shown. */
const isUnasked = ({ response, reasons }: Decision): boolean => response === 'allow' && reasons.length === 0;

const letGoInstead = ({ reasons, candidates }: Decision): Decision => (
  { response: 'allow', reasons: [...reasons, 'explored'], candidates });

/** The first challenge that this person could meet; once it is met, it is answered like any other. */
function challengeInstead(usual: Decision, features: Features, checkpoint: CompiledCheckpoint): Decision | undefined {
  const at = usual.candidates.findIndex(({ respond: how, held }) => how === 'challenge' && held);
  const offered = checkpoint.bands[bandOf(features)].responses[at];
  if (offered === undefined) return undefined;
  const candidates = usual.candidates.map((each, index) => ({ ...each, chosen: index === at }));
  return { ...respond(offered, features, ['explored']), candidates };
}
