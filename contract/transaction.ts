/**
 * What moves where money, or something counted like it, is at stake: how much, in which currency, to whom. The same in a
 * question to a checkpoint (properties of its action or resource) and in an authorization request (RFC 9396).
 */
import { z } from 'zod';

/** The `type` of our authorization details (RFC 9396 §2). */
export const transactionType = 'urn:limen:transaction';

/** Codes of ISO 4217 that the runtime knows. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** As text, so that nothing is lost: `"12.50"`; a JSON number is taken, too. Without needless zeros afterwards. */
export const transactionAmount = z.union([
  z.string().regex(/^\d{1,15}(?:\.\d{1,6})?$/, amountFault()),
  z.number(amountFault()).nonnegative(amountFault()).lt(1e15, amountFault()).transform(String)
    .refine((text) => /^\d{1,15}(?:\.\d{1,6})?$/.test(text), amountFault()),
], amountFault()).transform(plain);

export const transactionCurrency = z.string().refine((code) => currencies.has(code), 'is no currency of ISO 4217, like EUR');

/**
 * Shown to the person, so nothing that could hide or turn around what stands beside it; nor what is blank, though a
 * letter or symbol by its category: fillers and what else Unicode has drawn as nothing, Braille without dots, a note
 * without a head.
 */
export const transactionPayee = z.string().min(1).max(140)
  .regex(/^(?!\p{M})(?:(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{M}\p{N}\p{P}\p{S} ])+$/u, 'has characters that can\'t be shown')
  .refine((text) => text.trim() === text, 'begins or ends with a space');

export const transactionDetails = z.strictObject({
  amount: transactionAmount, currency: transactionCurrency, payee: transactionPayee.optional(),
});
export type TransactionDetails = z.output<typeof transactionDetails>;

/** An amount for an action: what a person confirms, and what the yes is then for. */
export interface Transaction extends TransactionDetails {
  /** The action's name, as the policy declares it. */
  readonly action: string;
}

/** As RFC 9396 has it in `authorization_details`; what it doesn't name is refused (§5). */
export const transactionDetail = z.strictObject({
  type: z.literal(transactionType), action: z.string().min(1).max(60), ...transactionDetails.shape,
});

function amountFault(): string {
  return 'is no amount: use a number without sign, or its decimal text like "12.50", of at most 15 digits and 6 after the point';
}

function plain(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const [units, parts] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  return parts === '' ? units : `${units}.${parts}`;
}

interface Asked {
  readonly action: { readonly name: string; readonly properties?: Readonly<Record<string, unknown>> | undefined };
  readonly resource: { readonly properties?: Readonly<Record<string, unknown>> | undefined };
}

/** Where the fields of a transaction stand in a question. */
const places = ['action', 'resource'] as const;
type Place = (typeof places)[number];

/**
 * The transaction in a question; undefined where it names no amount. Its fields may stand at the action or at the
 * resource, not at both.
 */
export function readTransaction(asked: Asked):
  { readonly transaction?: Transaction; readonly faults: readonly { readonly path: readonly string[]; readonly message: string }[] } {
  const found = new Map<string, { place: Place; value: unknown }>();
  const faults: { path: readonly string[]; message: string }[] = [];
  for (const place of places) {
    for (const name of ['amount', 'currency', 'payee'] as const) {
      const { properties = {} } = asked[place];
      if (!Object.hasOwn(properties, name)) continue;
      if (found.has(name)) faults.push({ path: [place, 'properties', name], message: 'stands at the action and at the resource; name it once' });
      else found.set(name, { place, value: properties[name] });
    }
  }
  const amount = found.get('amount');
  if (!amount) return { faults: [] };
  const read = transactionDetails.safeParse(Object.fromEntries([...found].map(([name, { value }]) => [name, value])));
  if (faults.length === 0 && read.success) return { transaction: { action: asked.action.name, ...read.data }, faults };
  const issues = (read.error?.issues ?? []).map(({ path: [name], message }) => ({
    path: [found.get(String(name))?.place ?? amount.place, 'properties', String(name)],
    message: found.has(String(name)) ? message : 'is missing beside an amount',
  }));
  return { faults: [...faults, ...issues] };
}
