import type { Machine } from '../../contract/admin/index.ts';
import { placeKinds } from '../../contract/policy/index.ts';
import type { Flag } from './command.ts';
import { timeOf } from './made-up-person.ts';

/** What is given of a machine made up; whatever is left out is as at work, or as it was at the decision that it begins with. */
export interface MadeUpMachine {
  readonly client?: string;
  readonly authentication?: 'secret' | 'key';
  readonly credentialAge?: string;
  readonly age?: string;
  readonly kind?: 'service' | 'agent';
  readonly scopes?: string;
  readonly resource?: string;
  readonly bound?: boolean;
  readonly network?: (typeof placeKinds)[number];
  readonly newNetwork?: boolean;
  readonly hour?: number;
  readonly weekday?: number;
  readonly review?: 'waiting' | 'approved' | 'refused';
}

/** Beside `--client`, which people have as well. */
export const machineFlags: readonly Flag[] = [
  { flags: '--authentication <way>', about: 'how the machine proves itself', choices: ['secret', 'key'] },
  { flags: '--credential-age <time>', about: 'how long that is in force, like 91d; unknown where nobody knows' },
  { flags: '--age <time>', about: 'how long ago the machine was registered' },
  { flags: '--kind <kind>', about: 'what the machine is', choices: ['service', 'agent'] },
  { flags: '--scopes <scopes>', about: 'what its token is to be good for, with commas' },
  { flags: '--resource <address>', about: 'the API that its token is for' },
  { flags: '--bound', about: 'its token is good with its key alone' },
  { flags: '--network <kind>', about: 'where it asks from', choices: placeKinds },
  { flags: '--new-network', about: 'it has got tokens before, and none from there' },
  { flags: '--hour <number>', about: 'in UTC', number: { least: 0, most: 23 } },
  { flags: '--weekday <number>', about: 'from 1, Monday, to 7', number: { least: 1, most: 7 } },
  { flags: '--review <state>', about: 'what became of it where somebody was to look', choices: ['waiting', 'approved', 'refused'] },
];

/** @throws cli misuse where something is no time */
export function machineOf({ client, authentication, credentialAge, age, kind, scopes, resource, bound, network, newNetwork, hour, weekday, review }: MadeUpMachine): Machine {
  const all: Machine = {
    client, authentication, kind, resource, bound, network, networkIsNew: newNetwork, hour, weekday, review,
    credentialAge: credentialAge === undefined ? undefined : credentialAge === 'unknown' ? null : timeOf('--credential-age', credentialAge),
    age: age === undefined ? undefined : timeOf('--age', age), scopes: scopes?.split(/[\s,]+/).filter((scope) => scope !== ''),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
