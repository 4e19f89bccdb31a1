import type { AccountPage } from '../../../contract/account.ts';
import { html } from '../html.ts';
import { actForm, type AccountContext, type AccountView } from './account-context.ts';

/** Whom the person trusts to say one day that it is them. */
export function drawContacts(
  { contacts, mayAdd }: Extract<AccountPage, { page: 'contacts' }>, context: AccountContext,
): AccountView {
  const { say, frame } = context;
  const rows = contacts.map(({ id, address, state }) => html`<li><div class="what"><strong><bdi>${address}</bdi></strong>
<span>${say(`account.contacts.${state}`)}</span></div>${actForm(context, '/contacts/remove', say('account.remove'), {
    fields: { contact: id }, about: say('account.remove-named', { name: address }),
  })}</li>`);
  const add = html`<form method="post" action="${frame.base}/contacts">
<input type="hidden" name="formToken" value="${frame.formToken}"><div class="field"><label for="address">${
    say('account.contacts.address')}</label>
<div class="box"><input id="address" name="address" type="email" required maxlength="254" autocomplete="off" dir="ltr"></div></div>
<button class="primary" type="submit" data-busy="${say('sending')}">${say('account.contacts.add')}</button></form>`;
  return {
    title: say('account.contacts'), lead: say('account.contacts.text'),
    body: html`${rows.length > 0 && html`<ul class="rows">${rows}</ul>`}${mayAdd && add}`,
  };
}
