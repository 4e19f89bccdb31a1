import { permits } from '../../../contract/decision-words.ts';
import { tokenAction, tokenFacts, type Checkpoint } from '../../../contract/policy/index.ts';
import type { Beside, NewEvent } from '../events/index.ts';
import { day, newId } from '../kernel/index.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import { beginReview } from './begin-review.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { RecordedDecision } from './checkpoints.ts';
import { compileCheckpoint, type CompiledCheckpoint } from './compile-checkpoint.ts';
import { decideToken, type TokenDecision, type TokenResponse } from './decide-token.ts';
import { decisionsBeside } from './decision-store.ts';
import type { KnownNetworks } from './known-networks.ts';
import { letThrough, type Would } from './report-only.ts';
import { selectReviewOf } from './review-store.ts';
import type { ShadowAnswer } from './shadow.ts';
import type { TokenFeatures } from './token-features.ts';
import { digestOf } from './transaction-digest.ts';
import type { Watches } from './watches.ts';

/** A machine that asks for a token, once it has proved who it is and what it may have. */
export interface TokenQuestion {
  readonly population: string;
  /** The version that the token is issued by. */
  readonly policy: Pick<PublishedPolicy, 'content' | 'version'>;
  readonly client: {
    readonly id: string;
    readonly principal: string;
    readonly createdAt: Date;
    /** By a secret or by a key (RFC 7523), and since when that is in force; undefined where that isn't known. */
    readonly authentication: 'secret' | 'key';
    readonly credentialSince: Date | undefined;
  };
  /** The API that it is for; empty where none was named. */
  readonly resource: string;
  readonly scopes: readonly string[];
  /** Good only with a key that the client showed (RFC 9449). */
  readonly bound: boolean;
  /** From where it asks, past trusted proxies. */
  readonly address: string;
}

export interface TokenAnswer {
  readonly id: string;
  readonly response: TokenResponse;
  readonly reasons: readonly string[];
  /** The record, to be committed with `event` or else with what tells of the token: one that isn't recorded isn't given out. */
  readonly beside: Beside;
  /** Where there was a reason to look twice; an answer that nothing stood out of is told of by the token's own event. */
  readonly event: NewEvent<'decision.made'> | undefined;
}

export interface TokenDeps extends CheckpointsDeps {
  readonly watches: Pick<Watches, 'answersToToken'>;
  readonly knownNetworks: KnownNetworks;
}

/** A no is remembered for so long. */
const rememberedFor = 7 * day;

/**
 * Decides whether a machine gets a token. Undefined, at no cost, where the policy declares no such action and in a
 * population of people. What stands in the request is at hand; the database is asked for networks that this server hasn't
 * met the machine at, and for reviews where one is the answer.
 */
export async function checkToken(deps: TokenDeps, question: TokenQuestion): Promise<TokenAnswer | undefined> {
  const { population: { kind }, checkpoints } = question.policy.content;
  const checkpoint = checkpoints?.actions[tokenAction];
  // Among people an action of that name is an application's own.
  if (!checkpoint || kind !== 'workload') return undefined;
  const now = deps.clock();
  const compiled = compileCheckpoint(checkpoint, tokenFacts);
  const features = await gather(deps, question, compiled, now);
  const digest = machineDigest(deps, question, features);
  const id = newId(now, deps.random);
  const made = await withReview(deps, { question, features, compiled, checkpoint, digest, id, now });
  const { decision: came } = made;
  // What a live checkpoint would refuse is no place to get used to, so that it is reported each time.
  if (permits(came.response) && features.network.isNew !== undefined) {
    await deps.knownNetworks.learn(machineOf(question), features.network.place);
  }
  const reported = compiled.onlyReports && made.features.review === undefined ? letThrough(came) : undefined;
  const decision: TokenDecision = reported?.decision ?? came;
  const would = reported?.would ?? null;
  return {
    id, response: decision.response, reasons: decision.reasons,
    beside: { rows: decisionsBeside, row: recorded(question, { ...made, decision, would, digest, id, now }, deps.watches.answersToToken(question.population, made.features, now)) },
    event: decision.response === 'allow' && decision.reasons.length === 0 ? undefined : madeEvent(question, decision, { id, mode: modeOf(would) }),
  };
}

const modeOf = (would: Would | null): 'live' | 'report-only' => (would ? 'report-only' : 'live');
const machineOf = ({ population, client }: TokenQuestion) => ({ population, client: client.id });

