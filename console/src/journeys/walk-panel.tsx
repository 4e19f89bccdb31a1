import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShownStop } from '../../../contract/admin/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { call } from '../api/call.ts';
import type { Answer } from '../api/operations.ts';
import type { Problem } from '../api/problem.ts';
import { Panel } from '../parts/page.tsx';
import { Note, ProblemNote } from '../parts/states.tsx';
import type { Mark, Marks } from './marks.ts';
import { ScreenSample } from './screen-sample.tsx';
import { stepInWords } from './step-in-words.ts';
import { firstWalker, WalkerChoice } from './walker.tsx';

interface Props {
  readonly population: string;
  readonly journey: string;
  readonly draft: readonly PolicyFile[];
  /** Told what to draw on the journey's canvas. */
  readonly mark: (marks: Marks | undefined) => void;
}

/** Walks the draft as somebody: what they see, what the run has proved, where they can go on and why not elsewhere. */
export function WalkPanel({ population, journey, draft, mark }: Props) {
  const [walker, setWalker] = useState(firstWalker);
  const [path, setPath] = useState<readonly string[]>([]);
  const files = useSettled(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  const walk = useQuery<Answer<'policy.walk'>, Problem>({
    queryKey: ['policy.walk', population, journey, walker, path, files], placeholderData: keepPreviousData, gcTime: 60_000,
    queryFn: ({ signal }) => call('policy.walk', {
      params: { population }, body: { ...walker, files: [...files], journey, path: [...path] },
    }, signal),
  });
  const stops = walk.data?.stops;
  useEffect(() => mark(stops && marksOf(stops, journey)), [stops, journey, mark]);
  useEffect(() => () => mark(undefined), [mark]);
  const go = (next: readonly string[]): void => {
    setPath(next);
    heading.current?.focus();
  };
  const here = stops?.at(-1);
  const walked = stops?.slice(0, -1) ?? [];
  // Where the draft or the person changed, the way may end earlier than it was gone.
  const taken = walked.map(({ left }) => left!);
  return (
    <Panel title="Walk the draft" aside={(
      <div className="buttons">
        <Button size="xs" variant="default" disabled={taken.length === 0} onClick={() => go(taken.slice(0, -1))}>Back</Button>
        <Button size="xs" variant="default" disabled={taken.length === 0} onClick={() => go([])}>Start over</Button>
      </div>
    )}>
      <WalkerChoice walker={walker} choose={setWalker} />
      {walk.error && <ProblemNote problem={walk.error} />}
      {walk.data && walk.data.faults.length > 0 && <Note tone="caution">
        <p>It can be walked once this is mended:</p>
        <ul>{walk.data.faults.map((fault) => (
          <li key={`${fault.file} ${fault.line} ${fault.problem}`}>
            <code>{fault.file}</code>, line {fault.line}: {fault.at} {fault.problem}.
          </li>
        ))}</ul>
      </Note>}
      {here && (
        <>
          <ol className="walked" aria-label="The way so far">
            {walked.map((stop, index) => (
              <li key={`${index} ${stop.node}`}>
                <button type="button" className="as-link" onClick={() => go(taken.slice(0, index))}>
                  {nameOf(stop, journey)}
                </button>
                <span className="quiet"> {stop.left}</span>
              </li>
            ))}
            <li aria-current="step" className="strong">{nameOf(here, journey)}</li>
          </ol>
          <div className="walk-stop">
            <section aria-label="What the person sees">
              {walk.data?.page ? <ScreenSample page={walk.data.page} title={`Sample of ${stepInWords(here.step).word}`} />
                : <p className="quiet walk-silent">Nothing is shown here: the run goes on by itself.</p>}
            </section>
            <div className="stack">
              <h3 ref={heading} tabIndex={-1} aria-live="polite">{nameOf(here, journey)}</h3>
              <WaysOn stop={here} journey={journey} take={(exit) => go([...taken, exit])} />
              <RunState stop={here} />
            </div>
          </div>
        </>
      )}
    </Panel>
  );
}

const nameOf = ({ step, node, journey }: ShownStop, own: string): string => (
  `${stepInWords(step).word} (${journey === own ? node : `${journey}/${node}`})`);

interface WaysProps {
  readonly stop: ShownStop;
  readonly journey: string;
  readonly take: (exit: string) => void;
}

function WaysOn({ stop, journey, take }: WaysProps) {
  if (stop.ends === 'complete') return <p>The journey is through.</p>;
  if (stop.ends === 'refuse') return <p>The journey ends here without a result.</p>;
  const open = stop.exits.filter(({ shut }) => shut === null);
  const shut = stop.exits.filter((each) => each.shut !== null);
  return (
    <>
      {open.length === 0 && (
        <Note tone="caution"><p>There is no way on for this person: a dead end, unless somebody helps.</p></Note>
      )}
      {open.length > 0 && <ul className="ways" aria-label="Ways on">{open.map(({ exit, to, isSilent, isAnswered, isUncertain }) => (
        <li key={exit}>
          <Button size="xs" variant="default" onClick={() => take(exit)}>{exit}</Button>
          <span className="small quiet">to <code>{to.journey === journey ? to.node : `${to.journey}/${to.node}`}</code>
            {isSilent && ', without a screen'}{isAnswered && ', if the other side says so'}
            {isUncertain && ', not offered each time'}</span>
        </li>
      ))}</ul>}
      {shut.length > 0 && <ul className="ways shut" aria-label="Ways that are shut">{shut.map(({ exit, shut: why }) => (
        <li key={exit}><span className="strong">{exit}</span> <span className="small quiet">shut. {why}</span></li>
      ))}</ul>}
    </>
  );
}

const inWords = (name: string): string => name.replace('urn:limen:acr:', '').replaceAll('-', ' ');

function RunState({ stop }: { readonly stop: ShownStop }) {
  return (
    <section aria-label="State of the run" className="stack tight">
      <dl className="facts">
        <dt>Shown in this run</dt><dd>{stop.shown.length === 0 ? 'nothing yet' : stop.shown.map(inWords).join(', ')}</dd>
        <dt>Assurance</dt>
        <dd>{stop.acr === null ? 'none yet' : inWords(stop.acr)}{stop.isSatisfied ? ', enough' : ', not enough yet'}</dd>
      </dl>
      <details>
        <summary className="small">What conditions are told</summary>
        <dl className="facts small">{stop.facts.map(({ name, value }) => <Fact key={name} name={name} value={value} />)}</dl>
      </details>
    </section>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <><dt><code>{name}</code></dt><dd><code>{value}</code></dd></>
);

function marksOf(stops: readonly ShownStop[], journey: string): Marks {
  const nodes = new Map<string, Mark>();
  const edges = new Map<string, Mark>();
  stops.forEach(({ journey: at, node, left, exits }, index) => {
    if (at !== journey) return;
    nodes.set(node, index === stops.length - 1 ? 'here' : 'walked');
    const to = exits.find(({ exit }) => exit === left)?.to;
    if (to) edges.set(`${node}>${to.journey === journey ? to.node : `journey:${to.journey}`}`, 'walked');
  });
  return { nodes, edges };
}

/** The value once it has stayed the same for a moment: not every letter that is typed is asked about. */
function useSettled<T>(value: T): T {
  const text = useMemo(() => JSON.stringify(value), [value]);
  const [settled, setSettled] = useState({ text, value });
  useEffect(() => {
    if (text === settled.text) return undefined;
    const timer = setTimeout(() => setSettled({ text, value }), 300);
    return () => clearTimeout(timer);
  }, [text, value, settled.text]);
  return settled.value;
}
