import { html, type Markup } from './html.ts';
import type { ScreenContext } from './screen-context.ts';

/** A short number to be read off one screen and typed at another. */
export function figure(label: string, text: string): Markup {
  return html`<div class="figure"><p class="label">${label}</p><p class="digits" dir="ltr">${text}</p></div>`;
}

/** Says that the page goes on by itself, once a script can see to it; the form's button does the same without one. */
export function waiting({ say, frame }: ScreenContext): Markup {
  return html`${frame.waitUrl !== undefined
    && html`<p class="aside" data-waits="${frame.waitUrl}" hidden>${say('waits.itself')}</p>`}`;
}
