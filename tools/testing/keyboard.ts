import type { Page } from 'playwright-core';

interface Stop {
  /** What has the focus; empty when Tab has left the page, or come round. */
  readonly at: string;
  readonly faults: readonly string[];
}

/** More presses than any page of ours has controls: a page beyond this is a trap or a plain too long one. */
const bound = 400;

/**
 * Goes through a page by Tab alone, as somebody does who has no pointer, and tells what stands in the way: a control
 * that Tab never reaches, a focus that cannot be seen (WCAG 2.2, 2.4.7), one that something else covers (2.4.11),
 * and whatever looks as if it could be pressed but only by a pointer (2.1.1).
 *
 * While a dialog is open only what is in it counts. In lists that arrows move through (tabs, options, radio buttons,
 * rows) one reached member stands for the others.
 */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  // A field that has the focus from the beginning takes it with the first painting.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.evaluate(begin);
  const faults: string[] = [];
  for (let press = 0; press < bound; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop>('limenWalk.arrive()');
    faults.push(...stop.faults);
    if (stop.at === '') return [...faults, ...await page.evaluate<string[]>('limenWalk.missed()')];
  }
  return [...faults, `Tab was pressed ${bound} times and the page had no end`];
}

/** Runs in the page, which lets no script in: evaluated as text. */
const begin = `globalThis.limenWalk = (() => {
  const reached = [];
  let last, before, looked;
  const tell = (e) => (e.getAttribute('aria-label') || e.id || e.textContent.trim().slice(0, 40) || e.outerHTML.slice(0, 120)) + ' <' + e.tagName.toLowerCase() + '>';
  // What may show the focus of a control: itself, its frame, or the drawing that stands for a hidden box.
  const look = (e) => [e, e.parentElement, e.nextElementSibling, e.closest('label'), e.firstElementChild, e.closest('tr')].map((each) => {
    if (!each) return '';
    const s = getComputedStyle(each);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine, s.clip].join();
  }).join(';');
  const coverOf = (e) => {
    const r = e.getBoundingClientRect();
    // The middle of what the window shows of it: hidden in part is allowed.
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end - 1)) / 2;
    const x = middle(r.left, r.right, innerWidth), y = middle(r.top, r.bottom, innerHeight);
    if (r.bottom <= 0 || r.top >= innerHeight) return 'the end of the window';
    const top = document.elementFromPoint(x, y);
    const isFree = top === null || e.contains(top) || top.contains(e) || top.closest('label')?.contains(e) || e.labels?.[0]?.contains(top) || getComputedStyle(e).opacity === '0';
    return isFree ? '' : tell(top);
  };
  const scope = () => [...document.querySelectorAll('[role=dialog][aria-modal=true]')].filter((e) => e.checkVisibility()).at(-1) ?? document.body;
  const can = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]';
  const isOpen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !e.closest('[inert], [aria-hidden=true]');
  const group = (e) => e.type === 'radio' ? 'radio ' + e.name : ['tab', 'option', 'row', 'menuitem', 'gridcell', 'treeitem'].includes(e.getAttribute('role') ?? '') || e.closest('tr')?.parentElement?.tagName === 'TBODY' && e.tabIndex < 0 ? e.closest('[role=tablist], [role=listbox], [role=grid], [role=menu], [role=tree], tbody') : undefined;
  if (scope() === document.body) {
    // From the top: the place where Tab goes on outlives a blur, but not another focus.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  }
  return {
    async arrive() {
      const faults = [];
      const e = document.activeElement;
      if (before && before.isConnected && before !== e && look(before) === looked) faults.push('the focus cannot be seen: ' + tell(before));
      before = undefined;
      // The parts of a date are in one field.
      if (e && e === last && ['date', 'time', 'datetime-local'].includes(e.type)) return { at: tell(e), faults };
      last = e;
      if (!e || e === document.body || e === document.documentElement || reached.includes(e)) return { at: '', faults };
      reached.push(e);
      // What is brought into view by a script is there a frame later.
      if (coverOf(e) !== '') await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const above = coverOf(e);
      if (above !== '') faults.push('the focus is covered: ' + tell(e) + ' by ' + above);
      // In a frame it is the frame's page that shows it.
      before = e.tagName === 'IFRAME' ? undefined : e;
      looked = look(e);
      return { at: tell(e), faults };
    },
    missed() {
      const groups = new Set(reached.map(group).filter(Boolean));
      const all = [...scope().querySelectorAll(can)].filter(isOpen);
      const unreached = all.filter((e) => e.tabIndex >= 0 ? !reached.includes(e) && !groups.has(group(e)) : group(e) !== undefined && !groups.has(group(e)));
      const pointerOnly = [...scope().querySelectorAll('*')].filter((e) => isOpen(e) && getComputedStyle(e).cursor === 'pointer'
        && !e.closest(can) && !e.closest('label') && !e.querySelector(can) && !e.closest('tr')?.querySelector(can) && e.parentElement && getComputedStyle(e.parentElement).cursor !== 'pointer');
      return [...unreached.map((e) => 'Tab never reaches: ' + tell(e)), ...pointerOnly.map((e) => 'only a pointer can press: ' + tell(e))];
    },
  };
})()`;
