import type { PlaceKind } from '../../../contract/policy/index.ts';
import type { Facts } from '../rules/index.ts';

export type { PlaceKind } from '../../../contract/policy/index.ts';

/** All that a decision at the issue of a token is made from; kept with it. Lengths of time in milliseconds. */
export interface TokenFeatures {
  readonly client: {
    readonly id: string; readonly age: number;
    readonly authentication: 'secret' | 'key';
    /** Absent where nobody knows: keys at an address of the client's own change unseen. */
    readonly credentialAge?: number;
    /** Absent where no condition asks for it. */
    readonly kind?: 'service' | 'agent';
  };
  readonly token: { readonly resource: string; readonly scopes: readonly string[]; readonly bound: boolean };
  readonly network: {
    readonly kind: PlaceKind;
    /** Autonomous system or prefix; never an address. */
    readonly place: string;
    /** Absent where no condition asks for it. */
    readonly isNew?: boolean;
  };
  readonly time: { readonly hour: number; readonly weekday: number };
  /** The same question, which somebody is to look at or has looked at; absent where nobody was asked to. */
  readonly review?: { readonly dueIn: number; readonly state: 'waiting' | 'approved' | 'refused' };
}

/** The part of them that conditions may read. */
export const tokenConditionFacts = ({ client, token, network, time }: TokenFeatures): Facts => ({ client, token, network, time });
