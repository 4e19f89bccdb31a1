import { createHash } from 'node:crypto';
import { readTransaction } from '../../../contract/transaction.ts';
import { day, newId, originOf } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { permits, type DecisionReason } from '../../../contract/decision-words.ts';
import { askedFacts } from './asked-facts.ts';
import { beginDelay } from './begin-delay.ts';
import { beginReview } from './begin-review.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Answer, Evidence, Question, RunQuestion } from './checkpoints.ts';
import { asksOf, compileCheckpoint } from './compile-checkpoint.ts';
import { decide, undeclared, unknownSubject, type Decision } from './decide.ts';
import { decisionsBeside, insertDecisions, selectDecidedBefore, settleChallenges } from './decision-store.ts';
import type { Features } from './features.ts';
import { featuresFrom, readAbout } from './gather-features.ts';
import { asUsual, explore } from './explore.ts';
import type { MeasuredWorth } from './measured-worth.ts';
import { doneIn, placeOf, recordOf, type Asked, type Made } from './recorded-decision.ts';
import { isGivenAlready } from './open-challenge.ts';
import { onlyReported } from './report-only.ts';
import { sumPermitted } from './permitted-amounts.ts';
import { selectPending, settlePending } from './pending-store.ts';
import { selectReviewOf, useReview } from './review-store.ts';
import { settledEvents, settleWaited } from './settled-events.ts';
import { tellDone } from './tell-owner.ts';
import { confirmationDigest, transactionDigest } from './transaction-digest.ts';
import type { Watches } from './watches.ts';

export interface DecidingDeps extends CheckpointsDeps {
  readonly watches: Pick<Watches, 'answers' | 'asks'>;
  readonly worth: Pick<MeasuredWorth, 'known'>;
}

/** For so long an action that was cancelled or refused doesn't begin anew. */
const rememberedFor = 7 * day;

/** The same question may be asked at once elsewhere; whoever comes second looks again. */
const mostTries = 3;

/** Answers a question, with the answer on disk before it is given. See `Checkpoints.evaluate`. */
export async function evaluate(deps: DecidingDeps, question: Question): Promise<Answer> {
  const asked = askedNow(deps, await askedNowBy(deps, question));
  for (let tries = 1; ; tries++) {
    const made = await makeDecision(deps, deps.database.db, asked, tries < mostTries);
    const answer = givenAlready(made) ?? await keep(deps, made, tries < mostTries);
    if (answer) return answer;
  }
}

/** See `Checkpoints.evaluateRun`. */
export async function evaluateRun(deps: DecidingDeps, tx: Db, question: RunQuestion): Promise<Answer> {
  const asked = askedNow(deps, question);
  for (let tries = 1; ; tries++) {
    const made = await makeDecision(deps, tx, asked, tries < mostTries);
    const answer = givenAlready(made) ?? await record(deps, tx, made, tries < mostTries);
    if (answer) return answer;
  }
}

/** See `Checkpoints.perform`. */
export async function perform<T>(
  deps: DecidingDeps, question: Question, act: (tx: Db) => Promise<T>,
): Promise<{ readonly answer: Answer; readonly done?: T }> {
  const asked = await askedNowBy(deps, question);
  return deps.transactions.run(() => deps.database.transaction(async (tx) => {
    const answer = await evaluateRun(deps, tx, asked);
    return permits(answer.response) ? { answer, done: await act(tx) } : { answer };
  }));
}

/** See `Checkpoints.foresee`. */
export async function foresee(deps: DecidingDeps, question: Question): Promise<Answer | undefined> {
  const made = await makeDecision(deps, deps.database.db, askedNow(deps, await askedNowBy(deps, question)), true);
  const { response } = made.decision;
  const begins = (response === 'delay' && !made.pending) || (response === 'review' && !made.review);
  if (permits(response) || begins) return undefined;
  if (response === 'delay' || response === 'review') return recordOf(made, newId(made.now, deps.random)).answer;
  return givenAlready(made) ?? await keep(deps, made, false) ?? undefined;
}

async function askedNowBy(deps: DecidingDeps, question: Question): Promise<RunQuestion> {
  return { ...question, policy: await deps.policies.current(question.population), evidence: evidenceOf(deps, question) };
}

const askedNow = (deps: DecidingDeps, question: RunQuestion): Asked => (
  {
    ...question, digest: transactionDigest(deps.keyed, question.population, question), transaction: readTransaction(question).transaction, now: deps.clock(),
    repeatKey: question.repeatKey === undefined ? null : createHash('sha256').update(question.repeatKey).digest(),
  });

