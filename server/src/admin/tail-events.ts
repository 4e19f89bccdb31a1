import type { EventFilter, EventLog, LoggedEvent } from '../events/index.ts';

export interface TailDeps {
  readonly events: Pick<EventLog, 'read' | 'latest'>;
  /** Fires whenever new events may have been numbered; gives the way to stop it. */
  readonly onNumbered: (handle: () => void) => () => void;
}

/** As many as the log gives at once. */
const most = 1_000;

/**
 * The last events, then each new one, once, as soon as it has its number: before that its place in the log is open.
 * Ends when `signal` aborts.
 */
export async function* followEvents(
  { events, onNumbered }: TailDeps, filter: Omit<EventFilter, 'afterPosition'>, signal: AbortSignal,
): AsyncGenerator<LoggedEvent> {
  const news = signalOf(onNumbered, signal);
  try {
    // The end of the log comes first: what is numbered from here on is behind it, whether it matches already or not.
    const end = await events.latest({ limit: most, ...(filter.origin ? { origin: filter.origin } : {}) });
    let position = end.findLast((event) => event.position !== null)?.position ?? 0;
    let found = numberedOf(await events.latest(filter));
    while (!signal.aborted) {
      yield* found;
      position = found.at(-1)?.position ?? position;
      if (found.length === 0) await news.next();
      found = numberedOf(await events.read({ ...filter, limit: most, afterPosition: position }));
    }
  } finally {
    news.stop();
  }
}

const numberedOf = (events: readonly LoggedEvent[]): readonly LoggedEvent[] => events.filter(({ position }) => position !== null);

/** What is said while nobody waits is kept for whoever waits next. */
function signalOf(onNumbered: TailDeps['onNumbered'], signal: AbortSignal): { next(): Promise<void>; stop(): void } {
  let isSaid = false;
  let wake: (() => void) | undefined;
  const say = (): void => {
    isSaid = true;
    wake?.();
  };
  const stop = onNumbered(say);
  signal.addEventListener('abort', say);
  return {
    next: async () => {
      if (!isSaid && !signal.aborted) await new Promise<void>((resolve) => { wake = resolve; });
      isSaid = false;
    },
    stop: () => {
      stop();
      signal.removeEventListener('abort', say);
    },
  };
}
