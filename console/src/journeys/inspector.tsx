import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ShownStep } from '../../../contract/admin/index.ts';
import type { Journey } from '../../../contract/policy/index.ts';
import { Panel } from '../parts/page.tsx';
import { nameProblem, removeStep, renameStep, setOption, wire } from './draft-text.ts';
import { stepInWords } from './step-in-words.ts';

interface Props {
  readonly node: string;
  readonly journey: Journey;
  /** Other journeys, which an exit may lead to. */
  readonly others: readonly string[];
  readonly step: ShownStep | undefined;
  readonly text: string;
  readonly edit: (text: string) => void;
  /** Counts up when somebody asked for this step from a list: the focus goes there. */
  readonly asked: number;
  /** Told the name that the step has from now on. */
  readonly renamed: (node: string) => void;
}

/** One step of the draft: its settings, and where each of its exits leads. */
export function Inspector({ node, journey, others, step, text, edit, asked, renamed }: Props) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => { if (asked > 0) top.current?.focus(); }, [asked, node]);
  const { step: kind, with: settings, exits } = journey.nodes[node]!;
  const { word } = stepInWords(kind);
  const targets = ['', ...Object.keys(journey.nodes), ...others.map((each) => `journey:${each}`)];
  const known = step?.exits ?? Object.keys(exits).map((name) => ({ name, optional: true }));
  const stray = Object.keys(exits).filter((name) => !known.some((each) => each.name === name)).map((name) => ({ name, optional: true }));
  return (
    <div ref={top} tabIndex={-1} role="group" aria-label={`Step ${node}`} className="inspector">
      <Panel title={`${word}: ${node}`} aside={<Button size="xs" variant="default" disabled={node === journey.start} onClick={() => edit(removeStep(text, node))}>Remove step</Button>}>
        {step && <p className="quiet about">{step.about}</p>}
        <div className="inspector-fields">
          <Name key={node} node={node} taken={Object.keys(journey.nodes)} rename={(name) => { edit(renameStep(text, node, name)); renamed(name); }} />
          {step?.options.map((option) => <Option key={`${node} ${option.name} ${String(settings[option.name])}`} option={option} value={settings[option.name]} set={(value) => edit(setOption(text, node, option.name, value))} />)}
          {[...known, ...stray].map(({ name, optional }) => {
            const to = exits[name] ?? '';
            return (
              <NativeSelect key={`${node} ${name}`} label={`Exit ${name}`} value={to} description={optional ? 'May lead nowhere' : to === '' ? 'Has to lead somewhere' : undefined}
                onChange={(event) => edit(wire(text, node, name, event.currentTarget.value))}
                data={[...targets, ...(targets.includes(to) ? [] : [to])].map((value) => ({ value, label: value === '' ? 'Nowhere' : targets.includes(value) ? value : `${value} (not there)` }))} />
            );
          })}
          {known.length === 0 && <p className="quiet">The journey ends here.</p>}
        </div>
        {step && <p className="small quiet">Goes on {step.channels.join(', ')}.{node === journey.start ? ' The journey starts here, so it stays.' : ''}</p>}
      </Panel>
    </div>
  );
}

/** Taken when the field is left or by Enter, so that one change is one step back. */
function Name({ node, taken, rename }: { readonly node: string; readonly taken: readonly string[]; readonly rename: (name: string) => void }) {
  const [typed, setTyped] = useState(node);
  const problem = typed === node ? undefined : nameProblem(typed, taken);
  const take = (): void => {
    if (typed !== node && problem === undefined) rename(typed);
  };
  return (
    <TextInput label="Name" value={typed} error={problem} spellCheck={false} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={take}
      onKeyDown={({ key }) => { if (key === 'Enter') take(); else if (key === 'Escape') setTyped(node); }} />
  );
}

type Value = string | number | boolean | undefined;

function Option({ option: { name, form, choices, required }, value, set }: { readonly option: ShownStep['options'][number]; readonly value: unknown; readonly set: (value: Value) => void }) {
  if (form === 'other') return <p className="small quiet"><code>{name}</code> {value === undefined ? 'is not said' : <code>{JSON.stringify(value).slice(0, 120)}</code>}: written in the text.</p>;
  if (form === 'choice' || form === 'switch') {
    const all = form === 'switch' ? ['true', 'false'] : choices;
    const now = value === undefined ? '' : String(value);
    return <NativeSelect label={name} value={now} data={[...(required && now !== '' ? [] : [{ value: '', label: 'Not said' }]), ...all, ...(now === '' || all.includes(now) ? [] : [now])]}
      onChange={({ currentTarget: { value: chosen } }) => set(chosen === '' ? undefined : form === 'switch' ? chosen === 'true' : chosen)} />;
  }
  const before = value === undefined ? '' : String(value);
  // Taken when the field is left, so that one change is one step back.
  return <TextInput label={name} defaultValue={before} spellCheck={false} inputMode={form === 'number' ? 'numeric' : 'text'} onBlur={({ currentTarget: { value: typed } }) => {
    if (typed !== before) set(typed === '' && !required ? undefined : form === 'number' && typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed);
  }} />;
}
