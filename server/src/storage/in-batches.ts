/**
 * Repeats a part of some work that is bounded, each part a transaction of its own, until one finds less than it could
 * have done, or the time is over; the next run of the job then goes on. So what is cleaned up keeps up with what made
 * it, and no transaction is long. `work` says how many it did; milliseconds of real time. Returns how many in all.
 */
export async function inBatches(
  work: () => Promise<number>, { full, within = 60_000 }: { readonly full: number; readonly within?: number },
): Promise<number> {
  const end = performance.now() + within;
  for (let done = 0; ;) {
    const found = await work();
    done += found;
    if (found < full || performance.now() >= end) return done;
  }
}
