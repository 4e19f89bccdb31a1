import { fail } from '../kernel/index.ts';

export interface GroupOptions {
  /** Items of one group at the most; 200 unless said otherwise. */
  readonly largest?: number;
  /** How many may wait before further ones are told `server.busy`; without a bound unless said otherwise. */
  readonly longestQueue?: number;
  /** The first waits for whatever else arrives in the same turn of the event loop. */
  readonly gathers?: boolean;
  /** Called when nobody waits any more. */
  readonly onIdle?: () => void;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Has work done in groups: while one group is with the database, whoever comes waits for the next one, so that the cost
 * of a statement or a commit is shared by as many as there are at that moment, and nobody waits for a timer.
 * `work` gives a result for each item, in their order.
 */
export function groupsOf<T, R>(
  work: (group: readonly T[]) => Promise<readonly R[]>, { largest = 200, longestQueue = Infinity, gathers = false, onIdle }: GroupOptions = {},
): (item: T) => Promise<R> {
  const queue: Waiting<T, R>[] = [];
  let working = false;

  async function settle(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await work(group.map(({ item }) => item));
      group.forEach((each, place) => { each.resolve(results[place]!); });
    } catch (error) {
      // What is wrong with one item must not fail its neighbours; a lost database fails them all.
      if (group.length > 1 && isDataError(error)) for (const each of group) await settle([each]);
      else for (const each of group) each.reject(error);
    }
  }

  async function settleAll(): Promise<void> {
    while (queue.length > 0) await settle(queue.splice(0, largest));
    working = false;
    onIdle?.();
  }

  return (item) => new Promise<R>((resolve, reject) => {
    if (queue.length >= longestQueue) fail('server.busy', { detail: 'too much waits to be written', retryAfter: 1 });
    queue.push({ item, resolve, reject });
    if (working) return;
    working = true;
    if (gathers) setImmediate(() => { void settleAll(); });
    else void settleAll();
  });
}

/** SQLSTATE classes 22 (data) and 23 (constraints). */
function isDataError(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: string }).code ?? '');
}
