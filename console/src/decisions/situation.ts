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
}

/** People to begin with. */
export const presets: readonly { readonly name: string; readonly label: string; readonly asked: Asked }[] = [
  { name: 'home', label: 'Somebody at home', asked: { device: '30d', proof: '1m', risk: 'low', has: 'password,email' } },
  { name: 'phone', label: 'The owner on a new phone', asked: { device: '0s', proof: '1m', risk: 'medium', has: 'passkey,email' } },
  { name: 'stolen', label: 'A stolen password from afar', asked: { device: '0s', proof: '1m', risk: 'high', has: 'password,email' } },
  { name: 'new', label: 'A new account', asked: { device: '0s', proof: '1m', risk: 'low', has: 'email', address: '10m' } },
];

/** The situation that is asked about; what the address doesn't say is as at home, or as at the decision that it begins with. */
export function situationOf({ device, proof, risk, has, shown, address }: Asked): Situation {
  const ms = (name: string | undefined): number | undefined => (name === undefined ? undefined : spans[name]?.ms);
  const held = has?.split(',');
  return JSON.parse(JSON.stringify({
    deviceKnownFor: ms(device), authenticationAge: ms(proof), emailVerifiedFor: ms(address), risk: risk && { band: risk },
    has: held && Object.fromEntries(kinds.map((kind) => [kind, held.includes(kind)])), shown: shown && [shown],
  })) as Situation;
}
