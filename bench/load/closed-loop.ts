export interface Bounds {
  readonly seconds: number;
  readonly most: number;
  /** So many are under way at a time. */
  readonly atOnce: number;
}

export interface Done {
  readonly count: number;
  /** From the first beginning to the last end. */
  readonly seconds: number;
  /** Milliseconds of each. */
  readonly latencies: readonly number[];
}

/**
 * Does something over and over, so many at a time, the next when one is done. What fails ends it all: a figure with
 * errors in it is none.
 */
export async function closedLoop<T>(
  { seconds, most, atOnce }: Bounds, once: () => Promise<T>,
): Promise<{ done: Done; results: readonly T[] }> {
  const results: T[] = [];
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  let begun = 0;
  let failed = false;

  async function lane(): Promise<void> {
    while (!failed && begun < most && performance.now() < end) {
      begun += 1;
      const from = performance.now();
      results.push(await once());
      latencies.push(performance.now() - from);
    }
  }

  const lanes = Array.from({ length: atOnce }, () => lane().catch((error: unknown) => {
    failed = true;
    throw error;
  }));
  await Promise.all(lanes);
  return { done: { count: results.length, seconds: (performance.now() - start) / 1_000, latencies }, results };
}
