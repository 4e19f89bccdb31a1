import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { ShownStep } from '../../../contract/admin/index.ts';
import type { Journey, PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { useMay, usePopulation, whoMay } from '../api/me.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Note, Shown, TextBones } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import { DraftActs, KeptDraftNote, undoKeys } from '../policy/draft-acts.tsx';
import { PublishDraft, textOf, type Planned } from '../policy/publish-draft.tsx';
import { useDraft } from '../policy/use-draft.ts';
import '../styles/journey-editor.css';
import '../styles/policy.css';
import { addStep, nodeAtLine, readDraft, wire } from './draft-text.ts';
import { graphOf } from './graph.ts';
import { Inspector } from './inspector.tsx';
import { JourneyFileActs } from './journey-file-acts.tsx';
import type { Marks } from './marks.ts';
import { stepInWords } from './step-in-words.ts';
import { StepTable } from './step-table.tsx';
import { WalkPanel } from './walk-panel.tsx';

const JourneyGraph = lazy(() => import('./journey-graph.tsx').then(({ JourneyGraph: component }) => ({ default: component })));
const route = '/p/$population/journeys/edit' as const;
const prefix = 'journeys/';

/** A journey drawn and written at once: canvas and text are two views of the same draft. */
export function EditJourneyPage() {
  const { population } = useParams({ from: route });
  const kind = usePopulation(population)?.kind;
  const may = useMay(population)('policy.plan');
  // Read once: what somebody drafts from must not change below their hands.
  const base = useAsk('policy.export', { params: { population } }, { enabled: may, staleTime: Infinity });
  const catalogue = useAsk('step.list', {}, { enabled: may, staleTime: Infinity });
  return (
    <Page title="Edit a journey" crumbs={<Link to="/p/$population/journeys" params={{ population }}>Journeys</Link>}
      lead="Draw it or write it: both change the same draft. Plan to see what it would mean, then publish. Nothing takes effect before that.">
      {may ? <Shown query={base} bones={<TextBones />}>{({ version, files }) => (
        <Shown query={catalogue}>{({ steps }) => (
          <Editor key={version} population={population} version={version} files={files} steps={steps} />
        )}</Shown>
      )}</Shown> : <Note><p>Only {whoMay('policy.plan', kind)} of this population changes its journeys.</p></Note>}
    </Page>
  );
}

interface EditorProps {
  readonly population: string;
  readonly version: number;
  readonly files: readonly PolicyFile[];
  readonly steps: readonly ShownStep[];
}

function Editor({ population, version, files, steps }: EditorProps) {
  const { journey: asked, walk } = useSearch({ from: route });
  const isWalking = walk !== undefined;
  const history = useDraft(population, version, files);
  const { draft, changed, edit } = history;
  const names = draft.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length, -'.yaml'.length));
  const name = asked !== undefined && names.includes(asked) ? asked : names.includes('sign-in') ? 'sign-in' : names[0];
  const [planned, setPlanned] = useState<Planned>();
  const [marks, setMarks] = useState<Marks>();
  const navigate = useNavigate({ from: route });
  if (name === undefined) return <Empty title="No journey yet">A journey is a file in the policy, <code>journeys/sign-in.yaml</code> for one.</Empty>;
  const setWalking = (): void => void navigate({ search: { journey: name, ...(isWalking ? {} : { walk: '1' }) }, replace: true, resetScroll: false });
  const path = `${prefix}${name}.yaml`;
  const text = textOf(draft, path)!;
  const plannedText = planned && textOf(planned.files, path);
  return (
    <div className="journey-draft stack" onKeyDown={undoKeys(history, HTMLInputElement)}>
      <KeptDraftNote population={population} version={version} />
      <div className="editor-bar">
        <nav className="chips" aria-label="Journey">{names.map((each) => (
          <ChoiceLink key={each} className="chip" to={route} params={{ population }} search={(now) => ({ ...now, journey: each }) as never}
            isHere={each === name}>
            {each}{changed.includes(`${prefix}${each}.yaml`) && <span className="small faint"> changed</span>}
          </ChoiceLink>
        ))}</nav>
        <JourneyFileActs population={population} name={name} draft={draft} edit={edit} />
        <Button size="xs" variant="default" aria-pressed={isWalking} onClick={setWalking}>Walk it</Button>
        {changed.length > 0 && (
          <Link className="chip" to="/p/$population/journeys/compare" params={{ population }} search={{ journey: name, to: 'draft' }}>Compare</Link>
        )}
        <DraftActs draft={history} />
      </div>
      {isWalking && <WalkPanel key={`walk ${name}`} population={population} journey={name} draft={draft} mark={setMarks} />}
      <JourneyDraft key={name} name={name} marks={marks} others={names.filter((each) => each !== name)} steps={steps} text={text}
        edit={(next, typed) => edit(path, next, typed)} plannedText={plannedText} faults={(planned?.faults ?? []).filter(({ file }) => file === path)} isPlanned={plannedText === text} />
      <PublishDraft population={population} version={version} files={files} draft={draft} changed={changed} planned={setPlanned}
        published={() => void navigate({ to: '/p/$population/journeys', params: { population }, search: { journey: name } })} />
    </div>
  );
}

