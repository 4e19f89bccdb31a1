import type { RateLevel, RateRow } from './rate-store.ts';

/**
 * Values that wait to be written; beyond it the rest goes uncounted, which changes no share. What an attack shows takes no
 * room from what people do.
 */
const mostWaiting = { genuine: 10_000, hostile: 10_000 } as const;
/** As much as one server can add to a level at a time. */
export const mostAdded = mostWaiting.genuine + mostWaiting.hostile;

/** Counts of values that wait to be written, in memory. */
export interface WaitingRates {
  add(row: RateRow): void;
  /** All of them, which then wait no more, and how many there was no room for. */
  take(): { readonly rows: readonly RateRow[]; readonly dropped: number };
}

export function createWaitingRates(): WaitingRates {
  const empty = () => ({ genuine: new Map<string, RateRow>(), hostile: new Map<string, RateRow>(), dropped: 0 });
  let waiting = empty();
  return {
    add: (row) => {
      const whose = row.hostile ? 'hostile' : 'genuine';
      const key = `${nameOf(row)}/${row.value}`;
      const before = waiting[whose].get(key);
      if (before || waiting[whose].size < mostWaiting[whose]) waiting[whose].set(key, { ...row, count: row.count + (before?.count ?? 0) });
      else waiting.dropped += 1;
    },
    take: () => {
      const { genuine, hostile, dropped } = waiting;
      waiting = empty();
      return { rows: [...genuine.values(), ...hostile.values()], dropped };
    },
  };
}

/** The levels to which these add, each once. */
export function levelsIn(rows: readonly RateRow[]): readonly RateLevel[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}

const nameOf = ({ population, hostile, chain, level }: RateLevel): string => `${population}/${hostile}/${chain}/${level}`;
