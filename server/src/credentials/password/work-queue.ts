import { fail } from '../../kernel/index.ts';

/**
 * Runs heavy work a few at a time. What doesn't fit into the queue is refused at once: a person who reads "busy" can
 * try again, one who waits behind a flood can't.
 */
export interface WorkQueue {
  /** @throws server.busy, with retryAfter */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createWorkQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkQueue {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    run: async (work) => {
      if (running >= atOnce) {
        if (queue.length >= waiting) fail('server.busy', { retryAfter: 2 });
        await new Promise<void>((proceed) => { queue.push(proceed); });
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        // The place is handed on, so that nobody can come between.
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
