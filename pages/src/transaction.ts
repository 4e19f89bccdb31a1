import type { ScreenFrame } from '../../contract/screens/index.ts';
import { html, type Markup } from './html.ts';
import { localeOf } from './locale.ts';
import { moneyIn, type Say } from './say.ts';

/** What the person is about to confirm: how much, to whom, for what; nothing where nothing is. */
export function shownTransaction({ transaction, locale, application, screen }: ScreenFrame, say: Say): Markup | undefined {
  // A run that was refused confirms nothing any more.
  if (!transaction || screen.step === 'refuse') return undefined;
  const { about, amount, currency, payee } = transaction;
  return html`<section class="transaction" aria-labelledby="transaction"><p id="transaction">${say('transaction.title')}</p>
<dl>${amount !== undefined && currency !== undefined
    && html`<div><dt>${say('transaction.amount')}</dt><dd><strong><bdi>${moneyIn(localeOf(locale), amount, currency)}</bdi></strong></dd></div>`}
${payee !== undefined && html`<div><dt>${say('transaction.payee')}</dt><dd><bdi>${payee}</bdi></dd></div>`}
<div><dt>${say('transaction.about')}</dt><dd><bdi>${about}</bdi></dd></div>
${application !== null && html`<div><dt>${say('transaction.application')}</dt><dd><bdi>${application}</bdi></dd></div>`}</dl></section>`;
}
