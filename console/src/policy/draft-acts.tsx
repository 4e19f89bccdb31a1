import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { Note } from '../parts/states.tsx';
import { dropDraft, keptDraft, type useDraft } from './use-draft.ts';

type Draft = Pick<ReturnType<typeof useDraft>, 'canUndo' | 'canRedo' | 'changed' | 'undo' | 'redo' | 'discard'>;

/** Back, forth, and all of it away: the same for whatever changes a draft. */
export function DraftActs({ draft: { canUndo, canRedo, changed, undo, redo, discard } }: { readonly draft: Draft }) {
  return (
    <>
      <Button size="xs" variant="default" disabled={!canUndo} onClick={undo}>Undo</Button>
      <Button size="xs" variant="default" disabled={!canRedo} onClick={redo}>Redo</Button>
      <Button size="xs" variant="default" disabled={changed.length === 0} onClick={discard}>Discard draft</Button>
    </>
  );
}

/** Ctrl-Z and Ctrl-Shift-Z of a draft; `except` names fields that undo their own typing until they are left. */
export const undoKeys = ({ undo, redo }: Pick<Draft, 'undo' | 'redo'>, except?: typeof HTMLInputElement) => (event: KeyboardEvent): void => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || (except && event.target instanceof except)) return;
  event.preventDefault();
  if (event.shiftKey) redo(); else undo();
};

/** Says that this browser keeps a draft of a version that is in force no more, before a new one takes its place. */
export function KeptDraftNote({ population, version }: { readonly population: string; readonly version: number }) {
  const [isGone, setGone] = useState(false);
  const kept = keptDraft(population);
  if (isGone || !kept || kept.version === version) return null;
  const text = Object.values(kept.edits).filter((each) => each !== null).join('\n');
  return (
    <Note tone="caution">
      <p>This browser keeps a draft of version {kept.version}; version {version} is in force now. Carry over what you need: changing anything here takes its place.</p>
      <div className="buttons">
        <Button size="xs" variant="default" onClick={() => void navigator.clipboard.writeText(text)}>Copy that draft</Button>
        <Button size="xs" variant="default" onClick={() => { dropDraft(population); setGone(true); }}>Discard that draft</Button>
      </div>
    </Note>
  );
}
