import type { DecisionMode, DecisionOutcome } from '../../../contract/decision-words.ts';
import type { PersonReason } from '../../../contract/person-reasons.ts';
import type { EvaluationRequest } from '../../../contract/evaluation.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import type { Transaction } from '../../../contract/transaction.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import type { Session } from '../sessions/read.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import type { Db } from '../storage/index.ts';
import type { ActionsAsk, ActionsShown } from './show-actions.ts';
import type { Candidate, Lift, Response } from './decide.ts';
import type { TokenAnswer, TokenQuestion } from './check-token.ts';
import type { Features } from './features.ts';
import type { ActionReviews } from './reviews.ts';
import type { FollowUp } from './follow-up-store.ts';
import type { DecisionLabel, GivenLabel } from './label.ts';
import type { Reported } from './report-not-me.ts';
import type { Would } from './report-only.ts';
import type { WhatIf } from './ask-what-if.ts';
import type { Watches } from './watches.ts';
import type { ShadowAnswer } from './shadow.ts';
import type { TokenFeatures } from './token-features.ts';
import type { Weighing } from './weigh.ts';

/** What the answer to a question about somebody comes from. */
export interface Evidence extends Pick<Session, 'population' | 'principal' | 'levels' | 'proofs' | 'startedAt' | 'device'> {
  /** Where it was shown: in a session, or in a run that has none yet. */
  readonly in: { readonly session: string } | { readonly run: string };
  /** Since when the person has had sessions in this browser. */
  deviceKnownSince(): Promise<Date | undefined>;
  /** Until when the organisation says that it manages this browser's device; in a run by the certificate that it shows, else absent. */
  deviceManagedUntil?(): Promise<Date | undefined>;
  /** Of a run: whether a draw has let the session go that the browser has; of a session its own decisions tell. */
  isContained?(): Promise<boolean>;
  /** What the browser of a run, or of a request in a session, shows of itself now. */
  readonly shown?: ShownBy;
}

/** What a request shows, as far as whoever asks knows it. A session is judged by it, too, where that is worse. */
export interface ShownBy {
  readonly address: string;
  readonly userAgent?: string;
  /** The hash of the browser's long-lived cookie; null where it brought none, undefined where that isn't known. */
  readonly device?: Buffer | null;
}

/** Stands for the asking application where a run was begun by Limen's own pages; no application can be called so. */
export const ownClient = 'limen:own-pages';

/** A question of a journey about an action that it leads to. */
export interface RunQuestion extends Pick<Question, 'population' | 'client' | 'action' | 'resource' | 'repeatKey'> {
  /** The version that the run goes by, whichever is in force by now. */
  readonly policy: Pick<PublishedPolicy, 'content' | 'version'>;
  /** What the run has shown; undefined where nobody has proved who they are. */
  readonly evidence: Evidence | undefined;
}

/** A question about an action, from an application that has proved who it is. */
export interface Question {
  readonly population: string;
  /** The asking application. */
  readonly client: string;
  /** A living session; undefined where the caller has no right to name it, or it is none. That its person is active is looked at. */
  readonly session: Session | undefined;
  readonly action: EvaluationRequest['action'];
  readonly resource: EvaluationRequest['resource'];
  /** The caller's own name for this request: sent again within a minute, a yes that used something up is given again. */
  readonly repeatKey?: string;
  /** The person's own request, where the caller knows it. It may only raise the risk. */
  readonly shown?: ShownBy;
}

export interface Answer {
  readonly id: string;
  readonly response: Response;
  readonly mode: Exclude<DecisionMode, 'what-if'>;
  readonly reasons: readonly string[];
  /** The same for the person, as codes that have words. */
  readonly because: readonly PersonReason[];
  readonly lift?: Lift;
  /** What the person has to be shown while they prove themselves, where the question names an amount. */
  readonly transaction?: Transaction;
  readonly delayUntil?: Date;
  /** Until when somebody is to look at it. */
  readonly reviewUntil?: Date;
}

