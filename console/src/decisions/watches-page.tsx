import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ShownWatch, ShownWatchReport } from '../../../contract/admin/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAct, useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { Badge } from '../parts/badge.tsx';
import { Page, Panel } from '../parts/page.tsx';
import { Empty, ListBones, Note, ProblemNote, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { say } from '../parts/toast.tsx';
import '../styles/decisions.css';
import { responseTone } from './decision-in-words.ts';
import { words } from './decision-record.tsx';
import { useKeptFiles } from './kept-files.ts';

const route = '/p/$population/decisions/watches' as const;

/** Drafts whose answers are kept beside those that people got. */
export function WatchesPage() {
  const { population } = useParams({ from: route });
  const { watch } = useSearch({ from: route });
  const kind = usePopulation(population)?.kind;
  const allowed = useMay(population);
  const may = allowed('watch.list');
  const mayStart = allowed('watch.start');
  const kept = useKeptFiles(population, mayStart);
  const found = useAsk('watch.list', { params: { population } }, { enabled: may });
  return (
    <Page title="Drafts that watch" crumbs={<Link to="/p/$population/decisions" params={{ population }}>Decisions</Link>}
      lead="A draft answers every decision beside the policy in force, and nobody feels it: how often would it have answered otherwise?">
      {!may ? <Note><p>Only {whoMay('watch.list', kind)} of this population sees what drafts would have answered.</p></Note> : (
        <div className="stack">
          {mayStart && kept && <Start population={population} files={kept.files} version={kept.version} />}
          <Shown query={found} bones={<ListBones rows={3} />}>{({ watches }) => (watches.length === 0
            ? <Empty icon={<IconEye className="icon" />} title="No draft watches">{!mayStart ? `Only ${whoMay('watch.start', kind)} of this population has a draft watch; what it found stands here.` : kept ? 'Have the draft in this browser watch for some days.' : <>Draft a change on the <Link to="/p/$population/map" params={{ population }}>journey map</Link>, then come back: before it is published it can watch what people do.</>}</Empty>
            : <WatchList population={population} watches={watches} chosen={watch} />)}</Shown>
          {watch !== undefined && <Report population={population} watch={watch} mayStop={allowed('watch.stop')} />}
        </div>
      )}
    </Page>
  );
}

function Start({ population, files, version }: { readonly population: string; readonly files: PolicyFile[]; readonly version: number }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('7');
  const navigate = useNavigate({ from: route });
  const start = useAct('watch.start', ['watch.list']);
  const begin = (): void => start.mutate({ params: { population }, body: { name, days: Number(days), files } }, {
    onSuccess: ({ watch }) => { say(`${watch.name} watches`); setName(''); void navigate({ search: { watch: watch.id } }); },
  });
  return (
    <Panel title="Have the draft in this browser watch">
      <form className="what-if-start body stack" onSubmit={(event) => { event.preventDefault(); begin(); }}>
        <p className="quiet">Changed against version {version}.</p>
        <TextInput label="Name" description="What this tries, in a few words." required maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect label="Days" data={['1', '3', '7', '14', '30']} value={days} onChange={(event) => setDays(event.currentTarget.value)} />
        {start.error && <ProblemNote problem={start.error} />}
        <div><Button type="submit" loading={start.isPending} disabled={name.trim() === ''}>Have it watch</Button></div>
      </form>
    </Panel>
  );
}

function WatchList({ population, watches, chosen }: { readonly population: string; readonly watches: readonly ShownWatch[]; readonly chosen: string | undefined }) {
  return (
    <div className="list-wrap" tabIndex={0} role="region" aria-label="Drafts"><table className="list" aria-label="Drafts that watch, and those that did">
      <thead><tr><th scope="col">Draft</th><th scope="col">State</th><th scope="col" className="wide">Since</th><th scope="col" className="wide">Until</th></tr></thead>
      <tbody>{watches.map(({ id, name, startedAt, endsAt, stoppedAt }) => (
        <tr key={id} aria-current={id === chosen ? 'true' : undefined}>
          <td><Link className="row-link" to={route} params={{ population }} search={{ watch: id }} resetScroll={false} activeProps={{}}>{name}</Link></td>
          <td>{isOver(stoppedAt, endsAt) ? <span className="quiet">over</span> : <Badge tone="good">watches</Badge>}</td>
          <td className="wide quiet"><Moment at={startedAt} /></td><td className="wide quiet"><Moment at={stoppedAt ?? endsAt} /></td>
        </tr>
      ))}</tbody>
    </table></div>
  );
}

const isOver = (stoppedAt: string | null, endsAt: string): boolean => stoppedAt !== null || Date.parse(endsAt) < Date.now();

function Report({ population, watch, mayStop }: { readonly population: string; readonly watch: string; readonly mayStop: boolean }) {
  const found = useAsk('watch.report', { params: { population, watch } });
  const stop = useAct('watch.stop', ['watch.list', 'watch.report']);
  return (
    <Shown query={found}>{(report) => (
      <Panel title={report.watch.name} aside={mayStop && !isOver(report.watch.stoppedAt, report.watch.endsAt)
        && <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate({ params: { population, watch } })}>Stop watching</Button>}>
        <div className="body stack">
          {stop.error && <ProblemNote problem={stop.error} />}
          <Found population={population} report={report} />
        </div>
      </Panel>
    )}</Shown>
  );
}

function Found({ population, report: { seen, otherwise, pairs, examples } }: { readonly population: string; readonly report: ShownWatchReport }) {
  if (seen === 0) return <p className="quiet">No decision was made since. Each that is made from now on is answered by the draft, too.</p>;
  return (
    <>
      <p>Of {seen.toLocaleString('en-GB')} decisions {otherwise.toLocaleString('en-GB')} would have been answered otherwise ({((otherwise / seen) * 100).toFixed(1)} %). What people would then have done can’t be seen: a challenge that only the draft asks for was never met.</p>
      <div className="list-wrap" tabIndex={0} role="region" aria-label="Answers"><table className="list" aria-label="What was answered, and what the draft would have answered">
        <thead><tr><th scope="col">Action</th><th scope="col">Answered</th><th scope="col">Would be</th><th scope="col" className="num">Decisions</th></tr></thead>
        <tbody>{pairs.map(({ action, response, shadow, count }) => (
          <tr key={`${action} ${response} ${shadow}`}><td>{action}</td><td><Badge tone={responseTone[response]}>{response}</Badge></td><td>{shadow === response ? <span className="quiet">the same</span> : <Badge tone={responseTone[shadow]}>{shadow}</Badge>}</td><td className="num">{count.toLocaleString('en-GB')}</td></tr>
        ))}</tbody>
      </table></div>
      {examples.length > 0 && <h3>Some of them</h3>}
      {examples.length > 0 && <ul className="candidates">{examples.map(({ decision, at, action, response, shadow }) => (
        <li key={decision}><Link to="/p/$population/decisions" params={{ population }} search={{ decision }}>{action}</Link><span className="quiet"><Moment at={at} /></span>
          <span className="push small">{response}, would be {shadow.response}{shadow.reasons.length > 0 && ` (${shadow.reasons.map(words).join(', ')})`}</span></li>
      ))}</ul>}
    </>
  );
}
