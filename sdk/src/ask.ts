import type { Prove } from './proof.ts';
import { SignInError } from './sign-in-error.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- each caller says what it expects, and looks before it trusts
export type Answer = { readonly status: number; readonly body: any };

export interface Asking {
  readonly fetch: typeof fetch;
  /** Milliseconds. */
  readonly timeout: number;
  readonly locale: string | undefined;
}

/** One request: no cookies, no redirects, an end in any case. @throws SignInError network, timeout, throttled, protocol */
export async function ask({ fetch: send, timeout, locale }: Asking, url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await send(url, {
    credentials: 'omit', redirect: 'error', cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(timeout),
    ...init, headers: { accept: 'application/json', ...(locale ? { 'accept-language': locale } : {}), ...init.headers },
  }).catch((cause: unknown) => {
    const late = (cause as Error).name === 'TimeoutError';
    throw new SignInError(late ? 'timeout' : 'network', late ? 'No answer in time.' : 'The server could not be reached.', { cause });
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.status === 429 || answer.status === 503) {
    const { error } = Object(body) as { error?: string };
    throw new SignInError('throttled', 'Too much was asked at once.', {
      code: error, retryAfter: Number(answer.headers.get('retry-after') ?? 5),
    });
  }
  if (answer.status >= 500) throw new SignInError('network', 'Something failed at the server.', { code: (Object(body) as { code?: string }).code });
  if (typeof body !== 'object' || body === null) throw new SignInError('protocol', `The answer (${answer.status}) is no JSON object.`);
  return { status: answer.status, body };
}

/** A form, signed by the installation's key. */
export async function post(asking: Asking, prove: Prove, url: string, fields: Readonly<Record<string, string | undefined>>): Promise<Answer> {
  const given = Object.entries(fields).filter((each): each is [string, string] => each[1] !== undefined);
  return ask(asking, url, { method: 'POST', body: new URLSearchParams(given), headers: { dpop: await prove('POST', url) } });
}
