import { html, type Markup } from './html.ts';
import { icons } from './mark.ts';
import type { ScreenContext } from './screen-context.ts';
import { en, type WordKey } from './words/en.ts';

/**
 * What an application would get, in words; names that we have none for are shown as they are: nothing is granted
 * unseen.
 */
export function letList({ say }: ScreenContext, kind: 'scope' | 'claim', items: readonly string[]): Markup {
  const named = (name: string): string => {
    const key = `${kind}.${name}`;
    return key in en ? say(key as WordKey) : say(`${kind}.other`, { [kind]: name });
  };
  return html`<ul class="points">${items.map((item) => html`<li>${icons.done}<span>${named(item)}</span></li>`)}</ul>`;
}
