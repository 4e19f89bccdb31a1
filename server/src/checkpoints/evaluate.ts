import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, newId, second } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { beginDelay } from './begin-delay.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Answer, Evidence, PendingAction, Question, RecordedDecision, RunQuestion } from './checkpoints.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide, undeclared, unknownSubject, type Decision } from './decide.ts';
import { insertDecision, selectDecidedBefore, settleChallenges } from './decision-store.ts';
import type { Features } from './features.ts';
import { gatherFeatures } from './gather-features.ts';
import { asUsual, explore, type Drawn } from './explore.ts';
import { selectPending, settlePending } from './pending-store.ts';
import { settledEvents, settleDelayed } from './settled-events.ts';
import type { ShadowAnswer } from './shadow.ts';
import { transactionDigest } from './transaction-digest.ts';
import type { Watches } from './watches.ts';
import { weigh } from './weigh.ts';

export interface DecidingDeps extends CheckpointsDeps {
  readonly watches: Pick<Watches, 'answers'>;
}

/** A question with all that is known of who asks and whom it is about, as of now. */
interface Asked extends RunQuestion {
  readonly digest: Buffer;
  readonly now: Date;
}

/** A decision on its way to be recorded. */
interface Made extends Asked {
  readonly decision: Decision;
  /** How the decision came about; undefined where there was nothing to decide by. */
  readonly drawn: Drawn | undefined;
  readonly checkpoint: Checkpoint | undefined;
  readonly shadows: readonly ShadowAnswer[] | null;
  readonly features: Features | Record<string, never>;
  readonly pending: PendingAction | undefined;
  readonly about: string;
}

/** For so long a cancelled action doesn't begin anew. */
const rememberedFor = 7 * day;

/** The same question may be asked at once elsewhere; whoever comes second looks again. */
const mostTries = 3;

/** Answers a question and records the answer in one transaction. See `Checkpoints.evaluate`. */
export async function evaluate(deps: DecidingDeps, question: Question): Promise<Answer> {
  const policy = await deps.policies.current(question.population);
  const asked = askedNow(deps, { ...question, policy, evidence: evidenceOf(deps, question) });
  for (let tries = 1; ; tries++) {
    const made = await makeDecision(deps, deps.database.db, asked, tries < mostTries);
    const answer = await deps.database.transaction((tx) => record(deps, tx, made, tries < mostTries));
    if (answer) return answer;
  }
}

/** See `Checkpoints.evaluateRun`. */
export async function evaluateRun(deps: DecidingDeps, tx: Db, question: RunQuestion): Promise<Answer> {
  const asked = askedNow(deps, question);
  for (let tries = 1; ; tries++) {
    const made = await makeDecision(deps, tx, asked, tries < mostTries);
    const answer = await record(deps, tx, made, tries < mostTries);
    if (answer) return answer;
  }
}

const askedNow = (deps: DecidingDeps, question: RunQuestion): Asked => (
  { ...question, digest: transactionDigest(question), now: deps.clock() });

function evidenceOf({ sessions }: DecidingDeps, { session }: Question): Evidence | undefined {
  return session && { ...session, in: { session: session.id }, deviceKnownSince: () => sessions.deviceKnownSince(session) };
}

async function makeDecision(deps: DecidingDeps, db: Db, asked: Asked, mayUseChallenge: boolean): Promise<Made> {
  const { evidence, population, client, policy, action, digest, now } = asked;
  const actions = policy.content.checkpoints?.actions ?? {};
  const checkpoint = Object.hasOwn(actions, action.name) ? actions[action.name] : undefined;
  const made = { ...asked, about: checkpoint?.about ?? '', features: {}, pending: undefined, drawn: undefined, checkpoint, shadows: null };
  // Whether the action exists is no secret; that a person does is, so theirs is the answer that comes first.
  if (!evidence || evidence.population !== population) return { ...made, decision: unknownSubject };
  if (!checkpoint) return { ...made, decision: undeclared };
  const { principal } = evidence;
  const same = { population, principal, client, digest };
  const place = placeOf(evidence);
  const [pending, before] = await Promise.all([
    selectPending(db, same, new Date(now.getTime() - rememberedFor)), selectDecidedBefore(db, { ...same, ...place }),
  ]);
  // Whoever was too late for it again and again is given another one.
  const challengedAt = mayUseChallenge ? before.challengedAt : undefined;
  const gathered = await gatherFeatures(deps, db, evidence, { pending, challengedAt, policy: policy.content }, now);
  const features: Features = before.explored ? { ...gathered, explored: true } : gathered;
  const compiled = compileCheckpoint(checkpoint);
  const usual = decide(features, compiled);
  // One draw for each session and action: to ask again is no second try. Journeys lead to what is never explored.
  const drawn = compiled.exploration === undefined || place.session === null ? asUsual(usual)
    : explore(usual, features, compiled, deps.draw(population, `${place.session} ${action.name}`));
  const shadows = deps.watches.answers(population, action.name, features, now);
  return { ...made, pending, features, drawn, shadows, decision: drawn.decision };
}

