import { mostParts } from '../../../contract/admin/index.ts';
import { measureCatalogue, type MeasureKey } from '../../../contract/measures/index.ts';
import { hasCode } from '../kernel/index.ts';
import type { MeasuresDeps } from './measures-deps.ts';
import { figuresOf } from './figures/figures-of-kind.ts';
import type { Figure, MomentAsk } from './figures/figure.ts';
import { partsOf, shareOf, takeFigure, wilson, type Tallies } from './figures/take-figure.ts';
import type { Board, FigureTaken, Measures } from './measures.ts';
import { bucketsOf, rangeOf } from './range.ts';
import type { TallyName } from './tally.ts';
import { readProgress, readTallies, type TallyRange, type TallyRow } from './tally-store.ts';

/** Takes every figure that belongs to the population's kind. */
export function createShowBoard({ database, policies, clock }: MeasuresDeps): Measures['board'] {
  return async (ask) => {
    const { kind } = await policies.population(ask.population);
    const range = rangeOf(ask, ask.bucket);
    const asOf = clock();
    const { db } = database;
    const position = await readProgress(db, range.simulated);
    const figures = figuresOf(kind);
    const tallies = await readPeriod(db, range, figures.map(([, figure]) => figure));
    const policy = await policies.current(ask.population).then(({ content }) => content, (error: unknown) => {
      if (hasCode(error, 'population.unknown')) return undefined;
      throw error;
    });
    const moment = policy && { db, population: ask.population, simulated: range.simulated, now: asOf, policy };
    const taken: FigureTaken[] = [];
    for (const [key, figure] of figures) {
      if (figure.kind !== 'moment') taken.push(overPeriod(key, figure, tallies));
      else if (moment) taken.push(await atMoment(key, figure, moment));
    }
    const policyChanges = await changesIn(policies, range);
    return { kind, from: range.from, to: range.to, asOf, position, figures: taken, policyChanges };
  };
}

interface Period {
  readonly all: Tallies;
  readonly buckets: readonly { readonly at: Date; readonly tallies: Tallies }[];
}

async function readPeriod(
  db: MeasuresDeps['database']['db'], range: TallyRange, figures: readonly Figure[],
): Promise<Period> {
  const names = new Set(figures.flatMap((figure) => {
    if (figure.kind === 'moment') return [];
    const others = figure.kind === 'share' ? figure.among : figure.kind === 'sum' ? [figure.over] : [];
    return [figure.of, ...others].map(({ tally }) => tally);
  }));
  const rows = await readTallies(db, range, [...names]);
  const byBucket = Map.groupBy(rows, ({ at }) => at.getTime());
  return {
    all: byName(rows),
    buckets: bucketsOf(range).map((at) => ({ at, tallies: byName(byBucket.get(at.getTime()) ?? []) })),
  };
}

const byName = (rows: readonly TallyRow[]): ReadonlyMap<TallyName, readonly TallyRow[]> => (
  Map.groupBy(rows, ({ tally }) => tally));

function overPeriod(
  key: MeasureKey, figure: Exclude<Figure, { kind: 'moment' }>, { all, buckets }: Period,
): FigureTaken {
  const whole = takeFigure(figure, all);
  const series = buckets.map(({ at, tallies }) => {
    const { value, sample } = takeFigure(figure, tallies);
    return { at, value, sample };
  });
  const interval = figure.kind === 'share' ? wilson(whole.numerator, whole.sample) : null;
  return { key, ...whole, interval, parts: listed(partsOf(figure, all), true), series };
}

async function atMoment(
  key: MeasureKey, figure: Extract<Figure, { kind: 'moment' }>, ask: MomentAsk,
): Promise<FigureTaken> {
  const { numerator, sample, parts } = await figure.take(ask);
  const isShare = measureCatalogue[key].unit === 'share';
  return {
    key, numerator, sample, value: isShare ? shareOf(numerator, sample) : numerator,
    interval: isShare ? wilson(numerator, sample) : null, parts: listed(parts, false), series: null,
  };
}

/** Largest first, unless they have an order of their own; what is beyond the bound is one part. */
function listed(parts: ReadonlyMap<string, number> | undefined, sort: boolean): FigureTaken['parts'] {
  if (!parts) return null;
  const all = [...parts].map(([name, count]) => ({ name, count }));
  if (sort) all.sort((x, y) => y.count - x.count || (x.name < y.name ? -1 : 1));
  const rest = all.slice(mostParts).reduce((sum, { count }) => sum + count, 0);
  return [...all.slice(0, mostParts), ...(rest > 0 ? [{ name: 'other', count: rest }] : [])];
}

async function changesIn(policies: MeasuresDeps['policies'], { population, from, to }: TallyRange): Promise<Board['policyChanges']> {
  const versions = await policies.history(population);
  return versions.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to)
    .map(({ version, publishedAt }) => ({ version, at: publishedAt }));
}
