import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { actionStages, stageOf } from '../../../contract/actions/index.ts';
import { riskBands } from '../../../contract/policy/checkpoint-matrix.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { Panel } from '../parts/page.tsx';
import { stageWords } from './action-in-words.ts';
import { BandResponses } from './band-responses.tsx';
import type { Drawn } from './drawn.ts';
import { ExplorationFields } from './exploration-fields.tsx';
import type { actionText } from './map-draft.ts';
import { ResponseList } from './response-list.tsx';
import { TypedField } from './typed-field.tsx';
import type { Chosen } from './use-chosen.ts';

interface Props {
  readonly action: Drawn;
  /** Undefined of machines, which have no risk: whoever asks gets the same. */
  readonly band: RiskBand | undefined;
  readonly currency: string;
  readonly isEditable: boolean;
  /** Counts up when somebody opened it from plot or table: the focus goes there. */
  readonly asked: number;
  readonly text: ReturnType<typeof actionText>;
  readonly change: (text: string) => void;
  readonly choose: (to: Chosen) => void;
  readonly close: () => void;
}

/** One action of the draft: what is at stake, who answers for it, why to look twice, and what is done in a band. */
export function ActionInspector({ action, band, currency, isEditable, asked, text, change, choose, close }: Props) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => { if (asked > 0) top.current?.focus(); }, [asked]);
  const { name, checkpoint } = action;
  return (
    <div ref={top} tabIndex={-1} role="group" aria-label={`Action ${name}`} className="inspector">
      <Panel title={checkpoint.about} aside={<><code className="quiet">{name}</code><Button size="xs" variant="default" onClick={close}>Close</Button></>}>
        <div className="stack">
          {isEditable && <Fields action={action} ofMachines={band === undefined} currency={currency} text={text} change={change} />}
          <Reasons checkpoint={checkpoint} />
          {band !== undefined && <ExplorationFields action={action} isEditable={isEditable} text={text} change={change} />}
          <section>
            <h3>What is done then</h3>
            {band === undefined
              ? <div className="stack tight"><ResponseList row={checkpoint.responses} ofMachines isEditable={isEditable} set={(path, value) => change(text.set(['responses', ...path], value))} /></div>
              : <Bands action={action} band={band} isEditable={isEditable} text={text} change={change} choose={choose} />}
          </section>
        </div>
      </Panel>
    </div>
  );
}

function Bands({ action, band, choose, ...rest }: Pick<Props, 'action' | 'isEditable' | 'text' | 'change' | 'choose'> & { readonly band: RiskBand }) {
  return (
    <>
      <div className="chips" role="group" aria-label="Band of risk">{riskBands.map((each) => (
        <button key={each} type="button" className="chip" aria-pressed={each === band} onClick={() => choose({ action: action.name, band: each })}>{each} risk</button>
      ))}</div>
      <BandResponses key={band} action={action} band={band} {...rest} />
    </>
  );
}

function Reasons({ checkpoint: { reasons, looksTwiceFrom } }: Pick<Drawn, 'checkpoint'>) {
  const list = Object.entries(reasons);
  return (
    <section>
      <h3>Looks twice when</h3>
      {list.length === 0 && looksTwiceFrom === undefined ? <p className="quiet">Never: it is always allowed.</p> : (
        <ul className="reasons">
          {looksTwiceFrom !== undefined && <li><span className="strong">the risk is {looksTwiceFrom} or more</span></li>}
          {list.map(([reason, condition]) => <li key={reason}><span className="strong">{reason.replaceAll('-', ' ')}</span><code>{condition}</code></li>)}
        </ul>
      )}
    </section>
  );
}

function Fields({ action: { name, checkpoint, owners, stakes }, ofMachines, currency, text: { set }, change }: Pick<Props, 'action' | 'currency' | 'text' | 'change'> & { readonly ofMachines: boolean }) {
  const { valueAtRisk, frictionTolerance, stage, looksTwiceFrom } = checkpoint;
  const choice = (label: string, path: string, value: string, data: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect label={label} value={value} data={[...data]} onChange={({ currentTarget }) => change(set([path], currentTarget.value === '' ? undefined : currentTarget.value))} />
  );
  const plain = (words: readonly string[]) => words.map((value) => ({ value, label: value }));
  const amount = (label: string, field: 'loss' | 'friction') => (
    <TypedField label={`${label} (${currency})`} value={checkpoint.stakes?.[field]?.toString() ?? ''} inputMode="decimal"
      description={stakes[field].from === 'assumed' ? `Assumed: ${stakes[field].amount}` : undefined}
      take={(typed) => change(set(['stakes', field], typed === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : typed))} />
  );
  const owner = (discipline: 'experience' | 'security') => (
    <TypedField label={`Owner, ${discipline}`} value={checkpoint.owners?.[discipline] ?? ''}
      description={checkpoint.owners?.[discipline] ? undefined : `Of the charter: ${owners[discipline] ?? 'nobody yet'}`}
      take={(typed) => change(set(['owners', discipline], typed === '' ? undefined : typed))} />
  );
  return (
    <div className="inspector-fields">
      {choice('Value at risk', 'valueAtRisk', valueAtRisk, plain(['low', 'elevated', 'high', 'critical']))}
      {choice('Friction tolerance', 'frictionTolerance', frictionTolerance, plain(['low', 'medium', 'high']))}
      {amount('Loss if it is somebody else', 'loss')}
      {!ofMachines && amount('Cost of one code asked', 'friction')}
      {owner('experience')}
      {owner('security')}
      {!ofMachines && choice('Stage', 'stage', stage ?? '', [{ value: '', label: `By its name: ${stageWords[stageOf(name, {})]}` }, ...actionStages.map((value) => ({ value, label: stageWords[value] }))])}
      {choice('What it comes to', 'mode', checkpoint.mode === 'report-only' ? 'report-only' : '', [{ value: '', label: 'is answered' }, { value: 'report-only', label: 'is only reported; all go through' }])}
      {!ofMachines && choice('The risk alone is a reason', 'looksTwiceFrom', looksTwiceFrom ?? '', [{ value: '', label: 'never' }, ...['medium', 'high', 'critical'].map((value) => ({ value, label: `from ${value} on` }))])}
    </div>
  );
}
