import { useEffect, useSyncExternalStore } from 'react';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says that something was done; with `undo` where it can be taken back. */
export function say(text: string, undo?: () => void): void {
  count += 1;
  change([...shown.slice(-2), { id: count, text, ...(undo ? { undo } : {}) }]);
}

const dismiss = (id: number): void => change(shown.filter((each) => each.id !== id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => <OneToast key={toast.id} toast={toast} />)}
    </div>
  );
}

function OneToast({ toast: { id, text, undo } }: { readonly toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), undo ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  }, [id, undo]);
  return (
    <div className="toast">
      <span>{text}</span>
      {undo && <button type="button" onClick={() => { undo(); dismiss(id); }}>Undo</button>}
      <button type="button" onClick={() => dismiss(id)} aria-label="Dismiss">Close</button>
    </div>
  );
}
