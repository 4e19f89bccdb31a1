import { html, type Html } from '../page/html.ts';

export interface Product {
  readonly name: string;
  readonly detail: string;
  /** In cents of a euro. */
  readonly cents: number;
  readonly picture: Html;
}

/** A line of an order, with its price in euros as decimal text. */
export interface Bought { readonly what: string; readonly price: string }

export const shopName = 'Larch & Loom';

/** As decimal text: `178.00`. */
export function priceOf({ cents }: Pick<Product, 'cents'>, quantity = 1): string {
  return (cents * quantity / 100).toFixed(2);
}

const frame = (shapes: Html): Html =>
  html`<svg viewBox="0 0 200 140" aria-hidden="true" fill="currentColor">${shapes}</svg>`;

export const products: readonly Product[] = [
  {
    name: 'Wool blanket', detail: 'Undyed, 130 × 200 cm', cents: 8_900,
    picture: frame(html`<rect x="55" y="35" width="90" height="70" rx="6"/><path d="M55 60h90M55 80h90" stroke="#fff"
      stroke-opacity=".5" stroke-width="4"/>`),
  },
  {
    name: 'Oak stool', detail: 'Oiled, 45 cm high', cents: 14_000,
    picture: frame(html`<rect x="60" y="40" width="80" height="14" rx="7"/><path d="M72 54l-8 52M128 54l8 52M100 54v52"
      stroke="currentColor" stroke-width="7" stroke-linecap="round"/>`),
  },
  {
    name: 'Linen towel', detail: 'Washed, set of two', cents: 3_200,
    picture: frame(html`<path d="M70 30h60v80h-60z"/><path d="M70 96h60" stroke="#fff" stroke-opacity=".6"
      stroke-width="5"/>`),
  },
  {
    name: 'Stoneware mug', detail: 'Hand-thrown, 300 ml', cents: 2_400,
    picture: frame(html`<path d="M66 42h58v48a14 14 0 0 1-14 14H80a14 14 0 0 1-14-14z"/><path
      d="M124 54h10a12 12 0 0 1 0 26h-10" fill="none" stroke="currentColor" stroke-width="7"/>`),
  },
];

export const orders: readonly { number: string; date: string; what: string; state: string }[] = [
  { number: '20418', date: '2 November', what: 'Wool blanket', state: 'On its way' },
  { number: '20127', date: '14 September', what: 'Stoneware mug, two of them', state: 'Delivered' },
];
