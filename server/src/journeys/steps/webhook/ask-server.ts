import { z } from 'zod';
import { milliseconds } from '../../../../../contract/policy/duration.ts';
import { hasCode, minute } from '../../../kernel/index.ts';
import type { RunView } from '../../step.ts';
import type { StepServices } from '../step-services.ts';
import type { WebhookConfig } from './webhook-config.ts';

export type Failure = 'refused' | 'unreachable' | 'status' | 'rubbish' | 'busy';
export type Answer = { readonly answer: 'yes' | 'no' } | { readonly failed: Failure };

/** All that an answer may say; what else stands in it is nothing to us. */
const answered = z.object({ answer: z.enum(['yes', 'no']) });

const largest = 4 * 1024;
/** So many calls at once, on this server: a server that hangs holds up no more than these. */
const mostAtOnce = 50;

/**
 * Asks another server about a run: one POST whose body is a JWT (RFC 7519) of ours, good for that address, once and for
 * a minute. Never throws for what the other server does or doesn't.
 */
export function createAskServer({ outbound, sign }: Pick<StepServices, 'outbound' | 'sign'>) {
  const underWay = new Map<string, Promise<Answer>>();

  async function ask(run: RunView, { url, timeout }: WebhookConfig, told: Readonly<Record<string, unknown>>, token: string): Promise<Answer> {
    const at = Math.floor(run.now.getTime() / 1_000);
    const body = await sign(run.population, 'webhook+jwt', {
      iss: run.issuer, aud: url, iat: at, exp: at + minute / 1_000, jti: token, run: run.id, ...told,
    });
    try {
      const response = await outbound.request({
        url, method: 'POST', headers: { 'content-type': 'application/jwt', accept: 'application/json' }, body,
        timeoutMs: milliseconds(timeout), maxBytes: largest,
      });
      if (response.status !== 200) return { failed: 'status' };
      return readAnswer(response.body);
    } catch (error) {
      if (hasCode(error, 'outbound.refused')) return { failed: 'refused' };
      if (hasCode(error, 'outbound.failed')) return { failed: 'unreachable' };
      throw error;
    }
  }

  /** `token` names the call. Whoever asks for the same run meanwhile is given the same answer. */
  return (run: RunView, settings: WebhookConfig, told: Readonly<Record<string, unknown>>, token: string): Promise<Answer> => {
    const key = `${run.id} ${settings.url}`;
    const before = underWay.get(key);
    if (before) return before;
    if (underWay.size >= mostAtOnce) return Promise.resolve({ failed: 'busy' });
    const answer = ask(run, settings, told, token).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}

function readAnswer(body: Buffer): Answer {
  try {
    const parsed = answered.safeParse(JSON.parse(body.toString('utf8')));
    return parsed.success ? { answer: parsed.data.answer } : { failed: 'rubbish' };
  } catch {
    return { failed: 'rubbish' };
  }
}
