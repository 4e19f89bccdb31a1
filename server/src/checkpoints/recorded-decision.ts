import type { KnownWorths } from '../../../contract/actions/index.ts';
import { permits } from '../../../contract/decision-words.ts';
import type { DoneIn } from '../../../contract/messages.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { personReasonsOf, type PersonReason } from '../../../contract/person-reasons.ts';
import type { Transaction } from '../../../contract/transaction.ts';
import type { NewEvent } from '../events/index.ts';
import { second } from '../kernel/index.ts';
import type { Answer, Evidence, PendingAction, RecordedDecision, RunQuestion } from './checkpoints.ts';
import { undeclared, unknownSubject, type Decision } from './decide.ts';
import type { Drawn } from './explore.ts';
import type { Features } from './features.ts';
import type { OpenChallenge } from './open-challenge.ts';
import type { ActionReview } from './reviews.ts';
import type { Would } from './report-only.ts';
import type { ShadowAnswer } from './shadow.ts';
import { weigh, type Weighing } from './weigh.ts';

/** A question with all that is known of who asks and whom it is about, as of now. */
export interface Asked extends Omit<RunQuestion, 'repeatKey'> {
  readonly digest: Buffer;
  /** What moves where the question names an amount. */
  readonly transaction: Transaction | undefined;
  /** The caller's own key of the request, so that an answer that was lost is given once more. */
  readonly repeatKey: Buffer | null;
  readonly now: Date;
}

/** A decision on its way to be recorded. */
export interface Made extends Asked {
  readonly decision: Decision;
  /** How the decision came about; undefined where there was nothing to decide by. */
  readonly drawn: Drawn | undefined;
  readonly checkpoint: Checkpoint | undefined;
  /** What each answer is worth here, as it is known now; undefined where there was nothing to decide by. */
  readonly worths: KnownWorths | undefined;
  readonly shadows: readonly ShadowAnswer[] | null;
  /** Of a checkpoint that only reports; null where the decision is what it came to. */
  readonly would: Would | null;
  readonly features: Features | Record<string, never>;
  readonly pending: PendingAction | undefined;
  readonly review: ActionReview | undefined;
  /** A challenge to the same question is open, here or elsewhere. */
  readonly hasOpen: boolean;
  /** The one that is open here, where it counts. */
  readonly open: OpenChallenge | undefined;
  /** A yes that this very request was given a moment ago. */
  readonly lost: Pick<RecordedDecision, 'id' | 'response' | 'reasons'> | undefined;
  readonly about: string;
}

/** What is written of a decision, and what is answered. */
export interface Recorded {
  readonly decision: RecordedDecision;
  readonly event: NewEvent<'decision.made'>;
  readonly answer: Answer;
}

/** Where something was shown counts there and nowhere else. */
export function placeOf(evidence: Partial<Pick<Evidence, 'in'>> | undefined): { session: string | null; run: string | null } {
  const { session = null, run = null } = (evidence?.in ?? {}) as { session?: string; run?: string };
  return { session, run };
}

/** What a notice says of that; of a run, which has no session yet, nothing. */
export function doneIn(evidence: Partial<Pick<Evidence, 'in'>>): { readonly doneIn?: DoneIn } {
  const { session } = placeOf(evidence);
  return session === null ? {} : { doneIn: { session } };
}

/** A decision as it is written down and given. */
export function recordOf(made: Made, id: string): Recorded {
  const { population, client, evidence, resource, digest, policy, decision, features, now } = made;
  const declared = decision !== unknownSubject;
  // Of what callers make up only what the policy knows is written down.
  const action = declared && decision !== undeclared ? made.action.name : 'undeclared';
  const { response, reasons, candidates } = decision;
  const { session, run } = placeOf(evidence);
  const mode = made.would ? 'report-only' : 'live';
  return {
    decision: {
      population, id, at: now, principal: evidence?.principal ?? null, session, run, client, action,
      resourceType: resource.type, digest, response, reasons, features, candidates,
      policyVersion: policy.version, mode, would: made.would, outcome: null, settledAt: null, shadows: made.shadows, model: features.risk?.model ?? null,
      weighing: weighingOf(made), ...(made.repeatKey && usesUp(made) ? { repeatKey: made.repeatKey } : {}),
    },
    event: {
      type: 'decision.made', population, client, actor: { kind: 'client', id: client },
      ...(evidence ? { principal: evidence.principal } : {}),
      ...(session === null ? {} : { session }), ...(run === null ? {} : { run }),
      open: { decision: id, action, response, reasons: [...reasons], policyVersion: policy.version, mode },
    },
    answer: {
      id, response, mode, reasons, because: becauseOf(reasons, features), ...(decision.lift ? { lift: decision.lift } : {}),
      ...(decision.lift && made.transaction ? { transaction: made.transaction } : {}),
      ...(response === 'delay' ? { delayUntil: dueOf(made) } : {}),
      ...(response === 'review' ? { reviewUntil: new Date(now.getTime() + (decision.review ?? 0)) } : {}),
    },
  };
}

/** A yes that is given once: to ask again is another question. */
const usesUp = ({ decision: { response, by }, pending }: Made): boolean => permits(response) && (by !== undefined || pending?.state === 'waiting');

/** Why, for the person. */
export function becauseOf(reasons: readonly string[], { risk }: Partial<Features>): readonly PersonReason[] {
  return personReasonsOf(reasons, (risk?.contributions ?? []).flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
}

function weighingOf({ decision, drawn, checkpoint, features, worths, policy }: Made): Weighing | null {
  return drawn && checkpoint && worths ? weigh(
    decision, drawn, { checkpoint, features: features as Features, worths, currency: policy.content.checkpoints?.currency }) : null;
}

/** Whole seconds, so that nobody comes back a moment early. */
function dueOf({ pending, decision, now }: Made): Date {
  const due = pending?.dueAt.getTime() ?? now.getTime() + (decision.delay ?? 0);
  return new Date(Math.ceil(due / second) * second);
}
