import type { Situation } from '../../contract/admin/index.ts';
import { milliseconds } from '../../contract/policy/index.ts';
import { riskBand } from '../../contract/risk.ts';
import { misused } from './cli-error.ts';
import type { Flag } from './command.ts';

/** What is given of somebody made up; whatever is left out is as at home, or as it was at the decision that it begins with. */
export interface MadeUpPerson {
  readonly risk?: (typeof riskBand.options)[number];
  readonly device?: string;
  readonly managed?: boolean;
  readonly proof?: string;
  readonly has?: string;
  readonly shown?: 'passkey' | 'totp' | 'email-code';
  readonly account?: string;
  readonly address?: string;
  readonly contactChanged?: string;
  readonly contactRemoved?: string;
  readonly recovered?: string;
  readonly factor?: string;
  readonly recovering?: boolean;
  readonly explored?: boolean;
  readonly amount?: string;
  readonly today?: string;
  readonly on?: string;
  readonly said?: readonly string[];
  readonly client?: string;
}

export const personFlags: readonly Flag[] = [
  { flags: '--risk <band>', about: 'how likely it is somebody else', choices: riskBand.options },
  { flags: '--device <time>', about: 'how long the browser is known, like 0s or 30d' },
  { flags: '--managed', about: 'the organisation manages the device' },
  { flags: '--proof <time>', about: 'how long ago anything was proved, like 2m' },
  { flags: '--has <kinds>', about: 'what the account has: passkey,totp,password,email' },
  { flags: '--shown <proof>', about: 'shown since it was asked for', choices: ['passkey', 'totp', 'email-code'] },
  { flags: '--account <time>', about: 'how old the account is' },
  { flags: '--address <time>', about: 'how long the address has been proved' },
  { flags: '--contact-changed <time>', about: 'how long ago another address took the place of one' },
  { flags: '--contact-removed <time>', about: 'how long ago an address or number was taken away' },
  { flags: '--recovered <time>', about: 'how long ago the account was given back by recovery' },
  { flags: '--factor <time>', about: 'with --recovered: how long it has had a passkey or an app again; none where left out' },
  { flags: '--recovering', about: 'somebody is getting back into the account' },
  { flags: '--explored', about: 'a draw has let the session go before' },
  { flags: '--amount <amount>', about: 'how much it is about, like 620EUR' },
  { flags: '--today <number>', about: 'with --amount: with what was permitted within the day before' },
  { flags: '--on <type>', about: 'the type of what is acted on, as the application says it' },
  { flags: '--said <name=value>', about: 'a property of that, as the application says it', many: true },
  { flags: '--client <id>', about: 'the application that asks' },
];

/** @throws cli misuse where something is no time, amount or property */
export function situationOf(given: MadeUpPerson): Situation {
  const { risk, managed, has, shown, recovered, recovering, explored, client } = given;
  const held = has?.split(',').map((kind) => kind.trim());
  const resource = resourceOf(given);
  const amount = amountOf(given);
  if (given.factor !== undefined && recovered === undefined) throw misused('--factor stands alone', 'Say with --recovered when the account was given back.');
  return {
    ...(risk ? { risk: { band: risk } } : {}),
    ...spans(given, { device: 'deviceKnownFor', proof: 'authenticationAge', account: 'accountAge', address: 'emailVerifiedFor', contactChanged: 'contactChangedAge', contactRemoved: 'contactRemovedAge' }),
    ...(managed ? { deviceManaged: true } : {}), ...(recovering ? { recovering } : {}), ...(explored ? { explored } : {}),
    ...(recovered === undefined ? {} : { recovered: { age: timeOf('--recovered', recovered), factorAge: given.factor === undefined ? 0 : timeOf('--factor', given.factor) } }),
    ...(held ? { has: Object.fromEntries((['passkey', 'totp', 'password', 'email'] as const).map((kind) => [kind, held.includes(kind)])) } : {}),
    ...(shown ? { shown: [shown] } : {}), ...(amount ? { amount } : {}), ...(resource ? { resource } : {}), ...(client === undefined ? {} : { client }),
  };
}

function spans(given: MadeUpPerson, names: Readonly<Partial<Record<keyof MadeUpPerson, keyof Situation>>>): Situation {
  return Object.fromEntries(Object.entries(names).flatMap(([name, field]) => {
    const text = given[name as keyof MadeUpPerson];
    return typeof text === 'string' ? [[field, timeOf(`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, text)]] : [];
  }));
}

function amountOf({ amount, today }: MadeUpPerson): Situation['amount'] {
  if (amount === undefined) {
    if (today !== undefined) throw misused('--today stands alone', 'Say with --amount how much it is about.');
    return undefined;
  }
  const [, value, currency] = /^(\d{1,12}(?:\.\d{1,4})?) ?([A-Z]{3})$/.exec(amount) ?? [];
  if (value === undefined || currency === undefined) throw misused(`--amount is ${amount}`, 'Write a number and a currency, like 620EUR.');
  if (today !== undefined && !/^\d{1,12}(\.\d{1,4})?$/.test(today)) throw misused(`--today is ${today}`, 'Write a number, like 1200.');
  return { value: Number(value), currency, ...(today === undefined ? {} : { today: Number(today) }) };
}

function resourceOf({ on, said = [] }: MadeUpPerson): Situation['resource'] {
  if (on === undefined && said.length === 0) return undefined;
  const properties = Object.fromEntries(said.map((each): [string, string] => {
    const at = each.indexOf('=');
    if (at < 1) throw misused(`--said is ${each}`, 'Write a name and a value, like records=20000.');
    return [each.slice(0, at), each.slice(at + 1)];
  }));
  return { ...(on === undefined ? {} : { type: on }), ...(said.length > 0 ? { properties } : {}) };
}

/** @throws cli misuse where it is none */
export function timeOf(flag: string, text: string): number {
  if (!/^\d{1,6}[smhd]$/.test(text)) throw misused(`${flag} is ${text}`, 'Write a number and s, m, h or d, like 5m.');
  return milliseconds(text);
}
