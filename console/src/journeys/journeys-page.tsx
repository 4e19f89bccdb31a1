import { IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { lastDays } from '../boards/period.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Page } from '../parts/page.tsx';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Empty, Note, Shown, TextBones } from '../parts/states.tsx';
import { graphOf } from './graph.ts';
import { NodeDrawer } from './node-drawer.tsx';
import { StepTable } from './step-table.tsx';
import { inForceWithin, periodOf } from './traffic-days.ts';
import { FreePeriod } from './traffic-period.tsx';

const JourneyGraph = lazy(() => import('./journey-graph.tsx').then(({ JourneyGraph: component }) => ({ default: component })));
const route = '/p/$population/journeys' as const;
const periods = [7, 30, 90];

/** How people get through: every journey as a graph, with what happened on it lately. */
export function JourneysPage() {
  const { population } = useParams({ from: route });
  const kind = usePopulation(population)?.kind;
  const { from, till } = useSearch({ from: route });
  const chosen = periodOf(from, till);
  const versions = useAsk('policy.list', { params: { population } }, { enabled: kind !== 'workload' });
  const within = chosen && versions.data && inForceWithin(versions.data.versions, chosen);
  // A period of the past is drawn on the journey that people went through then.
  const version = within?.[0]?.version;
  const policy = useAsk('policy.get', { params: { population }, ...(version === undefined ? {} : { query: { version } }) },
    { keep: true, enabled: !chosen || versions.data !== undefined });
  return (
    <Page title="Journeys" lead="The way people go through this door, step by step, with how many took which exit lately and where they were lost.">
      {kind === 'workload' ? <Empty icon={<IconRoute className="icon" />} title="Machines need no journey">They prove themselves with a key or a secret in one request. What they asked for is on the boards and in the events.</Empty>
        : <Shown query={policy} bones={<div className="graph"><TextBones /></div>}>{(answer) => <Journeys population={population} policy={answer} versions={versions.data?.versions ?? []} />}</Shown>}
    </Page>
  );
}

interface JourneysProps {
  readonly population: string;
  readonly policy: Answer<'policy.get'>;
  readonly versions: Answer<'policy.list'>['versions'];
}

function Journeys({ population, policy, versions }: JourneysProps) {
  const { journeys } = policy.content;
  const { journey: asked, node, origin, days: chosenDays, from, till } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const names = Object.keys(journeys);
  const name = asked !== undefined && journeys[asked] ? asked : journeys['sign-in'] ? 'sign-in' : names[0];
  const may = useMay(population);
  const mayMeasure = may('measure.journey-traffic');
  const days = Number(chosenDays ?? 30);
  const chosenPeriod = useMemo(() => periodOf(from, till), [from, till]);
  const lastPeriod = useMemo(() => lastDays(days), [days]);
  const period = chosenPeriod ?? lastPeriod;
  const within = inForceWithin(versions, period);
  const when = chosenPeriod ? `from ${from} to ${till}` : `in the last ${days} days`;
  const traffic = useAsk('measure.journey-traffic', { params: { population, journey: name ?? '' }, query: { ...period, ...(origin ? { origin } : {}) } }, { enabled: mayMeasure && name !== undefined, keep: true });
  const journey = name === undefined ? undefined : journeys[name];
  const graph = useMemo(() => journey && graphOf(journey, traffic.data?.nodes), [journey, traffic.data]);
  if (!name || !journey || !graph) return <Empty icon={<IconRoute className="icon" />} title="No journey yet">A journey is a file in the policy, <code>journeys/sign-in.yaml</code> for one.</Empty>;
  const choose = (id: string): void => {
    const leadsTo = id.startsWith('journey:') ? id.slice('journey:'.length) : undefined;
    void navigate({ search: (now) => (leadsTo ? { ...now, journey: leadsTo, node: undefined } : { ...now, node: id }) as never, resetScroll: false });
  };
  const started = traffic.data?.nodes.find((each) => each.node === journey.start)?.entered;
  return (
    <>
      <div className="journey-chooser">
        <nav className="chips" aria-label="Journey">{names.map((each) => (
          <ChoiceLink key={each} className="chip" to={route} params={{ population }} search={(now) => ({ ...now, journey: each, node: undefined }) as never} isHere={each === name}>{each}</ChoiceLink>
        ))}</nav>
        {mayMeasure && <nav className="chips" aria-label="Period">{periods.map((each) => (
          <ChoiceLink key={each} className="chip" to={route} params={{ population }} search={(now) => ({ ...now, from: undefined, till: undefined, days: each === 30 ? undefined : String(each) }) as never}
            isHere={chosenPeriod === undefined && each === days}>{each} days</ChoiceLink>
        ))}</nav>}
        {mayMeasure && <FreePeriod key={`${from} ${till}`} from={from} till={till} />}
        <SimulatedChip />
        <Link className="chip" to="/p/$population/journeys/compare" params={{ population }} search={{ journey: name }}>
          Compare versions
        </Link>
        {may('policy.plan') && <Link className="chip" to="/p/$population/journeys/edit" params={{ population }} search={{ journey: name }}>Edit {name}</Link>}
        <span className="small quiet push">{mayMeasure ? started === undefined ? '' : started === 0 ? `Nobody began it ${when}` : `${started.toLocaleString()} began it ${when}` : 'Traffic is shown to analysts'}</span>
      </div>
      <div className="stack">
        {chosenPeriod && within.length === 0 && <Note><p>No version was in force {when}; drawn is version {policy.version}.</p></Note>}
        {mayMeasure && within.length > 1 && (
          <Note>
            <p>{within.length} versions were in force {when}: {within.map(({ version }) => version).reverse().join(', ')}. Their figures
              are drawn together on version {policy.version}; what only another one had is not drawn.</p>
          </Note>
        )}
        {chosenPeriod && within.length === 1 && <p className="small quiet">Drawn as it was then: version {policy.version}.</p>}
        {traffic.isError && <Note tone="caution"><p>The traffic could not be read: {traffic.error.message}. The journey is drawn without it.</p></Note>}
        <Suspense fallback={<div className="graph"><TextBones /></div>}><JourneyGraph key={name} graph={graph} chosen={node} choose={choose} /></Suspense>
        <StepTable graph={graph} journey={journey} choose={choose} />
      </div>
      <NodeDrawer population={population} name={node} journeyName={name} journey={journey} traffic={traffic.data?.nodes.find((each) => each.node === node)}
        close={() => void navigate({ search: ({ node: _, ...rest }) => rest, resetScroll: false })} />
    </>
  );
}
