import type { AccountPage } from '../../../contract/account.ts';
import { html } from '../html.ts';
import { actForm, type AccountContext, type AccountView } from './account-context.ts';

/** Where the person is reached, and what is done about it. */
export function drawReach({ places, adds }: Extract<AccountPage, { page: 'reach' }>, context: AccountContext): AccountView {
  const { say } = context;
  const rows = places.map(({ kind, value, removable }) => html`<li><div class="what"><strong><bdi>${value}</bdi></strong></div>${
    removable ? actForm(context, '/reach/remove', say('account.remove'), {
      fields: { kind, value }, about: say('account.remove-named', { name: value }),
    }) : html`<span class="note">${say('account.reach.last')}</span>`}</li>`);
  return {
    title: say('account.reach'), lead: say('account.reach.text'),
    body: html`<ul class="rows">${rows}</ul>${adds.map((kind) => (
      actForm(context, `/reach/add/${kind}`, say(`account.reach.add-${kind}`))))}`,
  };
}
