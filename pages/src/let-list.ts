import { html, type Markup } from './html.ts';
import { icons } from './mark.ts';
import { namePermission } from './name-permission.ts';
import type { ScreenContext } from './screen-context.ts';

/** What an application would get, in words. */
export function letList({ say }: ScreenContext, kind: 'scope' | 'claim', items: readonly string[]): Markup {
  return html`<ul class="points">${
    items.map((item) => html`<li>${icons.done}<span>${namePermission(say, kind, item)}</span></li>`)}</ul>`;
}
