import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  evaluationAnswer, evaluationBodyLimit, evaluationMetadata, evaluationMetadataPath, evaluationPath, evaluationRequest,
  evaluationsAnswer, evaluationsBodyLimit, evaluationsPath, evaluationsRequest,
  type EvaluationAnswer, type EvaluationRequest, type EvaluationsAnswer, type EvaluationsRequest,
} from '../../../contract/evaluation.ts';
import { fail } from '../kernel/index.ts';
import type { Session } from '../sessions/read.ts';
import type { Checkpoints } from './checkpoints.ts';
import { evaluationAnswerOf, type AnswerInWords } from './evaluation-answer.ts';
import { answerEvaluations, questionsOf } from './evaluations.ts';
import { addressOf, type HttpEdge, type Limiter } from './http-edge.ts';

/** The application that asks, as it has proved. */
export interface Caller {
  readonly population: string;
  readonly client: string;
}

export interface EvaluationRoutesDeps {
  readonly checkpoints: Pick<Checkpoints, 'evaluate'>;
  /** Who asks, at which of the populations of this door; undefined for nobody. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | undefined>;
  /** The living session that the caller may name so; undefined for any other, whatever the reason. */
  readonly sessionOf: (caller: Caller, subject: EvaluationRequest['subject']) => Promise<Session | undefined>;
  /** By application: how many questions it may ask, each of several counted. */
  readonly questions: Limiter;
  /** By client address: how often a caller may be unknown. */
  readonly strangers: Limiter;
  readonly inWords: AnswerInWords;
  /** Bounds what is at work at a time. @throws server.busy */
  readonly bulkhead: { run<T>(work: () => Promise<T>): Promise<T> };
  /** Of the door that the request came to, without a slash at its end. */
  readonly originOf: (request: FastifyRequest) => string;
}

/** The Access Evaluation and Evaluations APIs (AuthZEN Authorization API 1.0 §6, §7) on a server, and where they are (§9). */
export function addEvaluationRoutes(app: HttpEdge, deps: EvaluationRoutesDeps): void {
  const callers = new WeakMap<object, Caller>();
  // Before the body is read: a stranger's costs nothing, and learns nothing of what a question has to be like.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    giveBackRequestId(request, reply);
    const caller = await authenticate(deps, request, reply);
    deps.questions.take(keyOf(caller));
    callers.set(request, caller);
  };
  app.route({
    method: 'POST', url: evaluationPath, bodyLimit: evaluationBodyLimit, onRequest,
    schema: { body: evaluationRequest, response: { 200: evaluationAnswer } },
    handler: (request) => answer(deps, callers.get(request)!, request.body as EvaluationRequest),
  });
  app.route({
    method: 'POST', url: evaluationsPath, bodyLimit: evaluationsBodyLimit, onRequest,
    schema: { body: evaluationsRequest, response: { 200: evaluationAnswer.or(evaluationsAnswer) } },
    handler: (request) => answerMany(deps, callers.get(request)!, request.body as EvaluationsRequest),
  });
  app.route({
    method: 'GET', url: evaluationMetadataPath,
    schema: { response: { 200: evaluationMetadata } },
    handler: (request) => {
      const origin = deps.originOf(request);
      return {
        policy_decision_point: origin, access_evaluation_endpoint: `${origin}${evaluationPath}`,
        access_evaluations_endpoint: `${origin}${evaluationsPath}`,
      };
    },
  });
}

const keyOf = ({ population, client }: Caller): string => `${population}/${client}`;

/** §10.1.3: the caller's own id of the request, so that it can tell answers apart. */
function giveBackRequestId({ headers }: FastifyRequest, reply: FastifyReply): void {
  const { 'x-request-id': sent } = headers;
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent)) void reply.header('x-request-id', sent);
}

async function authenticate(deps: EvaluationRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
  const caller = await deps.bulkhead.run(() => deps.callerOf(request));
  if (caller) return caller;
  deps.strangers.take(addressOf(request));
  void reply.header('www-authenticate', 'Basic realm="access", Bearer realm="access"');
  return fail('access.unauthenticated');
}

async function answer(
  { checkpoints, sessionOf, bulkhead, inWords }: EvaluationRoutesDeps, caller: Caller, { subject, action, resource }: EvaluationRequest,
): Promise<EvaluationAnswer> {
  return bulkhead.run(async () => {
    const session = await sessionOf(caller, subject);
    return evaluationAnswerOf(await checkpoints.evaluate({ ...caller, session, action, resource }), inWords);
  });
}

async function answerMany(
  deps: EvaluationRoutesDeps, caller: Caller, request: EvaluationsRequest,
): Promise<EvaluationAnswer | EvaluationsAnswer> {
  const { length } = questionsOf(request);
  // §7.1: without several it is the one that the top asks.
  if (length === 0) return answer(deps, caller, evaluationRequest.parse(request));
  deps.questions.take(keyOf(caller), length - 1);
  return answerEvaluations(request, (question) => answer(deps, caller, question));
}
