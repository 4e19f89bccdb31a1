import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { actionStages, advise, stageOf, usualCurrency } from '../../../contract/actions/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';
import { useMay } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { dropDraft, keptDraft, useDraft } from '../journeys/use-draft.ts';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Note } from '../parts/states.tsx';
import { PublishDraft } from '../policy/publish-draft.tsx';
import { ActionFigures } from './action-figures.tsx';
import { ActionInspector } from './action-inspector.tsx';
import { ActionMatrix } from './action-matrix.tsx';
import { AdviceList } from './advice-list.tsx';
import { drawnAction, type Drawn } from './drawn.ts';
import { DeclareAction } from './declare-action.tsx';
import { actionText, declareAction, mapFile, readMap } from './map-draft.ts';
import { saveFile } from './save-file.ts';
import { StakesPlot } from './stakes-plot.tsx';
import { useChosen } from './use-chosen.ts';

interface Props {
  readonly population: string;
  readonly kind: PopulationKind | undefined;
  readonly version: number;
  readonly files: readonly PolicyFile[];
  readonly found: Answer<'action.list'>;
  readonly isOld: boolean;
  /** What stands where there is no action. */
  readonly none: ReactNode;
}

/** The map of a draft: the same one that the editors of policy and journeys change. */
export function JourneyMap({ population, kind, version, files, found, isOld, none }: Props) {
  const { draft, changed, canUndo, canRedo, edit, undo, redo, discard } = useDraft(population, version, files);
  const [faults, setFaults] = useState<readonly PolicyFault[]>([]);
  const mayPlan = useMay(population)('policy.plan');
  const { chosen, choose, asked } = useChosen();
  const navigate = useNavigate();
  const text = draft.find(({ path }) => path === mapFile)?.text ?? '';
  const read = useMemo(() => readMap(draft), [draft]);
  if ('problem' in read) {
    return <Note tone="bad"><p className="strong">The draft of {mapFile} cannot be drawn as a map</p><p>{read.problem}. <Link to="/p/$population/policy/edit" params={{ population }} search={{ file: mapFile }}>Look at it as text</Link>, or discard the draft.</p><div><Button size="xs" variant="default" onClick={discard}>Discard draft</Button></div></Note>;
  }
  const currency = read.currency ?? usualCurrency;
  const inOrder = actionStages.flatMap((stage) => read.actions.filter(([name, checkpoint]) => stageOf(name, checkpoint) === stage));
  const drawn = inOrder.map(([name, checkpoint], index): Drawn => {
    const known = found.actions.find((each) => each.name === name);
    const advice = advise({ checkpoint, floors: found.floors, worths: found.worths, counted: known?.counted ?? [] });
    return drawnAction({ name, checkpoint, number: index + 1, roles: read.roles, went: known?.went, advice });
  });
  const keys = (event: KeyboardEvent): void => {
    // A field of the inspector undoes its own typing until it is left.
    if (!mayPlan || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    if (event.shiftKey) redo(); else undo();
  };
  const change = (next: string): void => { setFaults([]); edit(mapFile, next); };
  const open = drawn.find(({ name }) => name === chosen.action);
  const kept = keptDraft(population);
  return (
    <div className="journey-map stack" onKeyDown={keys}>
      {mayPlan && kept && kept.version !== version && <Note tone="caution"><p>This browser keeps a draft that was begun from version {kept.version}. What you change now replaces it.</p></Note>}
      <div className="tools">
        {kind !== 'workload' && <SimulatedChip />}
        {mayPlan && (drawn.length > 0 || changed.length > 0) && <>
          <Button size="xs" variant="default" disabled={!canUndo} onClick={() => { setFaults([]); undo(); }}>Undo</Button>
          <Button size="xs" variant="default" disabled={!canRedo} onClick={() => { setFaults([]); redo(); }}>Redo</Button>
          <Button size="xs" variant="default" disabled={changed.length === 0} onClick={() => { setFaults([]); discard(); }}>Discard draft</Button>
        </>}
        {mayPlan && kind !== 'workload' && <DeclareAction taken={drawn.map(({ name }) => name)} declare={(name, about) => { change(declareAction(text, name, about)); choose({ action: name }); }} />}
        {text !== '' && <Button className="end" size="xs" variant="default" onClick={() => saveFile(mapFile, text)}>Download {mapFile}</Button>}
        {drawn.length > 0 && <Button size="xs" variant="default" onClick={() => globalThis.print()}>Print</Button>}
      </div>
      {drawn.length === 0 ? none : (
        <>
          <StakesPlot actions={drawn} currency={currency} choose={(name) => choose({ action: name })} />
          <ActionMatrix actions={drawn} currency={currency} faults={faults} chosen={chosen} choose={choose} />
          {open && (
            <ActionInspector key={open.name} action={open} band={chosen.band ?? 'low'} currency={currency} isEditable={mayPlan} asked={asked}
              text={actionText(text, open.name)} change={change} choose={choose} close={() => void navigate({ to: '.', search: (now: object) => ({ ...now, action: undefined, band: undefined }), resetScroll: false })} />
          )}
          <div className="stack" aria-busy={isOld}>
            <ActionFigures population={population} actions={drawn} currency={currency} found={found} />
            <AdviceList actions={drawn} currency={currency} worths={found.worths} floors={found.floors} />
          </div>
        </>
      )}
      {mayPlan && (drawn.length > 0 || changed.length > 0) && (
        <PublishDraft population={population} version={version} files={files} draft={draft} changed={changed} published={() => dropDraft(population)} planned={setFaults} />
      )}
    </div>
  );
}
