import type { Acr } from '../../../contract/events/index.ts';
import type { InvitationPurpose } from '../directory/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** What a one-time link asks of its run beyond enrolling, and what proving that brings about. */
export interface LinkPurpose {
  /** Least that the run must prove. */
  readonly acr: Acr;
  /** Where the person is led at the end. */
  readonly returnTo: string;
  /** In the transaction that uses the link up, so once for each: what it asks is proved by then, in a run `begunAt`. */
  finished(tx: Db, ref: PrincipalRef, begunAt: Date): Promise<void>;
}

/** Given from outside: journeys knows that a link has a purpose, not what it means. */
export type LinkPurposes = Readonly<Partial<Record<InvitationPurpose, LinkPurpose>>>;