function evidenceOf({ sessions }: DecidingDeps, { session, shown }: Question): Evidence | undefined {
  return session && {
    ...session, in: { session: session.id }, ...(shown ? { shown } : {}), deviceKnownSince: () => sessions.deviceKnownSince(session),
    deviceManagedUntil: () => sessions.deviceManagedUntil(session),
  };
}

async function makeDecision(deps: DecidingDeps, db: Db, asked: Asked, mayUseChallenge: boolean): Promise<Made> {
  const { evidence, population, client, policy, action, digest, now } = asked;
  const actions = policy.content.checkpoints?.actions ?? {};
  const checkpoint = Object.hasOwn(actions, action.name) ? actions[action.name] : undefined;
  const made = {
    ...asked, about: checkpoint?.about ?? '', features: {}, pending: undefined, review: undefined, hasOpen: false, open: undefined,
    lost: undefined, drawn: undefined, worths: undefined, checkpoint, shadows: null, would: null,
  };
  // Whether the action exists is no secret; that a person does is, so theirs is the answer that comes first.
  if (!evidence || evidence.population !== population) return { ...made, decision: unknownSubject };
  if (!checkpoint) return { ...made, decision: undeclared };
  const { principal } = evidence;
  const place = placeOf(evidence);
  const { repeatKey, transaction } = asked;
  const again = {
    population, principal, client, digest, ...place, now, since: new Date(now.getTime() - rememberedFor), repeatKey, shown: confirmationDigest(deps.keyed, population, transaction),
  };
  const compiled = compileCheckpoint(checkpoint);
  const asks = asksOf(compiled, deps.watches.asks(population, action.name, now));
  const [before, isContained = false, permitted, about] = await Promise.all([
    selectDecidedBefore(db, again), evidence.isContained?.(), asks.asksToday ? permittedToday(db, asked, principal) : undefined,
    readAbout(deps, db, evidence, { asksManaged: asks.asksManaged, policy: policy.content }, now),
  ]);
  // Asked each time, so that whoever is suspended is out at once. Who is about to get an account has a run, and no session yet.
  if (place.session !== null && about.principal?.state !== 'active') return { ...made, evidence: undefined, decision: unknownSubject };
  const [pending, review] = before.wasHeldUp ? await Promise.all([selectPending(db, again), selectReviewOf(db, again)]) : [];
  // Whoever was too late for it again and again is given another one.
  const open = mayUseChallenge ? before.open : undefined;
  // In a session a challenge is met by what was proved to it. A run is one person's way, and asks one thing after the other.
  const confirmed = place.session === null ? undefined : open?.proved;
  const gathered = featuresFrom(
    about, evidence, { pending, review, challengedAt: open?.at, transaction, permitted, confirmed, asked: askedFacts(asked, asks, deps.places, now) }, now);
  const features: Features = before.explored || isContained ? { ...gathered, explored: true } : gathered;
  const usual = decide(features, compiled);
  const reported = onlyReported(usual, features, compiled);
  // One draw for each session and action: to ask again is no second try. Journeys lead to what is never explored.
  const drawn = reported || compiled.exploration === undefined || place.session === null ? asUsual(usual)
    : explore(usual, features, compiled, deps.draw(population, `${place.session} ${action.name}`));
  const shadows = deps.watches.answers(population, action.name, features, now);
  const worths = deps.worth.known(population, originOf(principal), now);
  return {
    ...made, pending, review, hasOpen: before.isOpen, open, lost: before.lost, features, drawn, worths, shadows,
    would: reported?.would ?? null, decision: reported?.decision ?? drawn.decision,
  };
}

/** What this application had permitted of this action within the day before; undefined where the question names no amount. */
async function permittedToday(db: Db, { population, client, action, transaction, now }: Asked, principal: string): Promise<number | null | undefined> {
  return transaction && sumPermitted(db, { population, principal, client, action: action.name, since: new Date(now.getTime() - day) });
}

/** What was answered before and still holds: a yes whose answer was lost, or the challenge that is to be met yet. */
function givenAlready(made: Made): Answer | undefined {
  const { lost, open, decision: { response, candidates }, now } = made;
  if (lost) return { ...lost, mode: 'live', because: [] };
  return response === 'challenge' && open && isGivenAlready(open, candidates, now) ? recordOf(made, open.id).answer : undefined;
}

/** Whether a decision sets nothing going and ends nothing: then it is written down, and that is all. */
function standsAlone({ decision: { response, by }, pending, review, hasOpen, open, would }: Made): boolean {
  // What begins elsewhere at this moment is not seen; a challenge nobody comes back to is settled in its time.
  if (response === 'deny' || would) return true;
  if (response === 'challenge' ? open !== undefined : hasOpen || by !== undefined) return false;
  switch (response) {
    case 'challenge': return true;
    case 'allow': return pending?.state !== 'waiting';
    case 'notify': return false;
    case 'delay': return pending !== undefined;
    case 'review': return review !== undefined;
  }
}

