import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** An action that somebody else is to say yes or no to. */
export interface ActionReview extends PrincipalRef {
  readonly id: string;
  readonly client: string;
  readonly action: string;
  /** The decision that began it. */
  readonly decision: string;
  readonly about: string;
  /** In words; empty where it isn't known. */
  readonly device: string;
  readonly askedAt: Date;
  /** Until when it can be decided; once it was approved, until when it can be done. */
  readonly expiresAt: Date;
  readonly state: 'waiting' | 'approved' | 'refused' | 'used' | 'expired' | 'withdrawn';
  readonly decidedBy: PrincipalRef | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly settledAt: Date | null;
}

/** A yes or no. */
export interface ReviewVerdict {
  readonly population: string;
  readonly id: string;
  readonly verdict: 'approved' | 'refused';
  /** Without names: it is kept in the event log. */
  readonly reason: string;
  readonly actor: Actor;
  /** Who says so: signed in as somebody of the organisation. */
  readonly by: PrincipalRef;
}

/** The queue of actions that wait for somebody's yes. */
export interface ActionReviews {
  /** Waiting ones by when they expire; closed ones newest first. At most 200. @throws population.unknown */
  list(population: string, which: 'waiting' | 'closed'): Promise<readonly ActionReview[]>;
  /**
   * Says yes or no, once: neither can be taken back. A yes permits the same question one time, within a week.
   * @throws action_review.unknown, action_review.decided, action_review.own, action_review.not_a_colleague,
   *   action_review.approver_recovered
   */
  decide(tx: Db, verdict: ReviewVerdict): Promise<ActionReview>;
}
