import type { Machine } from '../../../contract/admin/index.ts';
import { spans } from './situation.ts';

/** What stands in the address of the page where a machine asks. */
export interface MachineAsked {
  readonly auth?: 'secret' | 'key'; readonly age?: string; readonly held?: string; readonly actor?: 'service' | 'agent';
  readonly network?: NonNullable<Machine['network']>; readonly place?: 'new' | 'known'; readonly token?: 'bound' | 'unbound';
  readonly scopes?: string; readonly api?: string; readonly hour?: number; readonly weekday?: number;
  readonly review?: 'none' | 'waiting' | 'approved' | 'refused';
}

/** Machines to begin with. */
export const machinePresets: readonly { readonly label: string; readonly asked: MachineAsked }[] = [
  { label: 'A job at work', asked: { auth: 'secret', age: '30d', held: '30d', network: 'hosting', place: 'known', token: 'unbound' } },
  { label: 'An old secret', asked: { auth: 'secret', age: '365d', held: '365d', network: 'hosting', place: 'known', token: 'unbound' } },
  { label: 'A copied secret', asked: { auth: 'secret', age: '30d', held: '30d', network: 'relay', place: 'new', token: 'unbound' } },
  { label: 'A new agent', asked: { auth: 'key', age: '0s', held: '0s', actor: 'agent', network: 'hosting', place: 'known', token: 'bound' } },
];

/** The machine that is asked about; what the address doesn't say is as at work, or as at the decision that it begins with. */
export function machineOf({ auth, age, held, actor, network, place, token, scopes, api, hour, weekday, review }: MachineAsked): Machine {
  const ms = (name: string | undefined): number | undefined => (name === undefined ? undefined : spans[name]?.ms);
  return JSON.parse(JSON.stringify({
    authentication: auth, age: ms(age), credentialAge: ms(held), kind: actor, network,
    networkIsNew: place && place === 'new', bound: token && token === 'bound', resource: api?.slice(0, 200),
    scopes: scopes?.split(/[\s,]+/).filter((scope) => scope !== '').slice(0, 50).map((scope) => scope.slice(0, 100)),
    hour, weekday, review: review === 'none' ? null : review,
  })) as Machine;
}
