import { DecisionError, Unanswered } from './decision-error.ts';

export interface Asking {
  readonly fetch: typeof fetch;
  readonly authorization: () => Promise<string>;
  /** Milliseconds for a question in all, tries and pauses included. */
  readonly timeout: number;
  /** How often a question is asked again that got no answer. */
  readonly retries: number;
}

/** Longest answer that is read, in characters; fifty decisions are below it. */
const longest = 200_000;
/** Milliseconds before the first repetition, doubled for each; half of it by chance, so that callers don't come together. */
const firstPause = 40;

/**
 * Asks until there is an answer, the tries are used up or the time is. @throws Unanswered where the server gave none;
 * DecisionError where the question itself is at fault, which is never taken for an outage
 */
export async function ask(asking: Asking, url: URL, body: unknown): Promise<unknown> {
  const deadline = AbortSignal.timeout(asking.timeout);
  const end = performance.now() + asking.timeout;
  const text = JSON.stringify(body);
  // All tries are one request: where the answer to the first was lost, the second gets it, and no yes is lost with it.
  const key = crypto.randomUUID();
  for (let tries = 0; ; tries += 1) {
    try {
      return await askOnce(asking, url, { text, key }, deadline);
    } catch (error) {
      if (!(error instanceof Unanswered) || error.why === 'timeout' || tries >= asking.retries) throw error;
      const pause = Math.max(error.retryAfter ?? 0, firstPause * 2 ** tries * (0.5 + Math.random() / 2));
      // Whoever would be late anyway is told so now.
      if (performance.now() + pause >= end) throw error;
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
}

async function askOnce(
  { fetch, authorization }: Asking, url: URL, { text: body, key }: { text: string; key: string }, signal: AbortSignal,
): Promise<unknown> {
  const { status, headers, text } = await send(async () => fetch(url, {
    method: 'POST', body, redirect: 'error', signal,
    headers: { 'content-type': 'application/json', 'accept': 'application/json', 'authorization': await authorization(), 'idempotency-key': key },
  }));
  if (status === 200) return parsed(text) ?? unanswered('protocol', 'the answer is no JSON');
  // Numbers alone: a date would need a clock that agrees with theirs.
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  if (status === 429) unanswered('limited', 'the server answered 429', { retryAfter });
  if (status >= 500) unanswered('unavailable', `the server answered ${status}`, { retryAfter });
  const { code, title, faults } = Object(parsed(text)) as { code?: string; title?: string; faults?: { at: string; problem: string }[] };
  throw new DecisionError(
    `The question was refused (${status} ${code ?? ''}): ${[title, ...(faults ?? []).map(({ at, problem }) => `${at} ${problem}`)].join('; ')}`,
    { status, ...(code === undefined ? {} : { code }) });
}

async function send(work: () => Promise<Response>): Promise<{ status: number; headers: Headers; text: string }> {
  try {
    const response = await work();
    return { status: response.status, headers: response.headers, text: (await response.text()).slice(0, longest) };
  } catch (cause) {
    if (cause instanceof DecisionError) throw cause;
    const isLate = ['TimeoutError', 'AbortError'].includes((cause as Error).name);
    return unanswered(isLate ? 'timeout' : 'network', isLate ? 'no answer in time' : 'the server could not be reached', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unanswered(why: Unanswered['why'], message: string, more: { retryAfter?: number | undefined; cause?: unknown } = {}): never {
  throw new Unanswered(why, message, more);
}
