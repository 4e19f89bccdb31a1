import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  clientAddressOf, evaluationAnswer, evaluationBodyLimit, evaluationMetadata, evaluationMetadataPath, evaluationPath, evaluationRequest,
  evaluationsAnswer, evaluationsBodyLimit, evaluationsPath, evaluationsRequest,
  type EvaluationAnswer, type EvaluationRequest, type EvaluationsAnswer, type EvaluationsRequest,
} from '../../../contract/evaluation.ts';
import { fail } from '../kernel/index.ts';
import type { Session } from '../sessions/read.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createCallers, keyOf, type Caller, type CallerDeps } from './callers.ts';
import { evaluationAnswerOf, type AnswerInWords } from './evaluation-answer.ts';
import { answerEvaluations, questionsOf } from './evaluations.ts';
import type { HttpEdge, Limiter } from './http-edge.ts';

export interface EvaluationRoutesDeps extends CallerDeps {
  readonly checkpoints: Pick<Checkpoints, 'evaluate'>;
  /** The living session that the caller may name so; undefined for any other, whatever the reason. */
  readonly sessionOf: (caller: Caller, subject: EvaluationRequest['subject']) => Promise<Session | undefined>;
  /** By application: how many questions it may ask, each of several counted. */
  readonly questions: Limiter;
  readonly inWords: AnswerInWords;
  /** Of the door that the request came to, without a slash at its end. */
  readonly originOf: (request: FastifyRequest) => string;
}

/** The Access Evaluation and Evaluations APIs (AuthZEN Authorization API 1.0 §6, §7) on a server, and where they are (§9). */
export function addEvaluationRoutes(app: HttpEdge, deps: EvaluationRoutesDeps): void {
  const callers = createCallers(deps);
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    giveBackRequestId(request, reply);
    deps.questions.take(keyOf(await callers.authenticate(request, reply)));
  };
  app.route({
    method: 'POST', url: evaluationPath, bodyLimit: evaluationBodyLimit, onRequest,
    schema: { body: evaluationRequest, response: { 200: evaluationAnswer } },
    handler: (request) => answer(deps, callers.of(request), request.body as EvaluationRequest, repeatKeyOf(request)),
  });
  app.route({
    method: 'POST', url: evaluationsPath, bodyLimit: evaluationsBodyLimit, onRequest,
    schema: { body: evaluationsRequest, response: { 200: evaluationAnswer.or(evaluationsAnswer) } },
    handler: (request) => answerMany(deps, callers.of(request), request.body as EvaluationsRequest, repeatKeyOf(request)),
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

/** §10.1.3: the caller's own id of the request, so that it can tell answers apart. */
function giveBackRequestId({ headers }: FastifyRequest, reply: FastifyReply): void {
  const { 'x-request-id': sent } = headers;
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent)) void reply.header('x-request-id', sent);
}

/**
 * The caller's name for this request, the same in all its tries (draft-ietf-httpapi-idempotency-key-header): who lost the
 * answer gets it again, and no yes is lost with it. `X-Request-ID` can't be that, since many send the same one for
 * everything that they do on a request of their own.
 */
function repeatKeyOf({ headers }: FastifyRequest): string | undefined {
  const { 'idempotency-key': sent } = headers;
  if (sent === undefined) return undefined;
  return typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent
    : fail('request.invalid', { detail: 'Idempotency-Key has 1 to 128 characters of ASCII, without spaces' });
}

async function answer(
  { checkpoints, sessionOf, bulkhead, inWords }: EvaluationRoutesDeps, caller: Caller, question: EvaluationRequest,
  repeatKey: string | undefined,
): Promise<EvaluationAnswer> {
  return bulkhead.run(async () => {
    const { subject, action, resource } = question;
    const session = await sessionOf(caller, subject);
    const address = clientAddressOf(question);
    return evaluationAnswerOf(await checkpoints.evaluate({
      ...caller, session, action, resource, ...(address === undefined ? {} : { shown: { address } }), ...(repeatKey === undefined ? {} : { repeatKey }),
    }), inWords);
  });
}

async function answerMany(
  deps: EvaluationRoutesDeps, caller: Caller, request: EvaluationsRequest, repeatKey: string | undefined,
): Promise<EvaluationAnswer | EvaluationsAnswer> {
  const { length } = questionsOf(request);
  // §7.1: without several it is the one that the top asks.
  if (length === 0) return answer(deps, caller, evaluationRequest.parse(request), repeatKey);
  deps.questions.take(keyOf(caller), length - 1);
  return answerEvaluations(request, (question, place) => (
    answer(deps, caller, question, repeatKey === undefined ? undefined : `${place} ${repeatKey}`)));
}
