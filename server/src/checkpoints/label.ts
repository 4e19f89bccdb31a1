import type { LabelEntry, LabelSource } from '../../../contract/decision-record.ts';
import type { Actor } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';

/** What was said of a decision afterwards. */
export interface DecisionLabel {
  readonly source: LabelSource;
  /** The other side's own name for it; empty where there is one at most. */
  readonly reference: string;
  /** Counts up where the same reference says otherwise; what was said before stays. */
  readonly revision: number;
  readonly verdict: LabelEntry;
  /** 0 to 1. */
  readonly confidence: number;
  readonly at: Date;
  /** A principal, a client, or what Limen found by itself. */
  readonly givenBy: string;
  /** Why, in the words of whoever says it. */
  readonly note: string | null;
}

/** What somebody says of a decision. */
export interface GivenLabel {
  readonly population: string;
  readonly decision: string;
  readonly source: LabelSource;
  /** Their own name for it; the same one counts once. */
  readonly reference: string;
  /** `withdrawn` takes back what stands under that reference. */
  readonly verdict: LabelEntry;
  /** 0 to 1; as sure as that source usually is where left out. */
  readonly confidence?: number;
  readonly note?: string;
  /** Says it otherwise where that reference has said something; else the first one stands, so that it may be sent again. */
  readonly supersedes?: boolean;
  /** Only of a decision that this application has asked for; another's is unknown. */
  readonly askedBy?: string;
  readonly actor: Actor;
}

/** The number of the entry that this makes under its reference; undefined where it says nothing new. @throws label.unknown */
export function nextRevision({ source, reference, verdict, supersedes }: GivenLabel, before: readonly DecisionLabel[]): number | undefined {
  const last = before.filter((each) => each.source === source && each.reference === reference).at(-1);
  if (!last) return verdict === 'withdrawn' ? fail('label.unknown') : 0;
  const mayFollow = supersedes === true || verdict === 'withdrawn';
  return mayFollow && last.verdict !== verdict ? last.revision + 1 : undefined;
}
