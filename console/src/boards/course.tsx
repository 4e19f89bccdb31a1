import { LineChart } from '@mantine/charts';
import '../styles/mantine-charts.css';
import type { ShownBoard, ShownFigure, ShownMeasure } from '../../../contract/admin/index.ts';
import { tickInWords, valueInWords } from './figures-in-words.ts';

const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

interface Props {
  readonly measure: ShownMeasure;
  readonly figure: ShownFigure;
  readonly slow: ShownFigure | undefined;
  readonly changes: ShownBoard['policyChanges'];
}

/** How a figure went, day by day. Neighbours have the same axis; a day on which a policy took effect is marked. */
export function Course({ measure, figure, slow, changes }: Props) {
  const series = figure.series ?? [];
  // A day that is still going on has fewer of everything: its line is broken, so that nobody takes it for a fall.
  const isCount = measure.unit === 'count';
  const last = series.length - 1;
  const rows = series.map(({ at, value }, index) => ({
    day: shortDay.format(new Date(at)), value: isCount && index === last && last > 0 ? null : value, slow: slow?.series?.[index]?.value ?? null,
    ...(isCount && index >= last - 1 ? { today: value } : {}),
  }));
  const marked = new Map(changes.map(({ at, version }) => [shortDay.format(new Date(at)), version]));
  const known = series.filter(({ value }) => value !== null);
  const label = known.length === 0 ? 'No values' : `Line of ${series.length} days, from ${valueInWords(known[0]!.value, measure.unit)} to ${valueInWords(known.at(-1)!.value, measure.unit)}`;
  return (
    <div className="course" role="img" aria-label={label}>
      <LineChart h={132} data={rows} dataKey="day" withLegend={false} curveType="linear" strokeWidth={1.75} withDots={known.length < 10} dotProps={{ r: 2.5, strokeWidth: 0 }} gridAxis="x" connectNulls={false}
        series={[{ name: 'value', label: slow ? 'Half' : measure.title, color: 'var(--hue)' }, ...(isCount ? [{ name: 'today', label: 'So far today', color: 'var(--hue)', strokeDasharray: '2 3' }] : []), ...(slow ? [{ name: 'slow', label: '19 of 20', color: 'var(--series-rest)', strokeDasharray: '4 3' }] : [])]}
        valueFormatter={(value) => valueInWords(value, measure.unit)} tickLine="none"
        yAxisProps={{ width: 44, tickCount: 3, domain: measure.unit === 'share' ? [0, 1] : [0, 'auto'], tickFormatter: (value: number) => tickInWords(value, measure.unit), allowDecimals: measure.unit !== 'count' }}
        xAxisProps={{ interval: Math.max(0, Math.ceil(series.length / 4) - 1), height: 22 }} lineChartProps={{ margin: { top: 6, right: 6, bottom: 0, left: 0 }, accessibilityLayer: false }} lineProps={{ isAnimationActive: false }} tooltipAnimationDuration={0}
        referenceLines={[...marked].filter(([day]) => rows.some((row) => row.day === day)).map(([day, version]) => ({ x: day, color: 'var(--ink-faint)', label: `v${version}`, labelPosition: 'insideTopRight' as const }))} />
    </div>
  );
}
