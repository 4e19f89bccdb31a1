import { html, type Html } from '../page/html.ts';
import { assuranceWords, factList, note, page, type Message } from '../page/layout.ts';
import type { SignedIn } from '../relying-party.ts';
import { orders, priceOf, products, shopName, type Bought } from './products.ts';

/** A page of the shop, with what the navigation offers to this person. */
export function shopPage(title: string, person: SignedIn | undefined, content: Html): string {
  const navigation = person
    ? [html`<a href="/account">${person.name ?? person.email ?? 'Your account'}</a>`,
      html`<form method="post" action="/sign-out"><button>Sign out</button></form>`]
    : [html`<a href="/sign-in">Sign in</a>`, html`<a class="button primary" href="/create-account">Create account</a>`];
  return page({
    kind: 'shop', name: shopName, title, navigation,
    footer: 'An example shop. Nothing here can be bought.',
  }, content);
}

export function frontPage(person: SignedIn | undefined): string {
  return shopPage('Things for the house', person, html`
    <h1>Things for the house</h1>
    <p class="lead">Made slowly, meant to stay. You only need an account to order, and be paid for returns.</p>
    ${person ? html`<div class="actions"><a class="button" href="/checkout">Order something</a></div>` : undefined}
    <ul class="grid">${products.map((product) => html`<li class="card">${product.picture}<div>
      <div class="row"><strong>${product.name}</strong><span>€ ${priceOf(product)}</span></div>
      <p class="quiet">${product.detail}</p></div></li>`)}</ul>`);
}

export function accountPage(
  person: SignedIn, { payoutAccount, address, reviewName, bought }: {
    payoutAccount: string | undefined; address: string | undefined; reviewName: string | undefined; bought: readonly Bought[];
  },
): string {
  return shopPage('Your account', person, html`
    <h1>Your account</h1>
    ${factList({
    'Name': person.name, 'E-mail': person.email, 'Signed in with': assuranceWords(person.acr),
    'Ways used': person.amr.join(', ') || undefined, 'Signed in at': person.authTime?.toUTCString(),
    'Payout account': payoutAccount, 'Delivery address': address, 'Name in reviews': reviewName,
  })}
    <div class="actions"><a class="button" href="/payout">Change payout account</a>
    <a class="button" href="/profile">Change delivery address</a> <a class="button" href="/about-you">Change your name in reviews</a>
    <a class="button" href="/checkout">Order something</a></div>
    <h2>Orders</h2>
    <div class="table"><table><thead><tr><th>Order</th><th>Date</th><th>What</th><th>State</th></tr></thead><tbody>
    ${bought.map(({ what, price }) => html`<tr><td>new</td><td>today</td><td>${what}</td><td>Paid ${price}</td></tr>`)}
    ${orders.map((order) => html`<tr><td>${order.number}</td><td>${order.date}</td><td>${order.what}</td>
      <td>${order.state}</td></tr>`)}</tbody></table></div>`);
}

/** Says why before the person is sent to be confirmed. */
export function confirmPage(
  person: SignedIn, { path, title, why }: { readonly path: string; readonly title: string; readonly why: string }, message: Message | undefined,
): string {
  return shopPage(title, person, html`
    <h1>${title}</h1>
    ${note(message)}
    <p>${why}</p>
    <div class="actions"><a class="button primary" href="${path}/confirm">Confirm that it is you</a>
    <a class="button" href="/account">Not now</a></div>`);
}

/** The form; above it a change that waits for its time, where there is one. */
export function payoutPage(
  person: SignedIn, payoutAccount: string | undefined, waitsUntil: Date | undefined, message: Message | undefined,
): string {
  return shopPage('Change payout account', person, html`
    <h1>Change payout account</h1>
    ${note(message)}${waitsNote(waitsUntil)}
    <form class="stack" method="post" action="/payout">
    <label>IBAN <input name="iban" autocomplete="off" required maxlength="42" value="${payoutAccount ?? ''}"></label>
    <div><button class="primary">Change payout account</button></div></form>
    <h2>How you signed in</h2>
    ${factList({ 'Strength': assuranceWords(person.acr), 'When': person.authTime?.toUTCString() })}`);
}

function waitsNote(until: Date | undefined): Html | undefined {
  return until && note({
    kind: 'good', text: `Your change takes effect on ${until.toUTCString()}. We have sent you an e-mail with which you can stop it.`,
  });
}

export function profilePage(
  person: SignedIn, address: string | undefined, waitsUntil: Date | undefined, message: Message | undefined,
): string {
  return shopPage('Change delivery address', person, html`
    <h1>Change delivery address</h1>
    ${note(message)}${waitsNote(waitsUntil)}
    <form class="stack" method="post" action="/profile">
    <label>Delivery address <input name="address" autocomplete="street-address" required maxlength="200" value="${address ?? ''}"></label>
    <div><button class="primary">Change delivery address</button></div></form>`);
}

export function aboutYouPage(
  person: SignedIn, name: string | undefined, waitsUntil: Date | undefined, message: Message | undefined,
): string {
  return shopPage('Change your name in reviews', person, html`
    <h1>Change your name in reviews</h1>
    ${note(message)}${waitsNote(waitsUntil)}
    <form class="stack" method="post" action="/about-you">
    <label>Name in reviews <input name="name" autocomplete="nickname" required maxlength="60" value="${name ?? ''}"></label>
    <div><button class="primary">Change your name in reviews</button></div></form>`);
}

export function checkoutPage(person: SignedIn, waitsUntil: Date | undefined, message: Message | undefined): string {
  return shopPage('Order', person, html`
    <h1>Order</h1>
    ${note(message)}${waitsNote(waitsUntil)}
    <form class="stack" method="post" action="/checkout">
    <label>What <select name="product">${products.map((product, index) => html`<option value="${index}">${product.name}, € ${priceOf(product)}</option>`)}</select></label>
    <label>How many <input name="quantity" type="number" min="1" max="20" value="1" required></label>
    <div><button class="primary">Pay</button></div></form>`);
}
