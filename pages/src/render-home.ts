import { assetPath } from './assets.ts';
import { html, type Markup } from './html.ts';
import { renderDocument } from './layout.ts';
import { localeOf } from './locale.ts';
import { icons, mark } from './mark.ts';
import { sayIn, type Say } from './say.ts';

type Kind = 'customer' | 'workforce' | 'workload';

export interface HomeFrame {
  readonly locale: string;
  readonly doors: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly issuer: string;
    readonly discoveryUrl: string;
  }[];
  readonly applications: readonly {
    readonly kind: Kind;
    readonly name: string;
    /** Absent for one that has no page: a job. */
    readonly url?: string;
    readonly about?: string;
  }[];
  /** Absent where mail really goes out. */
  readonly inboxUrl?: string;
}

/** The start page of a server on loopback: its doors, applications to try, the inbox. */
export function renderHome(frame: HomeFrame): string {
  const locale = localeOf(frame.locale);
  const say = sayIn(locale);
  return renderDocument({
    locale,
    title: 'Limen',
    styles: [assetPath('desk.css')],
    body: html`<div class="desk"><header class="brand">${mark}<span>Limen</span></header>
<main><h1>${say('home.title')}</h1><p class="lead">${say('home.lead')}</p>
<div class="doors">${frame.doors.map((door) => drawDoor(door, say))}</div>
<h2>${say('home.applications')}</h2>${drawApplications(frame, say)}
${frame.inboxUrl !== undefined && html`<h2>${say('home.inbox')}</h2>
<ul class="rows"><li><a class="what" href="${frame.inboxUrl}"><strong>${say('inbox.title')}</strong>
<span>${say('home.inbox-text')}</span></a>${icons.onward}</li></ul>`}
</main></div>`,
  });
}

function drawDoor({ kind, name, issuer, discoveryUrl }: HomeFrame['doors'][number], say: Say): Markup {
  return html`<section class="door" data-hue="${kind}">${mark}<h2>${name}</h2>
<span class="kind">${say(`home.kind.${kind}`)}</span>
<p>${say(`home.${kind}`)}</p>
<dl><dt>${say('home.issuer')}</dt><dd dir="ltr"><code>${issuer}</code></dd></dl>
<a href="${discoveryUrl}">${say('home.discovery')}</a></section>`;
}

function drawApplications({ applications }: HomeFrame, say: Say): Markup {
  if (applications.length === 0) return html`<p class="empty">${asCode(say('home.no-applications'))}</p>`;
  const rows = applications.map(({ kind, name, url, about }) => {
    const told = [say(`home.kind.${kind}`), about].filter(Boolean).join(' · ');
    const words = html`<strong>${name}</strong><span>${told}</span>`;
    const what = url === undefined ? html`<div class="what">${words}</div>`
      : html`<a class="what" href="${url}">${words}</a>${icons.onward}`;
    return html`<li data-hue="${kind}"><span class="dot"></span>${what}</li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}

/** Words between backquotes as code. */
function asCode(words: string): Markup {
  const parts = words.split('`').map((part, index) => (index % 2 === 1 ? html`<code dir="ltr">${part}</code>` : part));
  return html`${parts}`;
}
