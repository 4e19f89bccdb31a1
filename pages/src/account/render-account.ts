import type { AccountFrame, AccountNews, AccountPage } from '../../../contract/account.ts';
import { assetPath } from '../assets.ts';
import { brandHeader } from '../brand-header.ts';
import { brandStylesheetPath } from '../brand-stylesheet.ts';
import { brandFoot } from '../brand-words.ts';
import { html, type Markup } from '../html.ts';
import { renderDocument } from '../layout.ts';
import { localeOf } from '../locale.ts';
import { icons } from '../mark.ts';
import { noticeBanner } from '../notice.ts';
import { sayIn, type Say } from '../say.ts';
import type { AccountContext, AccountView } from './account-context.ts';
import { drawCheckUp } from './check-up.ts';
import { drawCodes, drawMakeCodes } from './codes.ts';
import { drawContacts } from './contacts.ts';
import { drawHeld } from './held.ts';
import { drawOverview } from './overview.ts';
import { drawReach } from './reach.ts';
import { drawActivity, drawConnections, drawDelete, drawExport } from './record.ts';
import { drawAddress, drawProfile, drawProveAddress } from './profile.ts';
import { drawRemove } from './remove.ts';

/** A page of the signed-in person about their own account. */
export function renderAccount(frame: AccountFrame): string {
  const locale = localeOf(frame.locale);
  const say = sayIn(locale);
  const { branding, population, page, base } = frame;
  const view = draw(page, { say, locale, frame });
  const back = html`<p><a class="back" href="${base}">${icons.backward}${say('account.title')}</a></p>`;
  return renderDocument({
    locale,
    kind: population.kind,
    title: say('page-title', { title: view.title, brand: branding.name }),
    styles: [assetPath('account.css'), brandStylesheetPath(population.slug, branding)],
    script: 'form',
    body: html`<div class="sheet-page">${brandHeader(population.slug, branding)}
<main>${page.page !== 'overview' && back}
<h1>${view.title}</h1>${view.lead !== undefined && html`<p class="lead">${view.lead}</p>`}
${frame.news !== undefined && newsOf(frame.news, say)}${view.body}</main></div>
<footer class="floor">${brandFoot(branding, locale, say)}</footer>`,
  });
}

function draw(page: AccountPage, context: AccountContext): AccountView {
  switch (page.page) {
    case 'overview': return drawOverview(page, context);
    case 'check-up': return drawCheckUp(page, context);
    case 'activity': return drawActivity(page, context);
    case 'connections': return drawConnections(page, context);
    case 'profile': return drawProfile(page, context);
    case 'address': return drawAddress(page, context);
    case 'prove-address': return drawProveAddress(page, context);
    case 'export': return drawExport(context);
    case 'delete': return drawDelete(page, context);
    case 'remove': return drawRemove(page, context);
    case 'make-codes': return drawMakeCodes(page, context);
    case 'contacts': return drawContacts(page, context);
    case 'reach': return drawReach(page, context);
    case 'held': return drawHeld(page, context);
    case 'codes': return drawCodes(page, context);
  }
}

const faults: ReadonlySet<AccountNews> = new Set(['not-confirmed', 'last-way', 'contact-refused', 'place-last']);

function newsOf(news: AccountNews, say: Say): Markup {
  return noticeBanner(say(`account.news.${news}`), faults.has(news) ? 'error' : 'information');
}
