import type { z } from 'zod';
import {
  evaluationRequest, type EvaluationAnswer, type EvaluationFault, type EvaluationRequest, type EvaluationsAnswer, type EvaluationsRequest,
} from '../../../contract/evaluation.ts';
import { LimenError } from '../kernel/index.ts';

/** Answers one question, by its place among them. @throws LimenError */
export type Evaluate = (question: EvaluationRequest, place: number) => Promise<EvaluationAnswer>;

/** The questions of a request, with what the top says where they don't (AuthZEN Authorization API 1.0 §7.1.1). */
export function questionsOf({ subject, action, resource, context, evaluations = [] }: EvaluationsRequest): readonly Record<string, unknown>[] {
  const defaults = Object.fromEntries(Object.entries({ subject, action, resource, context }).filter(([, each]) => each !== undefined));
  return evaluations.map((each) => ({ ...defaults, ...each }));
}

/**
 * Answers them one after the other, so that what ends early (§7.1.2.1) hasn't decided, delayed or mailed anything about
 * what comes after. A question that is none, or that can't be answered now, is a no beside the others (§7.2.1).
 */
export async function answerEvaluations(request: EvaluationsRequest, evaluate: Evaluate): Promise<EvaluationsAnswer> {
  const semantic = request.options?.evaluations_semantic ?? 'execute_all';
  const evaluations: (EvaluationAnswer | EvaluationFault)[] = [];
  for (const [place, question] of questionsOf(request).entries()) {
    const answer = await answerOne(question, (asked) => evaluate(asked, place));
    evaluations.push(answer);
    if (semantic === 'deny_on_first_deny' && !answer.decision) break;
    if (semantic === 'permit_on_first_permit' && answer.decision) break;
  }
  return { evaluations };
}

async function answerOne(question: Record<string, unknown>, evaluate: (asked: EvaluationRequest) => Promise<EvaluationAnswer>): Promise<EvaluationAnswer | EvaluationFault> {
  const read = evaluationRequest.safeParse(question);
  if (!read.success) return faultOf(400, 'request.invalid', problemsIn(read.error));
  return evaluate(read.data).catch((error: unknown) => {
    // What went wrong on our side fails the request as a whole, and is logged there.
    if (!(error instanceof LimenError) || error.code === 'server.failed') throw error;
    return faultOf(error.status, error.code, error.message);
  });
}

function faultOf(status: number, code: string, message: string): EvaluationFault {
  return { decision: false, context: { error: { status, code, message } } };
}

const mostProblems = 5;

function problemsIn({ issues }: z.ZodError): string {
  return issues.slice(0, mostProblems).map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
