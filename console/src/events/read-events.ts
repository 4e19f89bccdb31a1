import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ShownEvent } from '../../../contract/admin/index.ts';
import { addressOf, ask } from '../api/call.ts';
import { Problem } from '../api/problem.ts';

export interface EventQuestion {
  readonly population?: string;
  readonly principal?: string | undefined;
  readonly types?: string | undefined;
  readonly origin?: 'simulated' | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Lines of JSON as they come, until the server or the signal ends it. */
async function* readLines(question: EventQuestion, follow: boolean, signal: AbortSignal): AsyncGenerator<ShownEvent> {
  const response = await ask(addressOf('event.tail', {}, { ...question, follow: String(follow) }), { signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as ShownEvent;
  }
}

/** The last events, or the last before a position; newest first. */
export function useLatestEvents(question: EventQuestion, enabled = true): UseQueryResult<ShownEvent[], Problem> {
  return useQuery<ShownEvent[], Problem>({
    queryKey: ['event.tail', question], enabled,
    queryFn: async ({ signal }) => {
      const events: ShownEvent[] = [];
      for await (const event of readLines(question, false, signal)) events.push(event);
      return events.reverse();
    },
  });
}

export interface Tail {
  /** Newest first. */
  readonly events: readonly ShownEvent[];
  readonly state: 'connecting' | 'live' | 'held' | 'lost';
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** What the page keeps at most; older ones are a page back. */
const mostKept = 500;

/** The last events and each new one. What comes is shown a few times a second, not one by one. */
export function useTail(question: EventQuestion, isLive: boolean): Tail {
  const [events, setEvents] = useState<readonly ShownEvent[]>([]);
  const [state, setState] = useState<Tail['state']>('connecting');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(question);
  useEffect(() => {
    const left = new AbortController();
    let waiting: ShownEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const flush = (): void => {
      timer = undefined;
      const arrived = waiting;
      waiting = [];
      const start = isFirst;
      isFirst = false;
      setEvents((now) => joined(arrived, start ? [] : now));
      setState(isLive ? 'live' : 'held');
    };
    setState('connecting');
    setProblem(null);
    const follow = async (): Promise<void> => {
      timer = setTimeout(flush, 400);
      for await (const event of readLines(JSON.parse(key) as EventQuestion, isLive, left.signal)) {
        waiting.push(event);
        timer ??= setTimeout(flush, 200);
      }
      if (timer !== undefined) { clearTimeout(timer); flush(); }
      if (isLive) setState('lost');
    };
    follow().catch((error: unknown) => {
      if (left.signal.aborted) return;
      setProblem(error instanceof Problem ? error : null);
      setState('lost');
    });
    return () => { left.abort(); clearTimeout(timer); };
  }, [key, isLive, attempt]);
  return { events, state, problem, again: () => setAttempt((now) => now + 1) };
}

/** Newest first; one that came without a position and again with it is one. */
function joined(arrived: readonly ShownEvent[], known: readonly ShownEvent[]): readonly ShownEvent[] {
  const byId = new Map([...known.toReversed(), ...arrived].map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => (b.position ?? Infinity) - (a.position ?? Infinity) || b.at.localeCompare(a.at)).slice(0, mostKept);
}
