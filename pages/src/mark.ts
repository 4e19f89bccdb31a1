import { raw, type Markup } from './html.ts';

/** The mark: three nested thresholds, drawn for 16 pixels and up. */
const drawing = '<path d="M2.25 15V2h11.5v13M5.25 15V5.5h5.5V15"/><path d="M8 15V9"/>';

/** The mark inside a page, in the colour of the text around it. Says nothing to a screen reader: a name stands by. */
export const mark: Markup = raw(
  '<svg class="mark" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">'
  + `${drawing}</svg>`);

/** The mark as an icon of its own, for light and dark surroundings. */
export const markIcon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke-width="1.5">'
  + `<style>g{stroke:#8a4a22}@media(prefers-color-scheme:dark){g{stroke:#e8a273}}</style><g>${drawing}</g></svg>`;

const lines = (paths: string): Markup => raw(
  '<svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" '
  + `stroke-linejoin="round" aria-hidden="true">${paths}</svg>`);

export const icons = {
  passkey: lines('<circle cx="7.5" cy="6" r="3"/><path d="M2 16.5c0-3.2 2.3-5 5.5-5 .9 0 1.7.15 2.4.4"/>'
    + '<circle cx="14.5" cy="10.5" r="2.3"/><path d="M14.5 12.8v5l1.8-1.6M14.5 15.2h1.6"/>'),
  person: lines('<circle cx="10" cy="6.5" r="3.25"/><path d="M3.5 17c.5-3.2 3-5 6.5-5s6 1.8 6.5 5"/>'),
  onward: lines('<path d="M7.5 4.5 13 10l-5.5 5.5"/>'),
  backward: lines('<path d="M12.5 4.5 7 10l5.5 5.5"/>'),
  fault: lines('<circle cx="10" cy="10" r="7.5"/><path d="M10 6v4.8M10 13.8v.01"/>'),
  told: lines('<circle cx="10" cy="10" r="7.5"/><path d="M10 9.2V14M10 6.2v.01"/>'),
  done: lines('<path d="m4 10.5 4 4 8-9"/>'),
} as const;
