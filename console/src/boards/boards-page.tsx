import { IconChartLine } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ShownMeasure } from '../../../contract/admin/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Empty, Note, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import '../styles/boards.css';
import { DefinitionDrawer } from './definition-drawer.tsx';
import { FigureTile } from './figure-tile.tsx';
import { familyInWords } from './figures-in-words.ts';
import { before, lastDays } from './period.ts';

const route = '/p/$population/boards' as const;
const choices = [7, 30, 90] as const;
const leads = {
  customer: 'Whether customers get through and stay, and whether anybody gets through as one of them.',
  workforce: 'How exposed the organisation is through its people’s access, and what the door costs their time.',
  workload: 'Whether every machine belongs to somebody, is used, and proves itself with something young.',
} as const;

/** One board for each kind of population: separate figures, never one score. */
export function BoardsPage() {
  const { population } = useParams({ from: route });
  const { days: asked, origin } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('measure.board');
  const days = choices.find((each) => each === asked) ?? 30;
  return (
    <Page title="Boards" lead={kind && leads[kind]}>
      <div className="tools">
        <div className="chips" role="group" aria-label="Period">{choices.map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={each === days} onClick={() => void navigate({ search: (now) => ({ ...now, days: each }) as never })}>{each} days</button>
        ))}</div>
        <SimulatedChip />
      </div>
      {!kind ? <Empty title="There is no such population">The switch at the left shows those there are.</Empty>
        : may ? <Board population={population} kind={kind} days={days} origin={origin} /> : <Note><p>Only {whoMay('measure.board', kind)} of this population sees its figures.</p></Note>}
    </Page>
  );
}

interface BoardProps {
  readonly population: string;
  readonly kind: ShownMeasure['population'];
  readonly days: number;
  readonly origin: 'simulated' | undefined;
}

function Board({ population, kind, days, origin }: BoardProps) {
  const period = useMemo(() => lastDays(days), [days]);
  const simulated = origin ? { origin } : {};
  const catalogue = useAsk('measure.catalogue', { query: { kind } }, { staleTime: Infinity });
  const board = useAsk('measure.board', { params: { population }, query: { ...period, ...simulated } }, { keep: true });
  const earlier = useAsk('measure.board', { params: { population }, query: { ...before(period, days), ...simulated } }, { keep: true });
  const bones = <div className="tiles" role="status" aria-label="Loading">{Array.from({ length: 6 }, (_, index) => <div className="tile bone-tile" key={index}><span className="bone bone-line-2" /><span className="bone bone-line-0" /></div>)}</div>;
  return (
    <Shown query={catalogue} bones={bones}>{(measures) => (
      <Shown query={board} bones={bones}>{(now) => <Families measures={measures} now={now} before={earlier.data} days={days} isStale={board.isPlaceholderData} origin={origin} />}</Shown>
    )}</Shown>
  );
}

const hasNothing = ({ figures }: Answer<'measure.board'>): boolean => figures.every(({ series, numerator }) => series === null || numerator === 0);

function Families({ measures: { measures, smallSample, quantileError }, now, before: earlier, days, isStale, origin }: {
  readonly measures: Answer<'measure.catalogue'>; readonly now: Answer<'measure.board'>; readonly before: Answer<'measure.board'> | undefined;
  readonly days: number; readonly isStale: boolean; readonly origin: 'simulated' | undefined;
}) {
  const { measure: open } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const explain = (key: string | undefined): void => void navigate({ search: (search) => ({ ...search, measure: key }) as never, resetScroll: false });
  const figures = new Map(now.figures.map((each) => [each.key, each]));
  // Before anything happened there is nothing to compare with.
  const was = new Map(earlier && !hasNothing(earlier) ? earlier.figures.map((each) => [each.key, each]) : []);
  const isEmpty = hasNothing(now);
  const families = [...Map.groupBy(measures.filter(({ key }) => figures.has(key)), ({ family }) => family)];
  const chosen = measures.find(({ key }) => key === open);
  return (
    <div aria-busy={isStale} className="families">
      {isEmpty && <Empty icon={<IconChartLine className="icon" />} title="Nothing happened in this time">{origin ? 'Simulated people come with npm run demo.' : 'Figures come from the event log. Sign in at an application, choose a longer time, or look at simulated people.'}</Empty>}
      {families.map(([family, list]) => (
        <section key={family} aria-labelledby={`family-${family}`}>
          <header className="family-head"><h2 id={`family-${family}`}>{familyInWords[family].name}</h2><p className="quiet">{familyInWords[family].asks}</p></header>
          <div className="tiles">{list.filter(({ key }) => !key.endsWith('-p95')).map((measure) => {
            const pair = measure.key.endsWith('-p50') ? list.find(({ key }) => key === measure.key.replace(/p50$/, 'p95')) : undefined;
            return (
              <FigureTile key={measure.key} measure={measure} figure={figures.get(measure.key)!} before={was.get(measure.key)} slow={pair && figures.get(pair.key)}
                days={days} smallSample={smallSample} changes={now.policyChanges} explain={explain} />
            );
          })}</div>
        </section>
      ))}
      <p className="small faint">Counted up to position {now.position.toLocaleString()} of the event log; figures of the moment as of <Moment at={now.asOf} />. Days are UTC. Lines mark days on which a policy took effect.</p>
      <DefinitionDrawer measure={chosen} figure={chosen && figures.get(chosen.key)} smallSample={smallSample} quantileError={quantileError} close={() => explain(undefined)} />
    </div>
  );
}
