import type { KeyboardEvent } from 'react';

/** Up, down, j and k walk through a list's rows; Home and End go to its ends. Put it on what holds the rows. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.getAttribute('type') !== 'checkbox') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')];
  const at = rows.findIndex((row) => row === target || row.closest('tr')?.contains(target));
  const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
  event.preventDefault();
}
