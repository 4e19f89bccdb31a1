import { window, type Act } from './act.ts';
import type { House } from './house.ts';
import { storyOf, type Town } from './town.ts';

/** Told now and then while they live. */
export interface Progress {
  readonly done: number;
  /** As far as it can be told: one thing leads to another. */
  readonly total: number;
  readonly now: Date;
}

interface Life {
  readonly house: House;
  readonly until: Date;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** As many as the house serves at once. */
const atOnce = 8;

/**
 * Lives through the town's story: several flows at once, each in its own time, but none begins while one that is
 * `window` older is still under way. What follows from an act is at least that much later, so that the order of what
 * concerns one another never depends on who was quicker.
 */
export async function live(town: Town, { house, until, onProgress, signal }: Life): Promise<number> {
  const waiting = [...storyOf(town, until)];
  const underWay = new Map<Act, Promise<void>>();
  const turns = new Map<string, Promise<void>>();
  let done = 0;
  let failure: { readonly error: unknown } | undefined;

  async function act(next: Act, before: readonly Promise<void>[]): Promise<void> {
    await Promise.all(before);
    if (failure || signal.aborted) return;
    insert(waiting, (await house.at(next.at, () => next.do(house))).filter(({ at }) => at < until));
    done += 1;
    if (done % 50 === 0) onProgress({ done, total: done + waiting.length + underWay.size, now: next.at });
  }

  function begin(next: Act): void {
    const before = next.keys.flatMap((key) => turns.get(key) ?? []);
    const doing = act(next, before)
      .catch((error: unknown) => { failure ??= { error }; })
      .finally(() => {
        underWay.delete(next);
        for (const key of next.keys) if (turns.get(key) === doing) turns.delete(key);
      });
    underWay.set(next, doing);
    for (const key of next.keys) turns.set(key, doing);
  }

  while ((waiting.length > 0 || underWay.size > 0) && !failure && !signal.aborted) {
    const next = waiting[0];
    const [oldest] = underWay.keys();
    const isEarly = next && oldest && next.at.getTime() - oldest.at.getTime() >= window;
    if (!next || underWay.size >= atOnce || isEarly) await Promise.race(underWay.values());
    else begin(waiting.shift()!);
  }
  await Promise.all(underWay.values());
  if (failure) throw failure.error;
  return done;
}

/** Puts acts where their time is. */
function insert(waiting: Act[], acts: readonly Act[]): void {
  for (const act of acts) {
    const at = waiting.findIndex((each) => each.at > act.at);
    waiting.splice(at < 0 ? waiting.length : at, 0, act);
  }
}
