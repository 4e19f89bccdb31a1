import { quantile } from '../time-sketch.ts';
import type { TallyName } from '../tally.ts';
import type { TallyRow } from '../tally-store.ts';
import type { Figure, Of, Taken } from './figure.ts';

/** The tallies of a time, by name. */
export type Tallies = ReadonlyMap<TallyName, readonly TallyRow[]>;

const rowsOf = (tallies: Tallies, { tally, a, b }: Of): readonly TallyRow[] => (
  tallies.get(tally) ?? []).filter((row) => (a === undefined || row.a === a) && (b === undefined || row.b === b));

const sumOf = (rows: readonly TallyRow[]): number => rows.reduce((sum, { value }) => sum + value, 0);

/** Takes a figure of a period from the tallies in it. */
export function takeFigure(figure: Exclude<Figure, { kind: 'moment' }>, tallies: Tallies): Taken {
  const rows = rowsOf(tallies, figure.of);
  if (figure.kind === 'quantile') {
    const bins = new Map<number, number>();
    for (const { b, value } of rows) bins.set(Number(b), (bins.get(Number(b)) ?? 0) + value);
    const sample = sumOf(rows);
    return { value: quantile(bins, figure.q), numerator: sample, sample };
  }
  const numerator = sumOf(rows);
  if (figure.kind === 'count') return { value: numerator, numerator, sample: numerator };
  const over = figure.kind === 'share' ? figure.among : [figure.over];
  const sample = over.reduce((sum, of) => sum + sumOf(rowsOf(tallies, of)), 0);
  const value = figure.kind === 'share' ? shareOf(numerator, sample) : numerator;
  return { value, numerator, sample };
}

/** Null of none: where nobody was, nobody came through or didn't. */
export function shareOf(numerator: number, sample: number): number | null {
  return sample === 0 ? null : numerator / sample;
}

/** Into what a count is split. */
export function partsOf(figure: Figure, tallies: Tallies): ReadonlyMap<string, number> | undefined {
  if (figure.kind !== 'count' || !figure.parts) return undefined;
  const parts = new Map<string, number>();
  for (const row of rowsOf(tallies, figure.of)) {
    const name = figure.parts(row);
    parts.set(name, (parts.get(name) ?? 0) + row.value);
  }
  return parts;
}

/** Wilson's interval for a share at 95 % (JASA 22, 1927): it holds for few and for shares near none or all, too. */
export function wilson(numerator: number, sample: number): { low: number; high: number } | null {
  if (sample === 0) return null;
  const z = 1.959964;
  const share = numerator / sample;
  const middle = share + z * z / (2 * sample);
  const half = z * Math.sqrt(share * (1 - share) / sample + z * z / (4 * sample * sample));
  const whole = 1 + z * z / sample;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
