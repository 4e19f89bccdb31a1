import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ShownPolicyVersion } from '../../../contract/admin/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { ChoiceLink } from '../parts/choice-link.tsx';
import { Page, Panel } from '../parts/page.tsx';
import { Empty, Note, Shown, TextBones } from '../parts/states.tsx';
import { FileDifferences } from '../policy/difference.tsx';
import '../styles/journey-editor.css';
import '../styles/policy.css';
import { compare, type Change } from './compare.ts';
import { readDraft } from './draft-text.ts';
import { graphOf } from './graph.ts';
import { markWords } from './marks.ts';
import { StepTable } from './step-table.tsx';
import { keptDraft, withEdits } from '../policy/use-draft.ts';

const JourneyGraph = lazy(() => import('./journey-graph.tsx').then(({ JourneyGraph: component }) => ({ default: component })));
const route = '/p/$population/journeys/compare' as const;
const prefix = 'journeys/';
const draftName = 'draft';

/** What a journey became: two versions of it laid over each other, or one and the draft that this browser keeps. */
export function ComparePage() {
  const { population } = useParams({ from: route });
  const versions = useAsk('policy.list', { params: { population } });
  return (
    <Page title="Compare journeys" crumbs={<Link to="/p/$population/journeys" params={{ population }}>Journeys</Link>}
      lead="Two versions of a journey, one drawn over the other: what came, what went, and what is another now.">
      <Shown query={versions} bones={<TextBones />}>{({ versions: all }) => <Versions population={population} versions={all} />}</Shown>
    </Page>
  );
}

interface VersionsProps {
  readonly population: string;
  readonly versions: readonly ShownPolicyVersion[];
}

function Versions({ population, versions }: VersionsProps) {
  const { from, to } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const kept = keptDraft(population);
  const newest = versions[0]?.version;
  if (newest === undefined) {
    return <Empty title="Nothing is published yet">With the first version there is something to compare.</Empty>;
  }
  const numbers = versions.map(({ version }) => version);
  const newer = to === draftName && kept ? draftName : String(numbers.find((each) => String(each) === to) ?? newest);
  const fallback = newer === draftName ? kept!.version : numbers.find((each) => each < Number(newer)) ?? newest;
  const older = numbers.find((each) => String(each) === from) ?? fallback;
  const published = numbers.map((version) => ({
    value: String(version), label: `Version ${version}${version === newest ? ', in force' : ''}`,
  }));
  const drafted = kept ? [{ value: draftName, label: `The draft, of version ${kept.version}` }] : [];
  const show = (side: { readonly from?: string; readonly to?: string }): void => (
    void navigate({ search: (now) => ({ ...now, ...side }) as never, resetScroll: false }));
  return (
    <>
      <div className="editor-bar">
        <NativeSelect label="From" value={String(older)} data={published}
          onChange={({ currentTarget: { value } }) => show({ from: value })} />
        <NativeSelect label="To" value={newer} data={[...drafted, ...published]}
          onChange={({ currentTarget: { value } }) => show({ to: value })} />
      </div>
      <Read population={population} older={older} isDraft={newer === draftName}
        newer={newer === draftName ? kept!.version : Number(newer)} />
    </>
  );
}

interface ReadProps {
  readonly population: string;
  readonly older: number;
  readonly newer: number;
  readonly isDraft: boolean;
}

function Read({ population, older, newer, isDraft }: ReadProps) {
  const was = useAsk('policy.export', { params: { population }, query: { version: older } }, { staleTime: Infinity });
  const is = useAsk('policy.export', { params: { population }, query: { version: newer } }, { staleTime: Infinity });
  const edits = isDraft ? keptDraft(population)?.edits ?? {} : {};
  return (
    <Shown query={was} bones={<TextBones />}>{({ files: before }) => (
      <Shown query={is}>{({ files: after }) => (
        <Journeys key={`${older} ${newer} ${isDraft}`} population={population}
          before={before} after={withEdits(after, edits).draft} from={older} to={isDraft ? 'the draft' : newer} />
      )}</Shown>
    )}</Shown>
  );
}

interface JourneysProps {
  readonly population: string; readonly before: readonly PolicyFile[]; readonly after: readonly PolicyFile[];
  readonly from: number; readonly to: number | string;
}

