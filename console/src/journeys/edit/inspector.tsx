import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownStep } from '../../../../contract/admin/index.ts';
import type { Journey } from '../../../../contract/policy/index.ts';
import { Panel } from '../../parts/page.tsx';
import { stepInWords } from '../step-in-words.ts';
import { removeNode, setSettings, settingsOf, wireExit } from './draft.ts';

interface Props {
  readonly name: string;
  readonly text: string;
  readonly journey: Journey;
  readonly steps: readonly ShownStep[];
  /** The other journeys of the population, where a way may go on. */
  readonly journeys: readonly string[];
  readonly change: (text: string) => void;
  readonly leave: () => void;
}

/** One step of the draft: where each of its exits leads, and its settings. */
export function Inspector({ name, text, journey, steps, journeys, change, leave }: Props) {
  const node = journey.nodes[name];
  if (!node) return null;
  const known = steps.find((each) => each.name === node.step);
  const exits = [...new Set([...(known?.exits ?? []), ...Object.keys(node.exits)])];
  const remove = (): void => { change(removeNode(text, name)); leave(); };
  return (
    <Panel title={`${stepInWords(node.step).word} (${name})`}>
      <div className="stack tight">
        {exits.length === 0 ? <p className="quiet">The journey ends here.</p> : exits.map((exit) => (
          <label key={exit} className="exit-row">
            <span><code>{exit}</code>{known && !known.exits.includes(exit) ? <span className="small minus"> is no exit of this step</span> : known?.optional.includes(exit) ? <span className="small faint"> may be left open</span> : null}</span>
            <select value={node.exits[exit] ?? ''} onChange={(event) => change(wireExit(text, name, exit, event.currentTarget.value))}>
              <option value="">{known?.optional.includes(exit) ? 'not offered' : 'leads nowhere yet'}</option>
              {Object.keys(journey.nodes).map((each) => <option key={each} value={each}>{each}</option>)}
              {journeys.map((each) => <option key={each} value={`journey:${each}`}>journey {each}</option>)}
            </select>
          </label>
        ))}
        <Settings key={`${name} ${settingsOf(text, name)}`} name={name} text={text} schema={known?.settings} change={change} />
        <div className="buttons">
          <Button size="xs" variant="default" disabled={name === journey.start} onClick={remove}>Remove this step</Button>
          {name === journey.start && <span className="small quiet">The journey begins here.</span>}
        </div>
      </div>
    </Panel>
  );
}

/** Settings as YAML, with the names that the step knows. */
function Settings({ name, text, schema, change }: { readonly name: string; readonly text: string; readonly schema: ShownStep['settings'] | undefined; readonly change: (text: string) => void }) {
  const [draft, setDraft] = useState(() => settingsOf(text, name));
  const [problem, setProblem] = useState<string>();
  const known = Object.keys((schema?.['properties'] ?? {}) as object);
  const put = (): void => {
    const done = setSettings(text, name, draft);
    if ('problem' in done) setProblem(done.problem);
    else change(done.text);
  };
  if (known.length === 0 && draft === '') return <p className="small quiet">It has no settings.</p>;
  return (
    <div className="stack tight">
      <label className="stack tight"><span>Settings</span>
        <textarea className="editor" rows={Math.max(2, draft.split('\n').length + 1)} value={draft} spellCheck={false} aria-invalid={problem !== undefined} aria-describedby="settings-known" onChange={(event) => { setDraft(event.currentTarget.value); setProblem(undefined); }} />
      </label>
      <p className="small quiet" id="settings-known">{problem ? <span className="minus">{problem}. </span> : null}Known here: {known.map((each, index) => <span key={each}>{index > 0 && ', '}<code>{each}</code></span>)}</p>
      <div><Button size="xs" variant="default" disabled={draft === settingsOf(text, name)} onClick={put}>Set</Button></div>
    </div>
  );
}
