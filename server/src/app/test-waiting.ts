/** Waiting for a condition rather than for a time, for tests of whole servers. */
import { setTimeout as pause } from 'node:timers/promises';

const longest = 60_000;
const between = 15;

/**
 * Asks until there is an answer other than undefined or false. An error counts as no answer yet, and is told if
 * patience ends.
 */
export async function until<T>(
  what: string, ask: () => T | Promise<T>, patience = longest,
): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + patience;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (error) {
      last = error;
    }
    await pause(between);
  }
  throw new Error(`gave up waiting until ${what}`, { cause: last });
}

/** Work that goes on in so many lanes until it is stopped; what fails is tried again. */
export function keepDoing(lanes: number, work: (lane: number) => Promise<void>): { stop(): Promise<void> } {
  const ending = new AbortController();
  const run = async (lane: number): Promise<void> => {
    while (!ending.signal.aborted) {
      await work(lane).catch(() => pause(between, undefined, { signal: ending.signal }).catch(() => undefined));
    }
  };
  const running = Array.from({ length: lanes }, (_, lane) => run(lane));
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
}