async function gather(
  { places, directory, database, knownNetworks }: TokenDeps, question: TokenQuestion, { reads }: CompiledCheckpoint, now: Date,
): Promise<TokenFeatures> {
  const { population, client, resource, scopes, bound, address } = question;
  const { kind, place } = places(address);
  const age = (since: Date): number => Math.max(0, now.getTime() - since.getTime());
  const isNew = reads.has('network.isNew') ? await knownNetworks.isNew(machineOf(question), place) : undefined;
  const principal = reads.has('client.kind') ? await directory.findPrincipal(database.db, { population, principal: client.principal }) : undefined;
  const actor = principal?.kind;
  return {
    client: {
      id: client.id, age: age(client.createdAt), authentication: client.authentication,
      ...(client.credentialSince ? { credentialAge: age(client.credentialSince) } : {}),
      ...(actor === 'service' || actor === 'agent' ? { kind: actor } : {}),
    },
    token: { resource, scopes, bound },
    network: { kind, place, ...(isNew === undefined ? {} : { isNew }) },
    time: { hour: now.getUTCHours(), weekday: now.getUTCDay() || 7 },
  };
}

/** Names what is asked, so that a yes counts for the same client, API, scopes, way to prove itself and place. */
function machineDigest(
  { keyed }: TokenDeps, { population, client, resource, scopes, bound }: TokenQuestion, { network }: TokenFeatures,
): Buffer {
  const asked = [tokenAction, client.id, client.authentication, resource, [...scopes].sort(), bound, network.place];
  return digestOf(keyed, population, JSON.stringify(asked));
}

interface Made {
  readonly question: TokenQuestion;
  readonly features: TokenFeatures;
  readonly compiled: CompiledCheckpoint;
  readonly checkpoint: Checkpoint;
  readonly digest: Buffer;
  readonly id: string;
  readonly now: Date;
}

/** Where a review is the answer, what became of it; one is begun where there is none. */
async function withReview(
  deps: TokenDeps, made: Made,
): Promise<{ readonly decision: TokenDecision; readonly features: TokenFeatures }> {
  const { question: { population, client }, compiled, checkpoint, digest, id, now } = made;
  const first = decideToken(made.features, compiled);
  if (first.response !== 'review') return { decision: first, features: made.features };
  const same = { population, principal: client.principal, client: client.id, digest };
  const review = await selectReviewOf(deps.database.db, { ...same, session: null, run: null, now, since: new Date(now.getTime() - rememberedFor) });
  if (review) {
    const { state, expiresAt } = review;
    const features: TokenFeatures = { ...made.features, review: {
      dueIn: expiresAt.getTime() - now.getTime(), state: state === 'approved' || state === 'refused' ? state : 'waiting' } };
    return { decision: decideToken(features, compiled), features };
  }
  if (compiled.onlyReports) return { decision: first, features: made.features };
  const begun = await deps.transactions.run(() => deps.database.transaction((tx) => beginReview(deps, tx, {
    question: { client: client.id, action: { name: tokenAction } }, evidence: { population, principal: client.principal, device: null },
    digest, about: checkpoint.about, decisionId: id, within: first.review ?? 0, now,
  })));
  return {
    features: made.features,
    decision: begun === 'begun' || begun === 'begun-elsewhere' ? first : { ...first, response: 'deny', reasons: [...first.reasons, begun] },
  };
}

function recorded(
  { population, client, resource, policy }: TokenQuestion,
  { decision: { response, reasons, candidates }, would, features, digest, id, now }: Pick<Made, 'features' | 'digest' | 'id' | 'now'> & {
    readonly decision: TokenDecision; readonly would: Would | null;
  },
  shadows: readonly ShadowAnswer[] | null,
): RecordedDecision {
  return {
    population, id, at: now, principal: client.principal, session: null, run: null, client: client.id, action: tokenAction,
    resourceType: resource.slice(0, 200), digest, response, reasons, features, candidates, policyVersion: policy.version,
    mode: modeOf(would), would,
    // No draw answers a machine, and without a risk there is no cost to reckon.
    outcome: null, settledAt: null, weighing: null, model: null, shadows,
  };
}

function madeEvent(
  { population, client, policy }: TokenQuestion, { response, reasons }: TokenDecision, { id, mode }: { id: string; mode: 'live' | 'report-only' },
): NewEvent<'decision.made'> {
  return {
    type: 'decision.made', population, client: client.id, principal: client.principal, actor: { kind: 'client', id: client.id },
    open: { decision: id, action: tokenAction, response, reasons: [...reasons], policyVersion: policy.version, mode },
  };
}