interface DraftProps {
  readonly name: string;
  readonly marks: Marks | undefined;
  readonly others: readonly string[];
  readonly steps: readonly ShownStep[];
  readonly text: string;
  readonly edit: (text: string, typed?: boolean) => void;
  /** The text that `faults` are about. */
  readonly plannedText: string | undefined;
  readonly faults: readonly { readonly line: number; readonly at: string; readonly problem: string; readonly remedy?: string | undefined }[];
  readonly isPlanned: boolean;
}

function JourneyDraft({ name, marks, others, steps, text, edit, plannedText, faults, isPlanned }: DraftProps) {
  const read = useMemo(() => readDraft(text), [text]);
  const good = useRef<Journey>(undefined);
  if ('journey' in read) good.current = read.journey;
  const journey = good.current;
  const graph = useMemo(() => journey && graphOf(journey, undefined, true), [journey]);
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState(0);
  const [adding, setAdding] = useState(steps[0]!.name);
  const area = useRef<HTMLTextAreaElement>(null);
  const node = chosen !== undefined && journey?.nodes[chosen] ? chosen : undefined;
  const isReadable = 'journey' in read;
  const ask = (id: string): void => { setChosen(id); setAsked((count) => count + 1); };
  const add = (): void => {
    const added = addStep(text, steps.find((each) => each.name === adding)!);
    edit(added.text);
    ask(added.node);
  };
  const connect = useCallback((from: string, to: string): void => {
    const at = journey?.nodes[from];
    const free = steps.find((each) => each.name === at?.step)?.exits.filter((each) => at?.exits[each.name] === undefined) ?? [];
    const exit = free.find(({ optional }) => !optional) ?? free[0];
    setChosen(from);
    if (exit && isReadable) edit(wire(text, from, exit.name, to));
    else say(`Every exit of ${from} leads somewhere: choose one beside the drawing`);
  }, [journey, steps, text, edit, isReadable]);
  const goTo = (line: number): void => {
    const start = text.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start);
  };
  return (
    <div className="journey-editor">
      <div className="editor-text stack tight">
        <textarea ref={area} className="editor" aria-label={`Text of ${name}`} value={text} spellCheck={false} autoCapitalize="off" autoComplete="off" onChange={(event) => edit(event.currentTarget.value, true)} />
        {'line' in read && <p className="faults" role="alert"><span><button type="button" className="as-link strong" onClick={() => goTo(read.line)}>Line {read.line}</button> {read.problem}. The drawing shows what could be read last.</span></p>}
        {faults.length > 0 && (
          <section aria-label="Problems"><ul className="faults">{faults.map((fault) => {
            const at = plannedText === undefined ? undefined : nodeAtLine(plannedText, fault.line);
            const show = (): void => (at !== undefined && journey?.nodes[at] ? ask(at) : goTo(fault.line));
            return (
              <li key={`${fault.line} ${fault.at} ${fault.problem}`}>
                <button type="button" className="as-link strong" onClick={show}>{at ?? `Line ${fault.line}`}</button> {fault.problem}.
                {fault.remedy && <span className="quiet"> {fault.remedy}</span>}
              </li>
            );
          })}</ul>{!isPlanned && <p className="small quiet">Found before the last change: plan again to see what is left.</p>}</section>
        )}
      </div>
      {journey && graph && (
        <>
          <div className="editor-list"><StepTable graph={graph} journey={journey} choose={ask} /></div>
          <div className="editor-canvas"><Suspense fallback={<div className="graph"><TextBones /></div>}>
            <JourneyGraph graph={graph} chosen={node} choose={setChosen} connect={connect} marks={marks}
              follow={marks && [...marks.nodes].find(([, mark]) => mark === 'here')?.[0]} />
          </Suspense></div>
          <div className="editor-side stack tight">
            <div className="editor-bar">
              <NativeSelect label="Add a step" className="grow" value={adding} onChange={(event) => setAdding(event.currentTarget.value)} aria-describedby="about-step"
                data={steps.map((each) => ({ value: each.name, label: `${stepInWords(each.name).word} (${each.name})` }))} />
              <Button variant="default" disabled={!isReadable} onClick={add}>Add</Button>
            </div>
            <p id="about-step" className="small quiet">{steps.find((each) => each.name === adding)?.about}</p>
            {node === undefined ? <p className="quiet">Choose a step to see its settings and where its exits lead.</p> : isReadable
              ? <Inspector node={node} journey={journey} others={others} step={steps.find((each) => each.name === journey.nodes[node]!.step)} text={text} edit={edit} asked={asked} renamed={ask} />
              : <p className="quiet">Mend the text first: then steps can be changed here again.</p>}
          </div>
        </>
      )}
    </div>
  );
}
