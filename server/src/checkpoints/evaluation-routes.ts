import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  evaluationAnswer, evaluationBodyLimit, evaluationPath, evaluationRequest, type EvaluationAnswer, type EvaluationRequest,
} from '../../../contract/evaluation.ts';
import { fail } from '../kernel/index.ts';
import type { Session } from '../sessions/read.ts';
import type { Checkpoints } from './checkpoints.ts';
import { evaluationAnswerOf } from './evaluation-answer.ts';
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
  /** By application: how many questions it may ask. */
  readonly questions: Limiter;
  /** By client address: how often a caller may be unknown. */
  readonly strangers: Limiter;
  /** Bounds what is at work at a time. @throws server.busy */
  readonly bulkhead: { run<T>(work: () => Promise<T>): Promise<T> };
}

/** The Access Evaluation API (AuthZEN Authorization API 1.0 §6) on a server. */
export function addEvaluationRoutes(app: HttpEdge, deps: EvaluationRoutesDeps): void {
  const callers = new WeakMap<object, Caller>();
  app.route({
    method: 'POST',
    url: evaluationPath,
    bodyLimit: evaluationBodyLimit,
    schema: { body: evaluationRequest, response: { 200: evaluationAnswer } },
    // Before the body is read: a stranger's costs nothing, and learns nothing of what a question has to be like.
    onRequest: async (request, reply) => {
      giveBackRequestId(request, reply);
      const caller = await authenticate(deps, request, reply);
      deps.questions.take(`${caller.population}/${caller.client}`);
      callers.set(request, caller);
    },
    handler: (request) => deps.bulkhead.run(() => (
      answer(deps, callers.get(request)!, request.body as EvaluationRequest))),
  });
}

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
  { checkpoints, sessionOf }: EvaluationRoutesDeps, caller: Caller, { subject, action, resource }: EvaluationRequest,
): Promise<EvaluationAnswer> {
  const session = await sessionOf(caller, subject);
  return evaluationAnswerOf(await checkpoints.evaluate({ ...caller, session, action, resource }));
}
