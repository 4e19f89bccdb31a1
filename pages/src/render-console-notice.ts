import { plainHeader } from './brand-header.ts';
import { html } from './html.ts';
import { doorway, renderDocument } from './layout.ts';
import { localeOf } from './locale.ts';
import { sayIn } from './say.ts';

/** Pages about the console that the server draws itself: it has been left, or was never built. */
export interface ConsoleNoticeFrame {
  readonly locale: string;
  readonly notice: 'signed-out' | 'not-built';
  /** Where the console begins. */
  readonly consoleUrl: string;
}

export function renderConsoleNotice({ locale: wanted, notice, consoleUrl }: ConsoleNoticeFrame): string {
  const locale = localeOf(wanted);
  const say = sayIn(locale);
  const title = say(`console.${notice}.title`);
  return renderDocument({
    locale, title: say('page-title', { title, brand: 'Limen' }),
    body: doorway({
      header: plainHeader('Limen'),
      main: html`<h1>${title}</h1><p class="lead">${say(`console.${notice}.lead`)}</p>${
        notice === 'not-built' && html`<p><code dir="ltr">node tools/build-console.mjs</code></p>`}
<p><a href="${consoleUrl}">${say(`console.${notice}.again`)}</a></p>`,
    }),
  });
}
