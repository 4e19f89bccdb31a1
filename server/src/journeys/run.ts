import type { Acr, Channel, JourneyPurpose } from '../../../contract/events/index.ts';
import type { Notice, Screen } from '../../../contract/screens/index.ts';
import type { Proof } from '../sessions/index.ts';
import type { Ask, RunFacts } from './step.ts';

/** How a run ended. A session id is given only to the request that the run was bound to. */
export type RunOutcome =
  | {
    readonly outcome: 'completed'; readonly sessionId: string; readonly principal: string;
    /** What was shown in this very run; the session may have proved more. */
    readonly proofs: readonly Proof[];
  }
  | { readonly outcome: 'refused'; readonly reason: string };

/** One person's way through a journey, without what they entered. */
export interface Run {
  readonly population: string;
  readonly id: string;
  readonly purpose: JourneyPurpose;
  readonly channel: Channel;
  readonly policyVersion: number;
  readonly ask: Ask;
  /** Opaque to journeys: where the browser goes at the end. Null where nobody asked. */
  readonly returnTo: string | null;
  readonly browserHash: Buffer;
  /** The browser that the run has left, by handoff. */
  readonly movedFrom: Buffer | null;
  readonly locale: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly stateNumber: number;
  readonly endedAt: Date | null;
  readonly outcome: RunOutcome | null;
}

/** Where a run stands: immutable, one per input. */
export interface RunState {
  readonly number: number;
  readonly journey: string;
  readonly node: string;
  readonly enteredAt: Date;
  readonly inputDigest: Buffer | null;
  readonly facts: RunFacts;
  /** The step's own state, JSON. */
  readonly step: unknown;
  readonly screen: Screen;
  readonly notice: Notice | null;
}

/** What a browser brings along: the secret of its runs, its session, its device, and how it presents itself. */
export interface BrowserContext {
  readonly browserSecret: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly deviceSecret: string | undefined;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** The certificate that it showed to a proxy which the operator trusts, as DER. */
  readonly certificate?: Buffer;
  /** Accept-Language, as sent. */
  readonly languages: string;
}

/** Secrets that the browser is to keep from now on, by the cookie that each goes into. */
export interface BrowserSecrets {
  readonly browser?: string;
  readonly session?: string;
  readonly device?: string;
}

/** Longest way through a run; a person who needs more inputs than this starts again. */
export const mostStates = 200;

/** Least assurance the run's result must have: the stronger of what the policy and the asking side want. */
export function neededAcr(policyRequires: Acr, ask: Ask): Acr {
  const order: readonly Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];
  return order.indexOf(ask.acr ?? 'urn:limen:acr:basic') > order.indexOf(policyRequires) ? ask.acr! : policyRequires;
}