/** A challenge that a session was given and hasn't met. */
export interface ChallengeShown {
  /** Of the decision. */
  readonly id: string;
  /** The action, in the policy's words. */
  readonly about: string;
  readonly because: readonly PersonReason[];
}

/** What a person has been shown, and proved themselves to, for an application. */
export interface Confirmation extends PrincipalRef {
  readonly session: string;
  readonly client: string;
  /** The challenge that it was shown for. */
  readonly decision?: string;
  readonly transaction?: Transaction;
  /** What they showed on the pages that showed it; no more of what the session has proved. */
  readonly shown: Pick<Evidence, 'levels' | 'proofs'>;
}

/** How a challenge, a delay or a review ended. */
export type Outcome = DecisionOutcome;

/** A decision as it was recorded. */
export interface RecordedDecision {
  readonly population: string;
  readonly id: string;
  readonly at: Date;
  readonly principal: string | null;
  readonly session: string | null;
  /** The run that asked; null where an application did. */
  readonly run: string | null;
  readonly client: string;
  readonly action: string;
  readonly resourceType: string;
  readonly digest: Buffer;
  readonly response: Response;
  readonly reasons: readonly string[];
  /** Empty where nobody was there to look at. */
  readonly features: Features | TokenFeatures | Record<string, never>;
  readonly candidates: readonly Candidate[];
  readonly policyVersion: number | null;
  readonly mode: DecisionMode;
  /** What a checkpoint that only reports would have answered; null where what it came to was answered. */
  readonly would: Would | null;
  /** What was at stake and every answer that could have been given; null for what was not declared, and from before. */
  readonly weighing: Weighing | null;
  /** The model of risk; null where the risk was not known. */
  readonly model: string | null;
  /** By the caller's key of the request: kept with a yes that used something up. */
  readonly repeatKey?: Buffer;
  /** What drafts that watched would have answered; null where none did. */
  readonly shadows: readonly ShadowAnswer[] | null;
  readonly outcome: Outcome | null;
  readonly settledAt: Date | null;
}

export interface DecisionFilter {
  readonly population: string;
  readonly principal?: string;
  readonly action?: string;
  readonly response?: Response;
  /** All that were asked for in earnest where left out: never those made up. */
  readonly mode?: DecisionMode;
  /** Of both where left out. */
  readonly origin?: Origin;
  /** The last id of the page before. */
  readonly before?: string;
  /** At most 200. */
  readonly limit: number;
}

/** An answer of `whatIf` that somebody wants to keep. */
export interface KeepWhatIf extends WhatIf {
  readonly population: string;
  /** Null for a draft. */
  readonly policyVersion: number | null;
  /** Whose decision it began with; null where it began with nobody's. */
  readonly basedOn: string | null;
}

/** An action that waits. */
export interface PendingAction extends PrincipalRef {
  readonly id: string;
  readonly client: string;
  readonly action: string;
  readonly decision: string;
  readonly about: string;
  readonly begunAt: Date;
  readonly dueAt: Date;
  readonly state: 'waiting' | 'executed' | 'cancelled' | 'expired';
  /** The band of risk in which it began; undefined where that wasn't known, or wasn't looked up. */
  readonly begunAtRisk?: RiskBand | undefined;
}

