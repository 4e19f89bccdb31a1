import type { Effort, Row } from './benchmark.ts';
import type { Done } from './load/closed-loop.ts';
import { median, percentile, spread } from './statistics.ts';

/** One side of a comparison. */
export interface Side {
  /** Works for so long, or until so much is done. */
  run(bounds: { seconds: number; most: number }): Promise<Done>;
  /** Resolves with the milliseconds that it took until this side was at rest, so that it takes no time of the other. */
  rest(): Promise<number>;
}

export interface Compared {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
  /** Of ours, in milliseconds; empty where a side tells none. */
  readonly latencies: readonly number[];
  /** Milliseconds that our side went on working after each round. */
  readonly afterwork: readonly number[];
}

/** Ours and the reference by turns (A B A B …), after a round of each that warms it up and doesn't count. */
export async function alternate(
  ours: Side, reference: Side, { rounds, seconds, most }: Effort, say: (text: string) => void,
): Promise<Compared> {
  const found = { ours: [] as number[], reference: [] as number[], latencies: [] as number[], afterwork: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const a = await ours.run({ seconds, most });
    const afterwork = await ours.rest();
    const b = await reference.run({ seconds, most });
    await reference.rest();
    say(`round ${round} of ${rounds}${round === 0 ? ' (warming up)' : ''}: ${rateOf(a).toFixed(1)}/s against ${
      rateOf(b).toFixed(1)}/s`);
    if (round === 0) continue;
    found.ours.push(rateOf(a));
    found.reference.push(rateOf(b));
    found.latencies.push(...a.latencies);
    found.afterwork.push(afterwork);
  }
  return found;
}

const rateOf = ({ count, seconds }: Done): number => count / seconds;

/** The row of a comparison: medians of the rounds, and the ratio of each pair of neighbours. */
export function rowOf({ ours, reference }: Compared, { what, least }: { what: string; least: number }): Row {
  const ratios = ours.map((rate, round) => rate / reference[round]!);
  const reached = median(ratios);
  const across = spread(ratios);
  return {
    what, ours: `${perSecond(median(ours))}/s`, reference: `${perSecond(median(reference))}/s`,
    reached: `${reached.toFixed(2)} ×`, target: `≥ ${least} ×`, met: reached >= least,
    spread: `${across.least.toFixed(2)} – ${across.most.toFixed(2)}`,
  };
}

export function noteOf({ latencies, afterwork }: Compared): string {
  const ms = (share: number): string => percentile(latencies, share).toFixed(0);
  return `Ours took ${ms(0.5)} ms at the median and ${ms(0.99)} ms at the 99th percentile; after a round the server worked on `
    + `for ${(median(afterwork) / 1_000).toFixed(1)} s, numbering and delivering the events.`;
}

const perSecond = (rate: number): string => (rate >= 100 ? rate.toFixed(0) : rate.toFixed(1));
