import { IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { ShownBoard, ShownFigure, ShownMeasure } from '../../../contract/admin/index.ts';
import { changeInWords, partInWords, sampleInWords, valueInWords } from './figures-in-words.ts';

const Course = lazy(() => import('./course.tsx').then(({ Course: component }) => ({ default: component })));

interface Props {
  readonly measure: ShownMeasure;
  readonly figure: ShownFigure;
  readonly before: ShownFigure | undefined;
  /** The slow end of the same times, where the figure is their middle. */
  readonly slow: ShownFigure | undefined;
  readonly days: number;
  readonly smallSample: number;
  readonly changes: ShownBoard['policyChanges'];
  readonly explain: (key: string) => void;
}

/** One figure: its value, which way it went, of how many, its course; the definition is one click away. */
export function FigureTile({ measure, figure, before, slow, days, smallSample, changes, explain }: Props) {
  const change = measure.over === 'moment' ? undefined : changeInWords(figure, before, measure, days, smallSample);
  const sample = sampleInWords(figure, measure, smallSample);
  const title = slow ? measure.title.replace(/,.*$/, '') : measure.title;
  return (
    <article className="tile">
      <h3><button type="button" className="define" onClick={() => explain(measure.key)}>{title}<IconInfoCircle className="icon" aria-hidden="true" /><span className="sr">, definition</span></button></h3>
      <p className="values">
        <span className="value-large">{valueInWords(figure.value, measure.unit)}</span>
        {slow && <><span className="small faint">half</span><button type="button" className="define value-slow" onClick={() => explain(slow.key)}>{valueInWords(slow.value, measure.unit)}<span className="sr">, definition</span></button><span className="small faint">19 of 20</span></>}
      </p>
      <p className="small tile-words">
        {change && <span className="change" data-tone={change.tone}><span aria-hidden="true">{change.arrow}</span> {change.words}</span>}
        {sample && <span className="faint">{sample}</span>}
        {measure.over === 'moment' && <span className="faint">at this moment</span>}
      </p>
      {figure.parts && figure.parts.length > 0 ? <Parts parts={figure.parts} />
        : figure.series && figure.value !== null && <Suspense fallback={<div className="course" />}><Course measure={measure} figure={figure} slow={slow} changes={changes} /></Suspense>}
    </article>
  );
}

const mostShown = 5;

/** A count by its parts, largest first: lengths side by side, numbers beside them. */
function Parts({ parts }: { readonly parts: NonNullable<ShownFigure['parts']> }) {
  const most = Math.max(...parts.map(({ count }) => count), 1);
  const shown = parts.slice(0, mostShown);
  const rest = parts.slice(mostShown).reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="parts">
      {[...shown, ...(rest > 0 ? [{ name: `${parts.length - mostShown} others`, count: rest }] : [])].map(({ name, count }, index) => (
        <li key={name} className={index === mostShown ? 'rest' : ''}>
          <span className="cut">{partInWords(name)}</span><span className="num">{count.toLocaleString()}</span>
          <span className="bar" aria-hidden="true"><i style={{ inlineSize: `${Math.min(100, Math.max(1.5, (count / most) * 100))}%` }} /></span>
        </li>
      ))}
    </ul>
  );
}
