import type { CompiledCheckpoint } from './compile-checkpoint.ts';
import { shutBy, type Decision, type Response } from './decide.ts';
import type { Features } from './features.ts';

/** What a checkpoint that only reports came to, and what would have been answered had it been live. */
export interface Would {
  readonly response: Response;
  readonly reasons: readonly string[];
  /** What a challenge would have asked for. */
  readonly with?: string;
}

/** A decision that is let through, and what it would have been. */
export interface Reported<D> {
  readonly decision: D;
  readonly would: Would;
}

/**
 * Lets through whatever a checkpoint that only reports came to. Undefined where the answer is felt after all: the
 * checkpoint is live, the account or its session is shut by what no policy lowers, or something was begun while it was
 * live and people were told how that goes on, so that an owner's or a reviewer's no stands.
 */
export function onlyReported(decision: Decision, features: Features, checkpoint: CompiledCheckpoint): Reported<Decision> | undefined {
  const isBegun = features.pending !== null || features.review !== undefined || decision.by !== undefined;
  return !checkpoint.onlyReports || isBegun || shutBy(features, checkpoint) !== undefined ? undefined : letThrough(decision);
}

/** The same answer as a yes that asks for nothing and tells nobody, whoever it is about. */
export function letThrough<D extends Pick<Decision, 'response' | 'reasons' | 'candidates'>>(
  { response, reasons, candidates }: D,
): Reported<Pick<D, 'candidates'> & { readonly response: 'allow'; readonly reasons: readonly string[] }> {
  const asked = response === 'challenge' ? candidates.find(({ chosen }) => chosen)?.with : undefined;
  return {
    decision: { response: 'allow', reasons: response === 'allow' ? reasons : [...reasons, 'report-only'], candidates },
    would: { response, reasons, ...(asked === undefined ? {} : { with: asked }) },
  };
}
