/**
 * What stands in the address of each page besides its path: filters, the open drawer, the chosen version. Whatever
 * else somebody writes there is left out.
 */
import { placeKinds } from '../../contract/policy/token-facts.ts';

type Raw = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (
  typeof value === 'string' && value !== '' ? value.slice(0, 254) : typeof value === 'number' ? String(value) : undefined);
const number = (value: unknown): number | undefined => {
  const read = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(read) && read >= 0 ? read : undefined;
};
const upTo = (value: unknown, least: number, most: number): number | undefined => {
  const read = number(value);
  return read !== undefined && read >= least && read <= most ? read : undefined;
};
const one = <T extends string>(value: unknown, ...of: readonly T[]): T | undefined => of.find((each) => each === value);

/** Leaves out what is undefined, so that addresses stay short. */
function short<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never;
}

export const keepsOnly = <Name extends string>(...names: readonly Name[]) => (raw: Raw): { readonly [K in Name]?: string } => (
  short(Object.fromEntries(names.map((name) => [name, text(raw[name])]))) as never);

export const overviewSearch = (raw: Raw) => short({ tour: one(String(raw['tour']), '1') });
export const peopleSearch = (raw: Raw) => short({
  search: text(raw['search']), identifier: text(raw['identifier']), before: text(raw['before']), add: one(raw['add'], 'person'),
  origin: one(raw['origin'], 'simulated'),
});
export const personSearch = (raw: Raw) => short({ event: number(raw['event']) });
export const clientSearch = (raw: Raw) => short({ search: text(raw['search']), state: one(raw['state'], 'disabled', 'active') });
export const journeySearch = (raw: Raw) => short({
  journey: text(raw['journey']), node: text(raw['node']), origin: one(raw['origin'], 'simulated'),
  days: one(String(raw['days']), '7', '90'), from: text(raw['from']), till: text(raw['till']),
});
export const decisionSearch = (raw: Raw) => short({
  response: text(raw['response']), action: text(raw['action']), decision: text(raw['decision']), before: text(raw['before']),
  origin: one(raw['origin'], 'simulated'), mode: one(raw['mode'], 'live', 'report-only', 'what-if'),
});
export const actionReviewSearch = (raw: Raw) => short({ state: one(raw['state'], 'closed') });
/** Of somebody made up, what is seldom asked for. */
const moreOfPerson = (raw: Raw) => ({
  account: text(raw['account']), changed: text(raw['changed']), removed: text(raw['removed']), recovery: text(raw['recovery']),
  managed: one(raw['managed'], 'yes', 'no'), explored: one(raw['explored'], 'yes', 'no'), amount: text(raw['amount']), today: text(raw['today']),
  on: text(raw['on']), said: text(raw['said']), client: text(raw['client']),
});
/** Of a made-up machine; hours and days are numbers in addresses, and text in fields. */
const machineSearch = (raw: Raw) => ({
  auth: one(raw['auth'], 'secret', 'key'), age: text(raw['age']), held: text(raw['held']), actor: one(raw['actor'], 'service', 'agent'),
  network: one(raw['network'], ...placeKinds), place: one(raw['place'], 'new', 'known'), token: one(raw['token'], 'bound', 'unbound'),
  scopes: text(raw['scopes']), api: text(raw['api']), hour: upTo(raw['hour'], 0, 23), weekday: upTo(raw['weekday'], 1, 7),
  review: one(raw['review'], 'none', 'waiting', 'approved', 'refused'),
});
export const whatIfSearch = (raw: Raw) => short({
  action: text(raw['action']), decision: text(raw['decision']), preset: text(raw['preset']), device: text(raw['device']), proof: text(raw['proof']),
  risk: one(raw['risk'], 'low', 'medium', 'high', 'critical'), has: text(raw['has']), shown: one(raw['shown'], 'passkey', 'totp', 'email-code'),
  address: text(raw['address']), of: one(raw['of'], 'draft'), ...moreOfPerson(raw), ...machineSearch(raw),
});
export const mapSearch = (raw: Raw) => short({
  origin: one(raw['origin'], 'simulated'), action: text(raw['action']), band: one(raw['band'], 'low', 'medium', 'high', 'critical'),
});
export const lookSearch = (raw: Raw) => short({
  page: one(raw['page'], 'sign-in', 'sign-up', 'code', 'passkey', 'error', 'account', 'mail'), language: text(raw['language']),
  scheme: one(raw['scheme'], 'dark'), width: one(raw['width'], 'narrow'), of: text(raw['of']),
});
export const policySearch = (raw: Raw) => short({
  version: number(raw['version']), against: number(raw['against']), view: one(raw['view'], 'files', 'difference'),
  file: text(raw['file']),
});
export const eventSearch = (raw: Raw) => short({
  types: text(raw['types']), principal: text(raw['principal']), before: number(raw['before']), event: number(raw['event']),
  origin: one(raw['origin'], 'simulated'), everywhere: one(String(raw['everywhere']), '1'),
});
export const boardSearch = (raw: Raw) => short({
  days: number(raw['days']), origin: one(raw['origin'], 'simulated'), measure: text(raw['measure']),
});
export const settingsSearch = (raw: Raw) => short({ tab: one(raw['tab'], 'mail', 'keys', 'administrators') });
