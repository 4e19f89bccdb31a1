export interface Arrivals {
  /** So many a second, whatever became of those before. */
  readonly perSecond: number;
  readonly count: number;
}

/**
 * Begins something at even distances and waits for none of it, as people come who know nothing of each other: what is
 * slow keeps nobody from coming, so a stall is in the figures of all who came meanwhile. `once` is told by how many
 * milliseconds it began late, which counts as waiting. One failure is the failure of it all.
 */
export async function openLoop<T>({ perSecond, count }: Arrivals, once: (number: number, late: number) => Promise<T>): Promise<readonly T[]> {
  const start = performance.now();
  const begun: Promise<T>[] = [];
  let failure: { readonly error: unknown } | undefined;
  for (let number = 0; number < count && !failure; number += 1) {
    const due = start + (number * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => { setTimeout(resolve, early); });
    const one = once(number, Math.max(0, performance.now() - due));
    one.catch((error: unknown) => { failure ??= { error }; });
    begun.push(one);
  }
  return Promise.all(begun);
}
