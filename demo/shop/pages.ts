import { html, type Html } from '../page/html.ts';
import { assuranceWords, factList, note, page, type Message } from '../page/layout.ts';
import type { SignedIn } from '../relying-party.ts';
import { orders, products } from './products.ts';

/** A page of the shop, with what the navigation offers to this person. */
export function shopPage(title: string, person: SignedIn | undefined, content: Html): string {
  const navigation = person
    ? [html`<a href="/account">${person.name ?? person.email ?? 'Your account'}</a>`,
      html`<form method="post" action="/sign-out"><button>Sign out</button></form>`]
    : [html`<a href="/sign-in">Sign in</a>`, html`<a class="button primary" href="/create-account">Create account</a>`];
  return page({
    kind: 'shop', name: 'Larch & Loom', title, navigation,
    footer: 'An example shop. Nothing here can be bought.',
  }, content);
}

export function frontPage(person: SignedIn | undefined): string {
  return shopPage('Things for the house', person, html`
    <h1>Things for the house</h1>
    <p class="lead">Made slowly, meant to stay. You only need an account to see your orders and be paid for returns.</p>
    <ul class="grid">${products.map((product) => html`<li class="card">${product.picture}<div>
      <div class="row"><strong>${product.name}</strong><span>${product.price}</span></div>
      <p class="quiet">${product.detail}</p></div></li>`)}</ul>`);
}

export function accountPage(person: SignedIn, payoutAccount: string | undefined): string {
  return shopPage('Your account', person, html`
    <h1>Your account</h1>
    ${factList({
    'Name': person.name, 'E-mail': person.email, 'Signed in with': assuranceWords(person.acr),
    'Ways used': person.amr.join(', ') || undefined, 'Signed in at': person.authTime?.toUTCString(),
    'Payout account': payoutAccount,
  })}
    <div class="actions"><a class="button" href="/payout">Change payout account</a></div>
    <h2>Orders</h2>
    <div class="table"><table><thead><tr><th>Order</th><th>Date</th><th>What</th><th>State</th></tr></thead><tbody>
    ${orders.map((order) => html`<tr><td>${order.number}</td><td>${order.date}</td><td>${order.what}</td>
      <td>${order.state}</td></tr>`)}</tbody></table></div>`);
}

/** Says why before the person is sent to be confirmed. */
export function confirmPage(person: SignedIn, message: Message | undefined): string {
  return shopPage('Change payout account', person, html`
    <h1>Change payout account</h1>
    ${note(message)}
    <p>You are about to change where your money goes, so we check that it is you. It takes half a minute.</p>
    <div class="actions"><a class="button primary" href="/payout/confirm">Confirm that it is you</a>
    <a class="button" href="/account">Not now</a></div>`);
}

/** The form; above it a change that waits for its time, where there is one. */
export function payoutPage(
  person: SignedIn, payoutAccount: string | undefined, waitsUntil: Date | undefined, message: Message | undefined,
): string {
  const waits = waitsUntil && note({
    kind: 'good',
    text: `Your change takes effect on ${waitsUntil.toUTCString()}. We have sent you an e-mail with which you can stop it.`,
  });
  return shopPage('Change payout account', person, html`
    <h1>Change payout account</h1>
    ${note(message)}${waits}
    <form class="stack" method="post" action="/payout">
    <label>IBAN <input name="iban" autocomplete="off" required maxlength="42" value="${payoutAccount ?? ''}"></label>
    <div><button class="primary">Change payout account</button></div></form>
    <h2>How you signed in</h2>
    ${factList({ 'Strength': assuranceWords(person.acr), 'When': person.authTime?.toUTCString() })}`);
}