export interface Checkpoints {
  /** Decides, records, and begins a delay where that is the answer. @throws population.unknown */
  evaluate(question: Question): Promise<Answer>;
  /**
   * The same with what was asked about: where the answer permits it, `act` is done in the transaction of the decision.
   * What fails leaves no decision and uses nothing up. @throws population.unknown, server.busy, and what `act` throws
   */
  perform<T>(question: Question, act: (tx: Db) => Promise<T>): Promise<{ readonly answer: Answer; readonly done?: T }>;
  /**
   * What keeps a person from an act that they are only looking at: a challenge or a no, recorded as given, or something
   * that waits already. Undefined where nothing does yet; a delay begins when they act. @throws population.unknown
   */
  foresee(question: Question): Promise<Answer | undefined>;
  /** The same for a journey, in the run's own transaction. The proofs of the run are all that counts as shown. */
  evaluateRun(tx: Db, question: RunQuestion): Promise<Answer>;
  /** Decides whether a machine gets a token; undefined where the policy declares no checkpoint there. */
  checkToken(question: TokenQuestion): Promise<TokenAnswer | undefined>;
  /**
   * Takes note of what a person has shown on pages that told them what it is for: the challenge that is named is met by
   * that, where it was given to this session for this application and is open; no other is.
   */
  confirm(tx: Db, confirmation: Confirmation): Promise<void>;
  /** What an application sends this session to confirm; undefined where it was given no such challenge, or none that is open. */
  challengeOf(session: Pick<Session, 'population' | 'principal' | 'id'>, client: string, decision: string): Promise<ChallengeShown | undefined>;
  /** Newest first; what was made up only where its mode is asked for. @throws population.unknown */
  list(filter: DecisionFilter): Promise<readonly RecordedDecision[]>;
  /** @throws population.unknown, decision.unknown */
  get(population: string, id: string): Promise<RecordedDecision>;
  /** Keeps the answer to a made-up situation for a week, apart from decisions: nothing counts it. @throws population.unknown */
  keepWhatIf(kept: KeepWhatIf): Promise<{ readonly id: string; readonly until: Date }>;
  /** How the actions of the policy in force went lately, and what would cost least. @throws population.unknown */
  actions(ask: ActionsAsk): Promise<ActionsShown>;

  readonly reviews: ActionReviews;

  /** What became of a decision, and what was said of it. @throws population.unknown, decision.unknown */
  afterwards(population: string, id: string): Promise<{ readonly followUps: readonly FollowUp[]; readonly labels: readonly DecisionLabel[] }>;
  /**
   * Says of a decision whether it was the person, says it otherwise, or takes it back; whatever was said before stays.
   * The same source with the same reference counts once.
   * @throws population.unknown, decision.unknown, label.unknown, label.own, label.too_many
   */
  label(given: GivenLabel): Promise<{ readonly outcome: 'recorded' | 'known'; readonly labels: readonly DecisionLabel[] }>;
  /** Drafts that watch. */
  readonly watches: Watches;
  /** Whether a draw has let this session go, so that it can change nothing that opens the account. */
  isContained(db: Db, population: string, session: string): Promise<boolean>;
  /** All that was decided about somebody goes, with what was said of it, what waits, and what they were told. */
  forget(tx: Db, ref: PrincipalRef): Promise<void>;

  /** The action of a link in a notice, in whatever state it is. @throws link.invalid */
  findPending(population: string, token: string): Promise<PendingAction>;
  /** Stops it where it still waits; of several who try one does. @throws link.invalid */
  cancel(population: string, token: string): Promise<PendingAction>;

  /**
   * The path below the issuer of a link by which a person says that something was not done by them; for two weeks.
   * With the id of what was bound, where the notice is of a binding: the report then removes it. And with where it was
   * done, where that is known: that browser is then nobody's known device, and what went through in it is labelled.
   */
  reportPath(ref: PrincipalRef, about: string, reported?: Reported): string;
  /** Looks without using it up. @throws link.invalid, link.expired */
  findReport(population: string, token: string): { readonly principal: string; readonly about: string };
  /** Ends the person's sessions, links and runs, stops what waits and removes what was bound; once for each link. @throws link.invalid, link.expired */
  report(population: string, token: string): Promise<void>;
  /** What a report brings about, where something else says that an account is in other hands. `about` names what. */
  takeBack(tx: Db, ref: PrincipalRef, about: string, reported?: Reported): Promise<void>;

  /** Before the first question: what a server from before has kept is made to be found by the questions of this one. */
  takeOver(): Promise<void>;
  /**
   * Job: settles what was left open, of one origin where one is named, and removes what is old. Returns how many were
   * settled.
   */
  tidy(only?: Origin): Promise<number>;
}