function Journeys({ population, before, after, from, to }: JourneysProps) {
  const { journey: asked } = useSearch({ from: route });
  const [was, is] = [textsOf(before), textsOf(after)];
  const names = [...new Set([...is.keys(), ...was.keys()])];
  const differing = names.filter((name) => was.get(name) !== is.get(name));
  const first = differing[0] ?? names.find((each) => each === 'sign-in') ?? names[0];
  const name = asked !== undefined && names.includes(asked) ? asked : first;
  if (name === undefined) return <Empty title="No journey in either">A journey is a file in the policy.</Empty>;
  const only = (files: readonly PolicyFile[]): readonly PolicyFile[] => (
    files.filter(({ path }) => path === `${prefix}${name}.yaml`));
  const stateOf = (each: string): string => (was.has(each) ? is.has(each) ? 'differs' : 'removed' : 'added');
  return (
    <div className="stack">
      <nav className="chips" aria-label="Journey">{names.map((each) => (
        <ChoiceLink key={each} className="chip" to={route} params={{ population }} isHere={each === name}
          search={(now) => ({ ...now, journey: each }) as never}>
          {each}{differing.includes(each) && <span className="small"> {stateOf(each)}</span>}
        </ChoiceLink>
      ))}</nav>
      <OneJourney key={name} older={was.get(name)} newer={is.get(name)} />
      <FileDifferences older={only(before)} newer={only(after)} from={from} to={to} />
    </div>
  );
}

const textsOf = (files: readonly PolicyFile[]): ReadonlyMap<string, string> => new Map(files
  .filter(({ path }) => path.startsWith(prefix)).map(({ path, text }) => [path.slice(prefix.length, -'.yaml'.length), text]));

function OneJourney({ older, newer }: { readonly older: string | undefined; readonly newer: string | undefined }) {
  const [chosen, setChosen] = useState<string>();
  const read = useMemo(() => [older, newer].map((text) => (text === undefined ? undefined : readDraft(text))), [older, newer]);
  const bad = read.find((each) => each && !('journey' in each));
  const compared = useMemo(() => {
    const [was, is] = read.map((each) => (each && 'journey' in each ? each.journey : undefined));
    return was || is ? compare(was, is) : undefined;
  }, [read]);
  const graph = useMemo(() => compared && graphOf(compared.journey, undefined, true), [compared]);
  if (bad && 'line' in bad) return <Note tone="caution"><p>The draft cannot be read: line {bad.line}: {bad.problem}.</p></Note>;
  if (!compared || !graph) return null;
  return (
    <div className="compared">
      <Suspense fallback={<div className="graph"><TextBones /></div>}>
        <JourneyGraph graph={graph} chosen={chosen} choose={setChosen} marks={compared.marks}
          follow={chosen ?? compared.changes.find(({ node }) => node !== undefined)?.node} />
      </Suspense>
      <Panel title={differencesInWords(compared.changes.length)}>
        {compared.changes.length === 0 ? <p className="quiet">Both say the same; comments and layout may differ.</p>
          : <Changes changes={compared.changes} chosen={chosen} choose={setChosen} />}
      </Panel>
      <StepTable graph={graph} journey={compared.journey} choose={setChosen} marks={compared.marks} />
    </div>
  );
}

const differencesInWords = (count: number): string => (
  count === 0 ? 'No difference' : `${count} ${count === 1 ? 'difference' : 'differences'}`);

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly chosen: string | undefined;
  readonly choose: (node: string) => void;
}

function Changes({ changes, chosen, choose }: ChangesProps) {
  return (
    <ul className="changes" aria-label="Differences">{changes.map(({ kind, node, words }) => (
      <li key={`${kind} ${node} ${words}`} data-kind={kind} data-chosen={node !== undefined && node === chosen}>
        <span className="change-kind"><span aria-hidden="true">{markWords[kind].sign}</span> {markWords[kind].word}</span>
        {node === undefined ? <span className="strong">the journey</span>
          : (
            <button type="button" className="as-link strong" aria-pressed={node === chosen}
              onClick={() => choose(node)}>{node}</button>
          )}
        <span className="quiet">{words}</span>
      </li>
    ))}</ul>
  );
}
