import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShownFigure, ShownMeasure } from '../../../contract/admin/index.ts';
import { familyInWords, partInWords, sampleInWords, valueInWords } from './figures-in-words.ts';

interface Props {
  readonly measure: ShownMeasure | undefined;
  readonly figure: ShownFigure | undefined;
  readonly smallSample: number;
  readonly quantileError: number;
  readonly close: () => void;
}

const better = { higher: 'Higher is better', lower: 'Lower is better', neither: 'Neither way is better by itself' } as const;
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** What a figure means and what it doesn't say; the numbers behind its line. */
export function DefinitionDrawer({ measure, figure, smallSample, quantileError, close }: Props) {
  return (
    <Drawer opened={measure !== undefined} onClose={close} position="right" size={440} title={measure?.title} lockScroll={false} transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {measure && figure && (
        <div className="event-full">
          <p className="value-large">{valueInWords(figure.value, measure.unit)} <span className="small quiet">{sampleInWords(figure, measure, smallSample)}</span></p>
          <p>{measure.definition}</p>
          <dl className="facts">
            <Fact name="Counted">{measure.numerator}: {figure.numerator.toLocaleString()}</Fact>
            {measure.denominator && <Fact name={measure.unit === 'share' ? 'Of' : 'Over'}>{measure.denominator}: {figure.sample.toLocaleString()}</Fact>}
            {figure.interval && <Fact name="95 % interval">{valueInWords(figure.interval.low, 'share')} to {valueInWords(figure.interval.high, 'share')}</Fact>}
            <Fact name="Direction">{better[measure.direction]}</Fact>
            <Fact name="Family">{familyInWords[measure.family].name}</Fact>
            <Fact name="Taken">{measure.over === 'period' ? 'over the chosen time' : 'at this moment'}</Fact>
            {/-p\d+$/.test(measure.key) && <Fact name="Exactness">off by at most {Math.round(quantileError * 100)} % of itself</Fact>}
            <Fact name="Key"><code>{measure.key}</code></Fact>
          </dl>
          <section><h3>What it does not say</h3><p>{measure.silentOn}</p></section>
          {figure.parts && figure.parts.length > 0 && <Rows title={`By ${measure.parts ?? 'part'}`} rows={figure.parts.map(({ name, count }) => [partInWords(name), count.toLocaleString()])} />}
          {figure.series && <Rows title="By day" rows={figure.series.toReversed().map(({ at, value, sample }) => [day.format(new Date(at)), `${valueInWords(value, measure.unit)}${measure.unit === 'share' ? ` of ${sample.toLocaleString()}` : ''}`])} />}
        </div>
      )}
    </Drawer>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  return <section><h3>{title}</h3><table className="plain-rows"><tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody></table></section>;
}
