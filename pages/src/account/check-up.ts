import type { AccountPage } from '../../../contract/account.ts';
import { html } from '../html.ts';
import { actForm, type AccountContext, type AccountView } from './account-context.ts';
import { codesText, codesWay, waysOf } from './overview.ts';

/** What opens the account, to be looked through: what is wrong is mended where it stands, the rest is said to be right. */
export function drawCheckUp(page: Extract<AccountPage, { page: 'check-up' }>, context: AccountContext): AccountView {
  const { say } = context;
  return {
    title: say('account.check-up.title'),
    lead: say('account.check-up.lead'),
    body: html`<section aria-labelledby="addresses"><h2 id="addresses">${say('account.check-up.addresses')}</h2>
<p class="lead">${say('account.check-up.addresses-text')}</p>
<ul class="rows">${page.identifiers.map((each) => html`<li><div class="what"><strong><bdi>${each}</bdi></strong></div></li>`)}</ul></section>
<section aria-labelledby="ways"><h2 id="ways">${say('account.ways')}</h2>
<p class="lead">${say('account.ways.text')}</p>${waysOf(page, context)}</section>
<section aria-labelledby="codes"><h2 id="codes">${say('account.codes')}</h2>
<p class="lead">${codesText(page, context)}</p>${codesWay(page, context)}</section>
${actForm(context, '/check-up', say('account.check-up.right'), { primary: true })}`,
  };
}
