import type { RiskBand } from '../../../contract/risk.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Contribution } from './assess.ts';
import type { Frequency, HistoryBucket } from './history.ts';
import type { Shown } from './read-traits.ts';

/** Somebody on the way in, as far as they have come. */
export interface Request {
  readonly ref: PrincipalRef;
  readonly shown: Shown;
  /** Since when this browser counts as the principal's own, where it does. */
  readonly markedSince?: Date;
  /** Whether the password that was given stands in lists of breached ones; undefined where none was given or none asked. */
  readonly passwordBreached?: boolean;
  /** A passkey was used. */
  readonly boundKey: boolean;
  /** The share of the day's tries that tried the password which was given; undefined where none was. */
  readonly passwordPopularity?: number;
}

/** A sign-in, or a step-up in a session, that has just succeeded. */
export interface SignIn extends Request {
  readonly session: string;
  /** More was proved than what can be stolen from afar: nobody teaches a profile with a stolen password alone. */
  readonly confirmed: boolean;
}

/** What a request in a session shows. Its mark is told only where it is not that of the browser that the session began in. */
export type ShownNow = Omit<Shown, 'at' | 'marked'> & { readonly marked?: false };

/** What has happened to the account and around it when a decision is made. */
export interface Circumstances {
  /** When an address or number, or a credential, was last changed; undefined: not lately. */
  readonly contactChangedAt?: Date;
  readonly credentialChangedAt?: Date;
  /** Somebody is getting back into the account at this moment, and nobody has stopped it. */
  readonly recovering: boolean;
  /** When it was last given back; undefined where it never was. */
  readonly recoveredAt?: Date;
}

/** An assessment as it is kept with a decision. */
export interface RiskFound {
  readonly probability: number;
  readonly band: RiskBand;
  /** The sum of evidence before calibration. */
  readonly sum: number;
  readonly contributions: readonly Contribution[];
  /** Signals that had nothing to go by: the decision was made on less. */
  readonly missing: readonly string[];
  readonly history: HistoryBucket;
  readonly frequency: Frequency;
  readonly model: string;
}

export interface Risk {
  /** Assesses a sign-in in the transaction that starts its session, keeps what it showed, and learns from it. */
  signedIn(tx: Db, signIn: SignIn): Promise<void>;
  /**
   * Assesses a session anew from where it is raised, in the same transaction: whoever came with a stolen cookie gets the
   * risk of that. A confirmed one has what its sign-in showed learnt in full at once.
   */
  raised(tx: Db, raise: SignIn): Promise<void>;
  /**
   * The risk of a session now: what its sign-in showed, and what has happened since, which may still be on its way.
   * Undefined for a session from before. Where a request of it shows itself now, the worse of both: what that shows in place
   * of what the sign-in did, and the sign-in as it was. Nothing is learnt from it.
   */
  ofSession(
    db: Db, ref: PrincipalRef, session: string, circumstances: Circumstances | Promise<Circumstances>, shown?: ShownNow | Promise<ShownNow | undefined>,
  ): Promise<RiskFound | undefined>;
  /** The risk of somebody who has no session yet, in a journey. Nothing is learnt from it. */
  ofRequest(db: Db, request: Request, circumstances: Circumstances): Promise<RiskFound>;
  /** Counts an attempt that failed and looks like one of many. */
  countHostile(population: string, shown: Shown): void;
  /** The owner says that it was somebody else: what nothing confirmed of late is never learnt. */
  disown(tx: Db, ref: PrincipalRef): Promise<void>;
  /** All that is remembered of a principal goes. */
  forget(tx: Db, ref: PrincipalRef): Promise<void>;
  /** Learns what nobody objected to, writes counts, removes what is too old. Returns how many sign-ins were learnt. */
  tidy(): Promise<number>;
  /** Writes what was counted of whole populations. */
  flush(): Promise<void>;
}
