import type { Acr } from '../../../contract/events/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { day } from '../kernel/index.ts';
import type { RiskFound } from '../risk/index.ts';
import type { Facts } from '../rules/index.ts';
import type { PlaceKind } from './token-features.ts';
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
    /**
     * With what was permitted within 24 hours before; absent where no condition of the action asks for it, null where it
     * was too much to be added up.
     */
    readonly today?: number | null;
  };
  /** What the application says that is acted on, as far as a condition of the action asks for it. */
  readonly resource?: { readonly type?: string; readonly id?: string; readonly properties?: Readonly<Record<string, string>> };
  /** Of the person's own request, where it is known and a condition of the action asks for it. */
  readonly network?: { readonly kind: PlaceKind };
  /** The application that asks, and when, in UTC; each absent where no condition of the action asks for it. */
  readonly client?: { readonly id: string };
  readonly time?: { readonly hour: number; readonly weekday: number };
  /** Time since the session last proved what a challenge may ask; where one is open, since that was proved to this very one. */
  readonly proved: { readonly strongAge: number | null; readonly emailCodeAge: number | null; readonly passkeyAge?: number | null };
  /** The same question, to which this session was told to prove something and hasn't yet. */
  readonly challenge: { readonly age: number } | null;
  /** The same action of this person, begun before and delayed; one that was cancelled is remembered for a while. */
  readonly pending: {
    readonly dueIn: number; readonly state: 'waiting' | 'cancelled';
    /** The band of risk in which it began; absent in what was recorded before this was looked at. */
    readonly begunAtRisk?: RiskBand;
  } | null;
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
export function conditionFacts({ device, authentication, session, account, recovered, factor, has, email, contact, contactRemoved, risk, amount, recovering, explored, ...asked }: Features): Facts {
  return {
    device: { knownFor: device.knownFor, managed: device.managed ?? false },
    authentication, session: { age: session.age, explored: explored === true }, account,
    recovered: recovered ? { age: recovered.age, factorAge: recovered.factorAge, isOpen: recovered.isOpen ?? false } : neverRecovered,
    factor: factor ? { ...factor, boundFor: Math.min(standing(factor), never) } : notNoted,
    recovery: { isUnderWay: recovering ?? false },
    has, email, contact: { changedAge: contact?.changedAge ?? never, removedAge: contactRemoved?.age ?? never }, risk: risk ?? notAssessed, amount: amount && amountFacts(amount),
    resource: asked.resource ? { properties: {}, ...asked.resource } : nothingSaid, client: asked.client, time: asked.time, network: asked.network,
  };
}

/** What was not asked for is what the question names alone. What could not be added up is not known, so whatever asks for it holds. */
function amountFacts({ value, currency, today = value }: NonNullable<Features['amount']>): Facts {
  return { value, currency, ...(today === null ? {} : { today }) };
}

/** The band that the responses are read for. */
export const bandOf = ({ risk }: Features): RiskBand => risk?.band ?? notAssessed.band;

/** Not known is neither good nor bad: asked where a policy asks at medium risk, and not where it asks at high. */
const notAssessed = { band: 'medium', probability: 0.02 } as const;

/** Nothing is said of what is acted on: each of its properties is absent. */
const nothingSaid = { properties: {} };

/** So long ago that no condition takes it for lately: an account that was never recovered has nothing to wait for. */
const never = 36_500 * day;
const neverRecovered = { age: never, factorAge: never, isOpen: false };
const notNoted = { boundFor: never, boundWith: 'unknown' };
