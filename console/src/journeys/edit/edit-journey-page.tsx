import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ShownStep } from '../../../../contract/admin/index.ts';
import type { Journey, PolicyFault, PolicyFile } from '../../../../contract/policy/index.ts';
import { useAct, useAsk } from '../../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../../api/me.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Empty, Note, ProblemNote, Shown, TextBones } from '../../parts/states.tsx';
import { say } from '../../parts/toast.tsx';
import { PlanResult } from '../../policy/plan-result.tsx';
import { StaleDraft } from '../../policy/stale-draft.tsx';
import '../../styles/policy.css';
import { graphOf } from '../graph.ts';
import { stepInWords } from '../step-in-words.ts';
import { addNode, freeName, openExit, readDraft, wireExit } from './draft.ts';
import { useHistory } from './history.ts';
import { Inspector } from './inspector.tsx';

const JourneyGraph = lazy(() => import('../journey-graph.tsx').then(({ JourneyGraph: component }) => ({ default: component })));
const route = '/p/$population/journeys/edit' as const;

/** A journey drafted as a drawing and as text at once: both change the same draft. */
export function EditJourneyPage() {
  const { population } = useParams({ from: route });
  const { journey: name = 'sign-in' } = useSearch({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('policy.plan');
  // Read once: what somebody drafts from must not change below their hands. That it is old is found at publishing.
  const base = useAsk('policy.export', { params: { population } }, { enabled: may, staleTime: Infinity });
  const catalogue = useAsk('step.list', { params: { population } }, { enabled: may, staleTime: Infinity });
  const path = `journeys/${name}.yaml`;
  return (
    <Page title={`Draft: ${name}`} crumbs={<Link to="/p/$population/journeys" params={{ population }} search={{ journey: name }}>Journeys</Link>} lead="Change the drawing or the text, see what is wrong with it, then publish. Nothing takes effect before that.">
      {!may ? <Note><p>Only {whoMay('policy.plan', kind)} of this population changes its journeys.</p></Note>
        : <Shown query={base}>{({ version, files }) => <Shown query={catalogue}>{({ steps }) => (files.some((each) => each.path === path)
          ? <Draft key={`${version} ${name}`} population={population} name={name} version={version} files={files} steps={steps} />
          : <Empty title={`No journey is called ${name}`}>A journey is a file of the policy; draft a change of the policy to add one.</Empty>)}</Shown>}</Shown>}
    </Page>
  );
}

interface DraftProps {
  readonly population: string;
  readonly name: string;
  readonly version: number;
  readonly files: readonly PolicyFile[];
  readonly steps: readonly ShownStep[];
}

function Draft({ population, name, version, files, steps }: DraftProps) {
  const path = `journeys/${name}.yaml`;
  const before = files.find((each) => each.path === path)!.text;
  const keep = `limen.draft.${population}.${name}.${version}`;
  const { text, set, type, undo, redo, canUndo, canRedo } = useHistory(localStorage.getItem(keep) ?? before);
  const [chosen, setChosen] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate({ from: route });
  const plan = useAct('policy.plan');
  const apply = useAct('policy.apply', ['policy.get', 'policy.list', 'policy.export', 'event.tail']);
  const mayApply = useMay(population)('policy.apply');
  const read = useMemo(() => readDraft(text), [text]);
  const lastGood = useRef<Journey>(undefined);
  const journey = lastGood.current = read.journey ?? lastGood.current;
  const graph = useMemo(() => journey && graphOf(journey, undefined, { all: true }), [journey]);
  const draft = files.map((each) => (each.path === path ? { path, text } : each));
  const isChanged = text !== before;
  const change = (now: string, typed = false): void => (typed ? type : set)(now);
  useEffect(() => {
    // It outlives a closed tab; without a place to keep it, it lives as long as the page.
    try { if (text === before) localStorage.removeItem(keep); else localStorage.setItem(keep, text); } catch { /* full or forbidden */ }
    // A plan tells of the text that it was made for, and of no other.
    plan.reset();
    apply.reset();
  }, [text]);
  const publish = (): void => apply.mutate({ params: { population }, body: { files: draft, basedOn: version } }, {
    onSuccess: (done) => { localStorage.removeItem(keep); say(done.outcome === 'published' ? `Version ${done.version} is in force` : 'Nothing changed'); void navigate({ to: '/p/$population/journeys', params: { population }, search: { journey: name } }); },
  });
  const keys = (event: KeyboardEvent): void => {
    // In a field that is typed into, the browser takes back what was typed there.
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || (event.target as HTMLElement).matches('textarea, input')) return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)();
  };
  const add = (step: string): void => {
    if (!journey || step === '') return;
    const fresh = freeName(journey, step);
    change(addNode(text, fresh, step));
    setChosen(fresh);
    say(`${stepInWords(step).word} was added as ${fresh}: lead something to it`);
  };
  const connect = (from: string, to: string): void => {
    const open = journey && openExit(journey, from, steps);
    if (open === undefined) say(`Every exit of ${from} leads somewhere already: choose it and change one`);
    else change(wireExit(text, from, open, to));
  };
  const goTo = (line: number): void => {
    const start = text.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start));
  };
  const faults = (plan.data?.faults ?? []).filter((each) => each.file === path);
  const others = files.flatMap((each) => /^journeys\/(.+)\.yaml$/.exec(each.path)?.[1] ?? []).filter((each) => each !== name);
  return (
    <div className="stack" onKeyDown={keys}>
      <DraftTools steps={steps} add={add} canUndo={canUndo} canRedo={canRedo} undo={undo} redo={redo} discard={isChanged ? () => { change(before); setChosen(undefined); } : undefined} />
      <div className="journey-desk">
        <div className="stack">
          {graph && <Suspense fallback={<div className="graph"><TextBones /></div>}><JourneyGraph graph={graph} chosen={chosen} choose={(id) => { if (!id.startsWith('journey:')) setChosen(id); }} connect={connect} /></Suspense>}
          {journey && (chosen !== undefined && journey.nodes[chosen]
            ? <Inspector name={chosen} text={text} journey={journey} steps={steps} journeys={others} change={change} leave={() => setChosen(undefined)} />
            : <ChooseStep journey={journey} choose={setChosen} />)}
        </div>
        <div className="stack tight">
          <textarea ref={area} className="editor" aria-label={`Text of ${path}`} aria-invalid={read.fault !== undefined} value={text} spellCheck={false} autoCapitalize="off" autoComplete="off" rows={30} onChange={(event) => change(event.currentTarget.value, true)} />
          {read.fault && <Note tone="bad"><p role="alert"><button type="button" className="as-link strong" onClick={() => goTo(read.fault.line)}>Line {read.fault.line}</button> {read.fault.problem}. The drawing shows what could be read last.</p></Note>}
        </div>
      </div>
      <Problems faults={faults} goTo={goTo} choose={(node) => setChosen(node)} />
      <div className="publish-bar">
        <span className="quiet">{isChanged ? `${path} changed against version ${version}` : `Nothing changed against version ${version}`}</span>
        <Button variant="default" disabled={!isChanged} loading={plan.isPending} onClick={() => plan.mutate({ params: { population }, body: { files: draft } })}>Plan</Button>
        {mayApply && <Button disabled={!plan.data || plan.data.faults.length > 0 || plan.data.changes === 'none'} loading={apply.isPending} onClick={publish}>Publish version {version + 1}</Button>}
      </div>
      {plan.error && <ProblemNote problem={plan.error} retry={plan.error.wantsFreshSignIn ? () => plan.mutate({ params: { population }, body: { files: draft } }) : undefined} />}
      {apply.error?.code === 'policy.stale' ? <StaleDraft population={population} version={version} draft={draft} /> : apply.error && <ProblemNote problem={apply.error} retry={apply.error.wantsFreshSignIn ? publish : undefined} />}
      {plan.data && <PlanResult plan={plan.data} mayApply={mayApply} />}
    </div>
  );
}

