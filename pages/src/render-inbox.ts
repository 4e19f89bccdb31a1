import { assetPath } from './assets.ts';
import { html, sandboxedDocument, type Child, type Markup } from './html.ts';
import { renderDocument } from './layout.ts';
import { localeOf } from './locale.ts';
import { icons, mark } from './mark.ts';
import { momentIn, sayIn } from './say.ts';

export interface InboxEntry {
  readonly url: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Date;
  readonly population: string;
  readonly kind: 'customer' | 'workforce' | 'workload';
}

export interface InboxFrame {
  readonly locale: string;
  readonly messages: readonly InboxEntry[];
}

/** The development inbox: what this server sent, newest first as given. */
export function renderInbox({ locale: tag, messages }: InboxFrame): string {
  const locale = localeOf(tag);
  const say = sayIn(locale);
  const rows = messages.map(({ url, to, subject, at, population, kind }) => html`<li data-hue="${kind}">
<span class="dot"></span>
<a class="what" href="${url}"><strong>${subject}</strong><span><bdi>${to}</bdi> · ${population}</span></a>
<time datetime="${at.toISOString()}">${momentIn(locale, at)}</time></li>`);
  const list = rows.length > 0
    ? html`<ul class="rows">${rows}</ul>` : html`<p class="empty">${say('inbox.empty')}</p>`;
  return renderDesk(locale, say('inbox.title'), html`<h1>${say('inbox.title')}</h1>
<p class="lead">${say('inbox.lead')}</p><div class="doors">${list}</div>`);
}

export interface InboxMessageFrame {
  readonly locale: string;
  readonly message: Omit<InboxEntry, 'url'> & { readonly from: string; readonly text: string; readonly html: string };
  readonly inboxUrl: string;
}

/** One caught mail, both its parts, or a text, which has no HTML. The HTML part is shown in a frame that may run and load nothing. */
export function renderInboxMessage({ locale: tag, message, inboxUrl }: InboxMessageFrame): string {
  const locale = localeOf(tag);
  const say = sayIn(locale);
  const { to, from, at, subject } = message;
  return renderDesk(locale, subject, html`<p>
<a class="back" href="${inboxUrl}">${icons.backward}${say('inbox.all')}</a></p>
<h1 dir="auto">${subject}</h1>
<dl class="letter"><dt>${say('inbox.to')}</dt><dd><bdi>${to}</bdi></dd>
<dt>${say('inbox.from')}</dt><dd><bdi>${from}</bdi></dd>
<dt>${say('inbox.sent')}</dt><dd><time datetime="${at.toISOString()}">${momentIn(locale, at)}</time></dd></dl>
<div class="versions">${message.html !== '' && html`<section><h2>${say('inbox.html')}</h2>
${sandboxedDocument(message.html, say('inbox.html'))}</section>
`}<section><h2>${say('inbox.text')}</h2><pre class="plain" dir="auto">${message.text}</pre></section></div>`);
}

function renderDesk(locale: ReturnType<typeof localeOf>, title: string, main: Child): string {
  const header: Markup = html`<header class="brand">${mark}<span>Limen</span></header>`;
  return renderDocument({
    locale, title: `${title} · Limen`, styles: [assetPath('desk.css')],
    body: html`<div class="desk">${header}<main>${main}</main></div>`,
  });
}
