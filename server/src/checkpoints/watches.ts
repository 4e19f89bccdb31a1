import type { Actor } from '../../../contract/events/index.ts';
import type { Asks } from './compile-checkpoint.ts';
import type { Response } from './decide.ts';
import type { Features } from './features.ts';
import type { DraftRules, ShadowAnswer } from './shadow.ts';
import type { TokenFeatures } from './token-features.ts';

/** A draft that watches live decisions for a while. */
export interface Watch {
  readonly population: string;
  readonly id: string;
  /** What whoever began it calls it. */
  readonly name: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly stoppedAt: Date | null;
  readonly startedBy: string;
  /** The version in force that the draft was compared with. */
  readonly basedOn: number | null;
  readonly rules: DraftRules;
}

/** How often a draft answered one thing where the policy answered another. */
export interface WatchedPair {
  readonly action: string;
  readonly response: Response;
  readonly shadow: Response;
  readonly count: number;
}

export interface WatchReport {
  readonly watch: Watch;
  /** Decisions that it has seen; at most `mostCounted` of the newest. */
  readonly seen: number;
  readonly pairs: readonly WatchedPair[];
  /** Some of those that it would have answered otherwise, newest first. */
  readonly examples: readonly WatchedExample[];
}

export interface WatchedExample {
  readonly decision: string;
  readonly at: Date;
  readonly action: string;
  readonly response: Response;
  readonly reasons: readonly string[];
  readonly shadow: ShadowAnswer;
}

export interface Watches {
  /** Answers of the drafts that watch now, from memory; null where none does. */
  answers(population: string, action: string, features: Features, now: Date): readonly ShadowAnswer[] | null;
  /** What those drafts ask for at an action of people. */
  asks(population: string, action: string, now: Date): readonly Asks[];
  /** The same where a machine asks for a token. */
  answersToToken(population: string, features: TokenFeatures, now: Date): readonly ShadowAnswer[] | null;
  /** Puts a draft to watch. @throws population.unknown, watch.too_many */
  start(input: {
    readonly population: string; readonly name: string; readonly days: number; readonly rules: DraftRules;
    readonly basedOn: number | null; readonly actor: Actor;
  }): Promise<Watch>;
  /** Ends it now; what it has answered stays. Does nothing where it has ended. @throws watch.unknown */
  stop(population: string, id: string, actor: Actor): Promise<Watch>;
  /** Newest first, those that ended included. */
  list(population: string): Promise<readonly Watch[]>;
  /** @throws watch.unknown */
  report(population: string, id: string): Promise<WatchReport>;
  /** Removes those that ended long ago. */
  removeOld(now: Date): Promise<void>;
}
