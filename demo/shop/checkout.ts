import { createBoundedStore, type Clock } from '../bounded-store.ts';
import type { SignedIn } from '../relying-party.ts';
import type { GuardedForm } from './guarded-form.ts';
import { checkoutPage } from './pages.ts';
import { priceOf, products, shopName, type Bought } from './products.ts';

export type Checkout = GuardedForm<{ product: number; quantity: number }> & {
  /** What this person bought here, newest first. */
  bought(person: SignedIn): readonly Bought[];
};

const most = { quantity: 20, orders: 20 };

/** Orders, paid by what is on file; nothing is charged here. */
export function createCheckout(clock: Clock): Checkout {
  const orders = createBoundedStore<readonly Bought[]>({ clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 });
  const bought = ({ subject }: SignedIn) => orders.get(subject) ?? [];
  return {
    bought,
    path: '/checkout', action: 'checkout', title: 'Pay',
    why: 'This is more than you usually spend here, so we show you once more what you pay, and check that it is you.',
    fault: `Choose something that there is, and between 1 and ${most.quantity} of it.`,
    read: ({ product = '', quantity = '' }) => {
      const [index, count] = [Number(product || Number.NaN), Number(quantity || Number.NaN)];
      const isOrder = products[index] !== undefined && Number.isSafeInteger(count) && count >= 1 && count <= most.quantity;
      return isOrder ? { product: index, quantity: count } : undefined;
    },
    // The amount is known here, not in the browser.
    about: ({ product, quantity }) => ({
      resource: { type: 'order', id: `${product}x${quantity}` },
      transaction: { amount: priceOf(products[product]!, quantity), currency: 'EUR', payee: shopName },
    }),
    perform: ({ product, quantity }, person) => {
      const { name } = products[product]!;
      const price = `€ ${priceOf(products[product]!, quantity)}`;
      orders.set(person.subject, [{ what: `${name} × ${quantity}`, price }, ...bought(person)].slice(0, most.orders));
      return `Thank you. You paid ${price} for ${name} × ${quantity}.`;
    },
    page: (person, waitsUntil, message) => checkoutPage(person, waitsUntil, message),
  };
}
