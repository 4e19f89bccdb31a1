import type { SignInWish } from '../relying-party.ts';

/** What the shop may do now: go on, send the person to confirm, wait, or give up. */
export type PayoutDecision =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'confirm'; readonly wish: SignInWish }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'refused'; readonly codes: readonly string[] };

export interface DecisionPoint {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What of the answer (AuthZEN Authorization API 1.0 §6.2) is used here. */
interface Evaluation {
  readonly decision?: unknown;
  readonly context?: {
    readonly acr_values?: string; readonly max_age?: number; readonly prompt?: string; readonly delay_until?: string;
    readonly reason_admin?: { readonly codes?: readonly string[] };
  };
}

const patience = 10_000;

/**
 * Asks whether this person may change their payout account now. The person is named by the session id of their ID
 * token; the new account only by a digest (`account`), so that a yes to one is no yes to another.
 * @throws where the decision point doesn't answer; without an answer nothing is changed
 */
export async function askDecision(point: DecisionPoint, sid: string, account: string): Promise<PayoutDecision> {
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');
  const pair = Buffer.from(`${encode(point.clientId)}:${encode(point.clientSecret)}`).toString('base64');
  const answer = await fetch(new URL('/access/v1/evaluation', point.issuer), {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience),
    headers: { 'authorization': `Basic ${pair}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      subject: { type: 'session', id: sid }, action: { name: 'payout.change' },
      resource: { type: 'payout-account', id: 'current', properties: { account } },
    }),
  });
  if (!answer.ok) throw new Error(`the decision point answered ${answer.status}`);
  return readDecision(await answer.json() as Evaluation);
}

/** Only a plain yes is a yes. */
export function readDecision({ decision, context = {} }: Evaluation): PayoutDecision {
  if (decision === true) return { kind: 'go-on' };
  const { acr_values: acrValues, max_age: maxAge, prompt, delay_until: until } = context;
  if (acrValues !== undefined) {
    // RFC 9470 §4: the parameters go into the authorization request as they are.
    return {
      kind: 'confirm',
      wish: { acrValues, ...(maxAge === undefined ? {} : { maxAge }), ...(prompt === 'login' ? { prompt } : {}) },
    };
  }
  if (until !== undefined) return { kind: 'wait', until: new Date(until) };
  return { kind: 'refused', codes: context.reason_admin?.codes ?? [] };
}