/** Undefined where somebody else was quicker and it is worth looking again. */
async function keep(deps: DecidingDeps, made: Made, mayRetry: boolean): Promise<Answer | undefined> {
  return standsAlone(made) ? keepAlone(deps, made)
    : deps.transactions.run(() => deps.database.transaction((tx) => record(deps, tx, made, mayRetry)));
}

/** Commits it with others that are made at the same time. */
async function keepAlone(deps: DecidingDeps, made: Made): Promise<Answer> {
  const recorded = recordOf(made, newId(made.now, deps.random));
  await deps.events.appendGrouped(recorded.event, { rows: decisionsBeside, row: recorded.decision });
  return recorded.answer;
}

/** Undefined where somebody else was quicker and it is worth looking again. */
async function record(deps: DecidingDeps, tx: Db, made: Made, mayRetry: boolean): Promise<Answer | undefined> {
  const { evidence, population, client, digest, decision, pending, review, now } = made;
  const id = newId(now, deps.random);
  if (made.would) return write(deps, tx, made, id);
  if (evidence && decision.response !== 'deny') {
    const met = decision.by === 'challenge' ? made.open?.id : undefined;
    const same = { population, principal: evidence.principal, client, digest, ...placeOf(evidence), permitted: permits(decision.response), met };
    const settled = await settleChallenges(tx, same, now);
    // A challenge permits once: of two who met the same one, the second looks again and finds none.
    if (decision.by === 'challenge' && !settled.some(({ id: each }) => each === met)) return undefined;
    await deps.events.append(tx, ...settledEvents(settled, now));
  }
  // A yes permits once as well.
  const isByYes = decision.by === 'review' && review !== undefined;
  if (isByYes && !await useReview(tx, review, now)) return undefined;
  const isOver = permits(decision.response) && pending?.state === 'waiting';
  if (isOver && !await settlePending(tx, population, pending.id, 'executed', now)) {
    if (mayRetry && !isByYes) return undefined;
    return write(deps, tx, { ...made, decision: stopped(decision) }, id);
  }
  if (isOver) await settleWaited(deps, tx, pending, 'executed', now);
  const begun = evidence && await begin(deps, tx, { ...made, evidence }, id);
  if (begun === 'elsewhere' && mayRetry) return undefined;
  if (begun !== undefined && begun !== 'elsewhere') {
    const { reasons, candidates } = decision;
    return write(deps, tx, { ...made, decision: { response: 'deny', reasons: [...reasons, begun], candidates } }, id);
  }
  return write(deps, tx, made, id);
}

/** What a decision sets going. A reason where that can't be, so that the answer is no. */
async function begin(
  deps: CheckpointsDeps, tx: Db, made: Made & { readonly evidence: Evidence }, decisionId: string,
): Promise<'elsewhere' | DecisionReason | undefined> {
  const { evidence, evidence: { population, principal, device }, decision, pending, review, client, digest, about, now } = made;
  const asking = { ...made, question: made, decisionId };
  switch (decision.response) {
    case 'allow': case 'challenge': case 'deny': return undefined;
    case 'notify': {
      const told = await tellDone(deps, tx, { population, principal, client, digest }, { about, device: device ?? '', ...doneIn(evidence) }, now);
      return told === 'told' ? undefined : told;
    }
    case 'delay': return pending ? undefined : nothingNew(await beginDelay(deps, tx, { ...asking, delay: decision.delay ?? 0 }));
    case 'review': return review ? undefined : nothingNew(await beginReview(deps, tx, { ...asking, within: decision.review ?? 0 }));
  }
}

const nothingNew = <T extends string>(begun: 'begun' | 'begun-elsewhere' | T): 'elsewhere' | T | undefined => (
  begun === 'begun' ? undefined : begun === 'begun-elsewhere' ? 'elsewhere' : begun as T);

/** It was cancelled while the question was being answered. */
function stopped({ candidates, reasons }: Decision): Decision {
  return { response: 'deny', reasons: [...reasons.filter((each) => each !== 'delay-over'), 'cancelled'], candidates };
}

async function write(deps: DecidingDeps, tx: Db, made: Made, id: string): Promise<Answer> {
  const recorded = recordOf(made, id);
  await insertDecisions(tx, [recorded.decision]);
  await deps.events.append(tx, recorded.event);
  return recorded.answer;
}
