import type { NetworkKind } from '../networks/index.ts';
import type { Profile } from './profile.ts';
import type { Rates } from './rates.ts';
import type { Traits } from './traits.ts';

/**
 * Everything that an assessment rests on, gathered before. What isn't known is missing, which is never the same as
 * what is good or bad: the assessment says that it was made on less.
 */
export interface RiskFacts {
  readonly traits: Traits;
  /** Days since 1970. */
  readonly day: number;
  readonly profile: Profile;
  /** What the population's genuine logins show, and hostile attempts at it. */
  readonly genuine: Rates;
  readonly hostile: Rates;
  /** Estimated share of hostile attempts in the population's traffic of late, 0 to 1; no labels are needed for it. */
  readonly attackShare: number;
  readonly networkKind?: NetworkKind;
  /** A key bound to the device was used: a passkey, or the session's own key. */
  readonly boundKey?: boolean;
  /** Days since this browser was first marked as the principal's. */
  readonly markAge?: number;
  /** Kilometres an hour from where the principal last was; null where the way there can't be told (relay, mobile). */
  readonly travelSpeed?: number | null;
  /** Failed attempts of the last hour: at this account, from this address, and how many accounts that address tried. */
  readonly failures?: { readonly account: number; readonly address: number; readonly accountsOfAddress: number };
  readonly passwordBreached?: boolean;
  /** Share of the attempts of the last day that tried the same password, 0 to 1. */
  readonly passwordPopularity?: number;
  /** Hours since the principal's address or number, or a credential, was changed; null: not lately. */
  readonly contactChanged?: number | null;
  readonly credentialChanged?: number | null;
  /** Somebody is getting back into the account. */
  readonly recovering?: boolean;
  /** Hours since it was given back; null: never. */
  readonly recovered?: number | null;
}
