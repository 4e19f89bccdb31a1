import { attributes, html, type Markup } from './html.ts';
import type { Say } from './say.ts';

/** Recovery codes to keep: to read, and with a script to copy or print. Printed, the page is these and the brand. */
export function codeSheet(say: Say, brand: string, codes: readonly string[]): Markup {
  const tool = (does: 'copy' | 'print') => html`<button class="secondary"${attributes({
    type: 'button', 'data-does': does, hidden: true,
    'data-copies': does === 'copy' ? codes.join('\n') : undefined,
    'data-done': does === 'copy' ? say('codes.copied') : undefined,
  })}>${say(`codes.${does}`)}</button>`;
  return html`<div class="codes"><p class="printed">${say('codes.printed', { brand })}</p>
<ol dir="ltr" aria-label="${say('codes.list')}">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<div class="tools">${tool('copy')}${tool('print')}</div><p class="copied" role="status"></p></div>
`;
}
