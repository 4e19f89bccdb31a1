import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { actionStages, advise, stageOf, usualCurrency } from '../../../contract/actions/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { tokenAction } from '../../../contract/policy/token-facts.ts';
import { useMay } from '../api/me.ts';
import type { Answer } from '../api/operations.ts';
import { SimulatedChip } from '../parts/simulated-chip.tsx';
import { Note } from '../parts/states.tsx';
import { DraftActs, KeptDraftNote, undoKeys } from '../policy/draft-acts.tsx';
import { faultsNow, PublishDraft, type Planned } from '../policy/publish-draft.tsx';
import { useDraft } from '../policy/use-draft.ts';
import { ActionFigures } from './action-figures.tsx';
import { ActionInspector } from './action-inspector.tsx';
import { ActionMatrix } from './action-matrix.tsx';
import { AdviceList } from './advice-list.tsx';
import { drawnAction, type Drawn } from './drawn.ts';
import { DeclareAction } from './declare-action.tsx';
import { MachineFigures } from './machine-figures.tsx';
import { MachineMatrix } from './machine-matrix.tsx';
import { actionText, declareAction, declareTokenAction, mapFile, readMap } from './map-draft.ts';
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
  const history = useDraft(population, version, files);
  const { draft, changed, edit, discard } = history;
  const [planned, setPlanned] = useState<Planned>();
  const mayPlan = useMay(population)('policy.plan');
  const { chosen, choose, asked } = useChosen();
  const navigate = useNavigate();
  const text = draft.find(({ path }) => path === mapFile)?.text ?? '';
  const read = useMemo(() => readMap(draft), [draft]);
  if ('problem' in read) {
    return <Note tone="bad"><p className="strong">The draft of {mapFile} cannot be drawn as a map</p><p>{read.problem}. <Link to="/p/$population/policy/edit" params={{ population }} search={{ file: mapFile }}>Look at it as text</Link>, or discard the draft.</p><div><Button size="xs" variant="default" onClick={discard}>Discard draft</Button></div></Note>;
  }
  const isMachines = kind === 'workload';
  const currency = read.currency ?? usualCurrency;
  const inOrder = actionStages.flatMap((stage) => read.actions.filter(([name, checkpoint]) => stageOf(name, checkpoint) === stage));
  const drawn = inOrder.map(([name, checkpoint], index): Drawn => {
    const known = found.actions.find((each) => each.name === name);
    const advice = isMachines ? null : advise({ checkpoint, floors: found.floors, worths: found.worths, counted: known?.counted ?? [] });
    return drawnAction({ name, checkpoint, number: index + 1, roles: read.roles, went: known?.went, advice });
  });
  const change = (next: string): void => edit(mapFile, next);
  const faults = faultsNow(planned, mapFile, text);
  const open = drawn.find(({ name }) => name === chosen.action);
  return (
    <div className="journey-map stack" onKeyDown={mayPlan ? undoKeys(history, HTMLInputElement) : undefined}>
      {mayPlan && <KeptDraftNote population={population} version={version} />}
      <div className="tools">
        {!isMachines && <SimulatedChip />}
        {mayPlan && (drawn.length > 0 || changed.length > 0) && <DraftActs draft={history} />}
        {mayPlan && !isMachines && <DeclareAction taken={drawn.map(({ name }) => name)} declare={(name, about) => { change(declareAction(text, name, about)); choose({ action: name }); }} />}
        {mayPlan && isMachines && drawn.length === 0 && <Button size="xs" variant="default" onClick={() => { change(declareTokenAction(text)); choose({ action: tokenAction }); }}>Declare {tokenAction}</Button>}
        {text !== '' && <Button className="end" size="xs" variant="default" onClick={() => saveFile(mapFile, text)}>Download {mapFile}</Button>}
        {(drawn.length > 0 || isMachines) && <Button size="xs" variant="default" onClick={() => globalThis.print()}>Print</Button>}
      </div>
      {drawn.length === 0 && !isMachines ? none : (
        <>
          {drawn.length > 0 && <StakesPlot ofMachines={isMachines} actions={drawn} currency={currency} choose={(name) => choose({ action: name })} />}
          {isMachines ? <MachineMatrix population={population} actions={drawn} currency={currency} accessToken={read.accessToken} faults={faults} chosen={chosen} choose={choose} />
            : <ActionMatrix actions={drawn} currency={currency} faults={faults} chosen={chosen} choose={choose} />}
          {open && (
            <ActionInspector key={open.name} action={open} band={isMachines ? undefined : chosen.band ?? 'low'} currency={currency} isEditable={mayPlan} asked={asked}
              text={actionText(text, open.name)} change={change} choose={choose} close={() => void navigate({ to: '.', search: (now: object) => ({ ...now, action: undefined, band: undefined }), resetScroll: false })} />
          )}
          <div className="stack" aria-busy={isOld}>
            {isMachines ? drawn.length > 0 && <MachineFigures population={population} actions={drawn} found={found} /> : (
              <>
                <ActionFigures population={population} actions={drawn} currency={currency} found={found} />
                <AdviceList actions={drawn} currency={currency} worths={found.worths} floors={found.floors} />
              </>
            )}
          </div>
        </>
      )}
      {mayPlan && (drawn.length > 0 || changed.length > 0) && (
        <PublishDraft population={population} version={version} files={files} draft={draft} changed={changed} planned={setPlanned} />
      )}
    </div>
  );
}
