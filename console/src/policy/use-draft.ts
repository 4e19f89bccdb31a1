import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type { PolicyFile } from '../../../contract/policy/index.ts';

/** Texts of changed and new files by path; null for one that goes. */
export type Edits = Readonly<Record<string, string | null>>;
interface History { readonly past: readonly Edits[]; readonly now: Edits; readonly future: readonly Edits[]; readonly typingIn?: string | undefined }
interface Edit { readonly kind: 'edit'; readonly path: string; readonly text: string | null; readonly typed: boolean | string }
type Act = Edit | { readonly kind: 'undo' } | { readonly kind: 'redo' } | { readonly kind: 'discard' };

const mostSteps = 200;
const keyOf = (population: string): string => `limen.journey-draft.${population}`;

export interface KeptDraft { readonly version: number; readonly edits: Edits }

/** What this browser keeps of a draft, of whatever version it was begun from. */
export function keptDraft(population: string): KeptDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(population)) ?? 'null') as KeptDraft | null;
    return kept && typeof kept.version === 'number' && Object.values(kept.edits).every((text) => typeof text === 'string' || text === null) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** A browser that has no room or keeps nothing drafts all the same. */
function keep(population: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(population), JSON.stringify(draft));
  } catch {
    dropDraft(population);
  }
}

export const dropDraft = (population: string): void => localStorage.removeItem(keyOf(population));

/** One draft of a policy's files, with its history, kept in this browser until it is published or discarded. */
export function useDraft(population: string, version: number, files: readonly PolicyFile[]) {
  const [{ past, now, future }, act] = useReducer(next, undefined, (): History => {
    const kept = keptDraft(population);
    return { past: [], now: kept?.version === version ? kept.edits : {}, future: [] };
  });
  const { draft, changed } = useMemo(() => withEdits(files, now), [files, now]);
  const isChanged = changed.length > 0;
  useEffect(() => {
    if (isChanged) keep(population, { version, edits: now });
    else if (keptDraft(population)?.version === version) dropDraft(population);
  }, [population, version, now, isChanged]);
  return {
    draft, changed, canUndo: past.length > 0, canRedo: future.length > 0,
    edit: useCallback((path: string, text: string | null, typed: boolean | string = false) => act({ kind: 'edit', path, text, typed }), []),
    undo: useCallback(() => act({ kind: 'undo' }), []),
    redo: useCallback(() => act({ kind: 'redo' }), []),
    discard: useCallback(() => act({ kind: 'discard' }), []),
  };
}

/** Files as they are with edits, and the paths of those that differ. */
export function withEdits(files: readonly PolicyFile[], edits: Edits): { readonly draft: PolicyFile[]; readonly changed: readonly string[] } {
  const before = new Map(files.map(({ path, text }) => [path, text]));
  const texts = new Map<string, string | null>([...before, ...Object.entries(edits)]);
  return {
    draft: [...texts].flatMap(([path, text]) => (text === null ? [] : [{ path, text }])),
    changed: [...texts].filter(([path, text]) => (before.get(path) ?? null) !== text).map(([path]) => path),
  };
}

/** What is typed within a line, or in a field by that name, is one step back. */
function next(history: History, act: Act): History {
  const { past, now, future, typingIn } = history;
  if (act.kind === 'undo') return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
  if (act.kind === 'redo') return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1) };
  if (act.kind === 'discard') return { past: [...past, now].slice(-mostSteps), now: {}, future: [] };
  const typing = act.typed === false ? undefined : `${act.path} ${typeof act.typed === 'string' ? act.typed : act.text?.split('\n').length ?? 0}`;
  const goesOn = typing !== undefined && typing === typingIn;
  return { past: goesOn ? past : [...past, now].slice(-mostSteps), now: { ...now, [act.path]: act.text }, future: [], typingIn: typing };
}