interface ToolProps {
  readonly steps: readonly ShownStep[];
  readonly add: (step: string) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Undefined where nothing was changed. */
  readonly discard: (() => void) | undefined;
}

/** The palette, and the way back. */
function DraftTools({ steps, add, canUndo, canRedo, undo, redo, discard }: ToolProps) {
  return (
    <div className="buttons" role="toolbar" aria-label="Draft">
      <span className="inline-field">
        <select aria-label="Add a step" value="" onChange={(event) => add(event.currentTarget.value)}>
          <option value="">Add a step …</option>
          {steps.map((each) => <option key={each.name} value={each.name}>{stepInWords(each.name).word}</option>)}
        </select>
      </span>
      <Button size="xs" variant="default" disabled={!canUndo} onClick={undo}>Undo</Button>
      <Button size="xs" variant="default" disabled={!canRedo} onClick={redo}>Redo</Button>
      <Button size="xs" variant="default" disabled={!discard} onClick={discard}>Discard the draft</Button>
    </div>
  );
}

/** A step to choose, where none is chosen. */
function ChooseStep({ journey, choose }: { readonly journey: Journey; readonly choose: (name: string) => void }) {
  return (
    <Panel title="A step">
      <p className="quiet">Choose a step in the drawing, or here, to lead its exits elsewhere and to change its settings.</p>
      <div className="chips">{Object.keys(journey.nodes).map((each) => <button key={each} type="button" className="chip" onClick={() => choose(each)}>{each}</button>)}</div>
    </Panel>
  );
}

/** What the plan found wrong with this journey; each leads to its line, and to its step where it is about one. */
function Problems({ faults, goTo, choose }: { readonly faults: readonly PolicyFault[]; readonly goTo: (line: number) => void; readonly choose: (node: string) => void }) {
  if (faults.length === 0) return null;
  return (
    <ul className="faults" aria-label="Problems">{faults.map((fault) => {
      const node = /^nodes\.([a-z0-9-]+)/.exec(fault.at)?.[1];
      return (
        <li key={`${fault.line} ${fault.at} ${fault.problem}`}>
          <button type="button" className="as-link strong" onClick={() => { if (node) choose(node); goTo(fault.line); }}>Line {fault.line}</button> <code>{fault.at}</code> {fault.problem}.{fault.remedy && <span className="quiet"> {fault.remedy}</span>}
        </li>
      );
    })}</ul>
  );
}
