import { useReducer } from 'react';

interface History {
  readonly past: readonly string[];
  readonly now: string;
  readonly future: readonly string[];
  /** When the text was typed into last: keys that follow each other quickly are undone together. */
  readonly typedAt: number;
}
type Act = { readonly act: 'set'; readonly text: string; readonly typed?: boolean } | { readonly act: 'undo' } | { readonly act: 'redo' };

const most = 200;
const together = 1_000;

function next(history: History, act: Act): History {
  const { past, now, future, typedAt } = history;
  switch (act.act) {
    case 'set': {
      if (act.text === now) return history;
      const at = act.typed ? performance.now() : 0;
      const goesOn = act.typed && at - typedAt < together;
      return { past: goesOn ? past : [...past, now].slice(-most), now: act.text, future: [], typedAt: at };
    }
    case 'undo': return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future], typedAt: 0 };
    case 'redo': return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1), typedAt: 0 };
  }
}

/** A text with its past: 200 changes can be taken back, and made again. */
export function useHistory(start: string) {
  const [history, act] = useReducer(next, { past: [], now: start, future: [], typedAt: 0 });
  return {
    text: history.now, canUndo: history.past.length > 0, canRedo: history.future.length > 0,
    set: (text: string) => act({ act: 'set', text }), type: (text: string) => act({ act: 'set', text, typed: true }),
    undo: () => act({ act: 'undo' }), redo: () => act({ act: 'redo' }),
  };
}
