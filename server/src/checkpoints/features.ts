import type { Acr } from '../../../contract/events/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { day } from '../kernel/index.ts';
import type { RiskFound } from '../risk/index.ts';
import type { Facts } from '../rules/index.ts';
import { standing, type Factor } from './factor.ts';

/** All that a decision is made from; kept with it. Lengths of time in milliseconds, null where it never was. */
export interface Features {
  /** 0 for a browser in which this person has had no session before, or whose cookies don't stay. */
  readonly device: { readonly knownFor: number;
    /** Absent where no condition of the action asks for it. */
    readonly managed?: boolean };
  readonly authentication: { readonly age: number; readonly acr: Acr };
  readonly session: { readonly age: number };
  readonly account: { readonly age: number };
  /** Since the account was last given back by recovery, and since when it has had a factor again; null where it never was. */
  readonly recovered: {
    readonly age: number; readonly factorAge: number;
    /** Given back lately, and no factor bound since; absent in what was recorded before there was such a thing. */
    readonly isOpen?: boolean;
  } | null;
  /** The passkey or app that speaks here (`factorOf`); absent in what was recorded before there was such a thing. */
  readonly factor?: Factor;
  readonly has: { readonly passkey: boolean; readonly totp: boolean; readonly password: boolean; readonly email: boolean };
  /** Of the newest proved address. */
  readonly email: { readonly verifiedFor: number };
  /** Since another address took the place of one; null where none did, or it was undone. */
  readonly contact: { readonly changedAge: number } | null;
  /** Since an address or number was taken from the account; absent where none was, or before that was kept. */
  readonly contactRemoved?: { readonly age: number };
  /** What its risk was; null for a session from before it was assessed. */
  readonly risk: RiskFound | null;
  /** How much the question is about; absent where it names no amount. To whom is in the question's digest alone. */
  readonly amount?: {
    readonly value: number; readonly currency: string;
    /** With what was permitted within 24 hours before; absent where no condition of the action asks for it. */
    readonly today?: number;
  };
  /** Time since the session last proved what a challenge may ask; about a transaction, since that was proved to this very one. */
  readonly proved: { readonly strongAge: number | null; readonly emailCodeAge: number | null; readonly passkeyAge?: number | null };
  /** The same question, to which this session was told to prove something and hasn't yet. */
  readonly challenge: { readonly age: number } | null;
  /** The same action of this person, begun before and delayed; one that was cancelled is remembered for a while. */
  readonly pending: { readonly dueIn: number; readonly state: 'waiting' | 'cancelled' } | null;
  /** The same question, which somebody is to look at or has looked at; absent where nobody was asked to. */
  readonly review?: { readonly dueIn: number; readonly state: 'waiting' | 'approved' | 'refused' };
  /** Somebody is getting back into the account at this moment; absent in what was recorded before that was looked at. */
  readonly recovering?: boolean;
  /** A draw has let this session go where the policy would have asked for a proof. */
  readonly explored?: true;
  /** Something was shown later than it is now, and counts as not shown. */
  readonly clockBehind?: true;
}

/** The part of them that conditions may read. */
export function conditionFacts({ device, authentication, session, account, recovered, factor, has, email, contact, contactRemoved, risk, amount, recovering, explored }: Features): Facts {
  return {
    device: { knownFor: device.knownFor, managed: device.managed ?? false },
    authentication, session: { age: session.age, explored: explored === true }, account,
    recovered: recovered ? { age: recovered.age, factorAge: recovered.factorAge, isOpen: recovered.isOpen ?? false } : neverRecovered,
    factor: factor ? { ...factor, boundFor: Math.min(standing(factor), never) } : notNoted,
    recovery: { isUnderWay: recovering ?? false },
    has, email, contact: { changedAge: contact?.changedAge ?? never, removedAge: contactRemoved?.age ?? never }, risk: risk ?? notAssessed, amount: amount && { today: amount.value, ...amount },
  };
}

/** The band that the responses are read for. */
export const bandOf = ({ risk }: Features): RiskBand => risk?.band ?? notAssessed.band;

/** Not known is neither good nor bad: asked where a policy asks at medium risk, and not where it asks at high. */
const notAssessed = { band: 'medium', probability: 0.02 } as const;

/** So long ago that no condition takes it for lately: an account that was never recovered has nothing to wait for. */
const never = 36_500 * day;
const neverRecovered = { age: never, factorAge: never, isOpen: false };
const notNoted = { boundFor: never, boundWith: 'unknown' };