/** Where something was shown counts there and nowhere else. */
function placeOf(evidence: Evidence | undefined): { session: string | null; run: string | null } {
  const { session = null, run = null } = (evidence?.in ?? {}) as { session?: string; run?: string };
  return { session, run };
}

/** Undefined where somebody else was quicker and it is worth looking again. */
async function record(deps: DecidingDeps, tx: Db, made: Made, mayRetry: boolean): Promise<Answer | undefined> {
  const { evidence, population, client, digest, decision, pending, now } = made;
  const id = newId(now, deps.random);
  if (evidence && decision.response !== 'deny') {
    const same = { population, principal: evidence.principal, client, digest };
    const outcome = decision.response === 'allow' ? 'permitted' : 'abandoned';
    const settled = await settleChallenges(tx, same, outcome, now);
    // A challenge permits once: of two who met the same one, the second looks again and finds none.
    const here = placeOf(evidence);
    const wasHere = settled.some(({ session, run }) => session === here.session && run === here.run);
    if (isByChallenge(decision) && !wasHere) return undefined;
    await deps.events.append(tx, ...settledEvents(settled, outcome, now));
  }
  const isOver = decision.response === 'allow' && pending?.state === 'waiting';
  if (isOver && !await settlePending(tx, population, pending.id, 'executed', now)) {
    if (mayRetry) return undefined;
    return write(deps, tx, { ...made, decision: stopped(decision) }, id);
  }
  if (isOver) await settleDelayed(deps, tx, pending, 'executed', now);
  if (evidence && decision.response === 'delay' && !pending) {
    const begun = await beginDelay(deps, tx, { ...made, question: made, evidence, decisionId: id, delay: decision.delay ?? 0 });
    if (begun === 'too-many-waiting' || begun === 'nobody-to-tell') {
      const { reasons, candidates } = decision;
      return write(deps, tx, { ...made, decision: { response: 'deny', reasons: [...reasons, begun], candidates } }, id);
    }
    if (begun === 'begun-elsewhere' && mayRetry) return undefined;
  }
  return write(deps, tx, made, id);
}

const isByChallenge = ({ reasons }: Decision): boolean => reasons.includes('challenge-met');

/** It was cancelled while the question was being answered. */
function stopped({ candidates, reasons }: Decision): Decision {
  return { response: 'deny', reasons: [...reasons.filter((each) => each !== 'delay-over'), 'cancelled'], candidates };
}

async function write(deps: DecidingDeps, tx: Db, made: Made, id: string): Promise<Answer> {
  const { population, client, evidence, resource, digest, policy, decision, features, now } = made;
  const declared = decision !== unknownSubject;
  // Of what callers make up only what the policy knows is written down.
  const action = declared && decision !== undeclared ? made.action.name : 'undeclared';
  const { response, reasons, candidates } = decision;
  const { session, run } = placeOf(evidence);
  const recorded: RecordedDecision = {
    population, id, at: now, principal: evidence?.principal ?? null, session, run, client, action,
    resourceType: resource.type, digest, response, reasons, features, candidates,
    policyVersion: policy.version, mode: 'live', outcome: null, settledAt: null, shadows: made.shadows, model: features.risk?.model ?? null,
    weighing: made.drawn && made.checkpoint ? weigh(decision, made.drawn, features as Features, made.checkpoint) : null,
  };
  await insertDecision(tx, recorded);
  await deps.events.append(tx, {
    type: 'decision.made', population, client, actor: { kind: 'client', id: client },
    ...(evidence ? { principal: evidence.principal } : {}),
    ...(session === null ? {} : { session }), ...(run === null ? {} : { run }),
    open: { decision: id, action, response, reasons: [...reasons], policyVersion: policy.version, mode: 'live' },
  });
  return {
    id, response, reasons, ...(decision.lift ? { lift: decision.lift } : {}),
    ...(response === 'delay' ? { delayUntil: dueOf(made) } : {}),
  };
}

/** Whole seconds, so that nobody comes back a moment early. */
function dueOf({ pending, decision, now }: Made): Date {
  const due = pending?.dueAt.getTime() ?? now.getTime() + (decision.delay ?? 0);
  return new Date(Math.ceil(due / second) * second);
}
