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

/** So many entries an application gives of one decision, and people of the house, those taken back among them. */
const mostOf = { application: 10, house: 50 } as const;

/**
 * Whether there is room for one more. Nobody takes it from another: not an application from the house, not what is
 * said by the way from what somebody looked into. What Limen finds by itself has one entry of each source.
 */
export function hasRoom({ source, actor }: Pick<GivenLabel, 'source' | 'actor'>, before: readonly DecisionLabel[]): boolean {
  const isApplication = actor.kind === 'client';
  const same = before.filter((each) => (isApplication ? each.givenBy === giverOf(actor)
    : !each.givenBy.startsWith('client:') && (each.source === 'confirmed') === (source === 'confirmed')));
  return same.length < (isApplication ? mostOf.application : mostOf.house);
}

/** As it stands beside a label. */
export const giverOf = (actor: Actor): string => ('id' in actor ? `${actor.kind}:${actor.id}` : actor.kind);

/**
 * The number of the entry that this makes under its reference; undefined where it says nothing new. What another has said
 * an application neither takes back nor turns over. @throws label.unknown
 */
export function nextRevision({ source, reference, verdict, supersedes, actor }: GivenLabel, before: readonly DecisionLabel[]): number | undefined {
  const last = before.filter((each) => each.source === source && each.reference === reference).at(-1);
  if (!last) return verdict === 'withdrawn' ? fail('label.unknown') : 0;
  if (supersedes !== true && verdict !== 'withdrawn') return undefined;
  if (actor.kind === 'client' && last.givenBy !== giverOf(actor)) fail('label.unknown');
  return last.verdict === verdict ? undefined : last.revision + 1;
}
