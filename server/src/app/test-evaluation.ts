/** One question of an application about a decision, over HTTP. */
import type { EvaluationAnswer } from '../../../contract/evaluation.ts';
import type { TestApplication, TestHouse } from './test-application.ts';

export interface Answered {
  readonly decision: boolean;
  readonly context: EvaluationAnswer['context'];
  readonly code?: string;
  readonly faults: readonly { readonly at: string }[];
}

export const basic = ({ id, secret }: Pick<TestApplication, 'id' | 'secret'>): string => (
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`);

/** Asks as an application, or as whom else a test says. */
export function evaluationAt({ url, fetch }: TestHouse, application: TestApplication) {
  return async (body: unknown, authorization: string = basic(application), headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/access/v1/evaluation`, {
      method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() as Answered };
  };
}
