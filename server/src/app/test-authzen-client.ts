/** A client of decisions that was written from AuthZEN's specification alone. */
import assert from 'node:assert/strict';
import type { Fetch } from './test-fetch.ts';

export interface Decided { readonly decision: boolean; readonly context?: Record<string, unknown> }

/** Authorization API 1.0, and nothing but that: finds the endpoints (§9), asks one question (§6) or several (§7). */
export async function authzenClient(fetch: Fetch, pdp: string, authorization: string) {
  const metadata = await (await fetch(`${pdp}/.well-known/authzen-configuration`)).json() as Record<string, string>;
  assert.equal(metadata['policy_decision_point'], pdp, '§9.2.3: the answer is about whom was asked');
  const ask = async (endpoint: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(metadata[endpoint]!, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization, ...headers },
    });
    assert.match(answer.headers.get('content-type')!, /^application\/(?:problem\+)?json/);
    return { status: answer.status, headers: answer.headers, body: await answer.json() as unknown };
  };
  return {
    evaluate: async (body: unknown) => {
      const { status, headers, body: answer } = await ask('access_evaluation_endpoint', body, { 'x-request-id': 'bfe9eb29' });
      assert.equal(headers.get('x-request-id'), 'bfe9eb29', '§10.1.3');
      return { status, answer: answer as Decided };
    },
    evaluateAll: async (body: unknown) => {
      const { status, body: answer } = await ask('access_evaluations_endpoint', body);
      return { status, answer: answer as Decided & { evaluations: Decided[] } };
    },
  };
}
