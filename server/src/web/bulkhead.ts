import { fail } from '../kernel/index.ts';

export interface Bulkhead {
  /** Runs the work when a place is free. @throws server.busy at once where the queue is full too */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Lets at most `limit` pieces of work run at a time and `queue` wait, in the order in which they came. */
export function createBulkhead(limit: number, queue: number): Bulkhead {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run(work) {
      if (running >= limit) {
        if (waiting.length >= queue) fail('server.busy', { retryAfter: 1 });
        // The place is handed over by the one who leaves, so nobody who comes meanwhile can take it.
        await new Promise<void>((resolve) => { waiting.push(resolve); });
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
