import type { Situation } from '../../../contract/admin/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Lengths of time to choose from, by what stands in the address. */
export const spans: Readonly<Record<string, { readonly label: string; readonly ms: number }>> = {
  '0s': { label: 'never before', ms: 0 }, '1m': { label: '1 minute', ms: minute }, '10m': { label: '10 minutes', ms: 10 * minute },
  '1h': { label: '1 hour', ms: hour }, '12h': { label: '12 hours', ms: 12 * hour }, '2d': { label: '2 days', ms: 2 * day },
  '7d': { label: '7 days', ms: 7 * day }, '30d': { label: '30 days', ms: 30 * day }, '365d': { label: '1 year', ms: 365 * day },
};

export const kinds = ['passkey', 'totp', 'password', 'email'] as const;
export const kindWords = { passkey: 'a passkey', totp: 'an app with codes', password: 'a password', email: 'a proved address' } as const;

/** What stands in the address of the page. */
export interface Asked {
  readonly device?: string; readonly proof?: string; readonly risk?: RiskBand; readonly has?: string; readonly address?: string;
  readonly shown?: 'passkey' | 'totp' | 'email-code';
  readonly account?: string; readonly changed?: string; readonly removed?: string; readonly recovery?: string;
  readonly managed?: 'yes' | 'no'; readonly explored?: 'yes' | 'no'; readonly amount?: string; readonly today?: string;
  readonly on?: string; readonly said?: string; readonly client?: string;
}

/** What has become of the account by recovery, to choose from, by what stands in the address. */
export const recoveries: Readonly<Record<string, { readonly label: string; readonly is: Pick<Situation, 'recovered' | 'recovering'> }>> = {
  never: { label: 'never', is: { recovered: null, recovering: false } },
  going: { label: 'somebody is getting back in', is: { recovered: null, recovering: true } },
  open: { label: 'an hour ago, no factor since', is: { recovered: { age: hour, factorAge: 0 }, recovering: false } },
  fresh: { label: '2 days ago, with a factor', is: { recovered: { age: 2 * day, factorAge: 2 * day }, recovering: false } },
  past: { label: '30 days ago, with a factor', is: { recovered: { age: 30 * day, factorAge: 30 * day }, recovering: false } },
};

/** "620 EUR"; undefined for what is no amount. */
export function amountOf(text: string | undefined, today?: string): Situation['amount'] | undefined {
  const [, value, currency] = /^(\d{1,12}(?:\.\d{1,4})?)\s*([A-Za-z]{3})$/.exec(text?.trim() ?? '') ?? [];
  if (value === undefined || currency === undefined) return undefined;
  const before = Number(today);
  return { value: Number(value), currency: currency.toUpperCase(), ...(today !== undefined && before >= Number(value) ? { today: before } : {}) };
}

/** "records=20000, region=elsewhere"; undefined for what is none. */
export function propertiesOf(text: string | undefined): Readonly<Record<string, string>> | undefined {
  const parts = (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  const pairs = parts.map((each) => /^([^=\s]{1,60})\s*=\s*(.{0,200})$/.exec(each));
  return parts.length === 0 || parts.length > 30 || pairs.includes(null) ? undefined : Object.fromEntries(pairs.map((pair) => [pair![1], pair![2]]));
}

/** People to begin with. */
export const presets: readonly { readonly name: string; readonly label: string; readonly asked: Asked }[] = [
  { name: 'home', label: 'Somebody at home', asked: { device: '30d', proof: '1m', risk: 'low', has: 'password,email' } },
  { name: 'phone', label: 'The owner on a new phone', asked: { device: '0s', proof: '1m', risk: 'medium', has: 'passkey,email' } },
  { name: 'stolen', label: 'A stolen password from afar', asked: { device: '0s', proof: '1m', risk: 'high', has: 'password,email' } },
  { name: 'new', label: 'A new account', asked: { device: '0s', proof: '1m', risk: 'low', has: 'email', address: '10m' } },
];

/** The situation that is asked about; what the address doesn't say is as at home, or as at the decision that it begins with. */
export function situationOf({ device, proof, risk, has, shown, address, ...more }: Asked): Situation {
  const ms = (name: string | undefined): number | undefined => (name === undefined ? undefined : spans[name]?.ms);
  const held = has?.split(',');
  return JSON.parse(JSON.stringify({
    deviceKnownFor: ms(device), authenticationAge: ms(proof), emailVerifiedFor: ms(address), risk: risk && { band: risk },
    has: held && Object.fromEntries(kinds.map((kind) => [kind, held.includes(kind)])), shown: shown && [shown],
    ...moreOf(more, ms),
  })) as Situation;
}

function moreOf(
  { account, changed, removed, recovery, managed, explored, amount, today, on, said, client }: Asked, ms: (name: string | undefined) => number | undefined,
): Situation {
  const past = (name: string | undefined): number | null | undefined => (name === 'never' ? null : ms(name));
  const is = (answer: 'yes' | 'no' | undefined): boolean | undefined => (answer === undefined ? undefined : answer === 'yes');
  const properties = propertiesOf(said);
  return {
    accountAge: ms(account), contactChangedAge: past(changed), contactRemovedAge: past(removed), deviceManaged: is(managed), explored: is(explored),
    ...(recovery !== undefined && Object.hasOwn(recoveries, recovery) ? recoveries[recovery]!.is : {}),
    amount: amountOf(amount, today), client, ...(on || properties ? { resource: { type: on, properties } } : {}),
  };
}
