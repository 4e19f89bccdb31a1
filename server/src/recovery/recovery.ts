import type { Actor } from '../../../contract/events/index.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Contacts } from './contacts.ts';

/** What gives the account back: time in which its owner can object; or somebody's yes, and then that time. */
export type Route = 'wait' | 'support-desk' | 'trusted-contact';

/**
 * - `asked`: somebody else is to decide. `waiting`: the owner may object until `dueAt`; from then on it may be taken up.
 * - `used`, `refused`, `cancelled`, `expired`: closed.
 */
export type CaseState = 'asked' | 'waiting' | 'used' | 'refused' | 'cancelled' | 'expired';

/** One request of somebody to get back into an account. */
export interface RecoveryCase extends PrincipalRef {
  readonly id: string;
  /** Six digits that the person reads off their screen, so that the desk looks at the right case. They open nothing. */
  readonly caseNumber: string;
  readonly route: Route;
  readonly run: string;
  /** The browser and system that asked, in words. */
  readonly device: string;
  readonly locale: string | null;
  readonly openedAt: Date;
  /** Milliseconds that it waits once nobody's yes is missing. */
  readonly wait: number;
  readonly dueAt: Date | null;
  readonly state: CaseState;
  /** What a contact has to be told by the person, whose own screen shows it; null on the other routes. */
  readonly number: string | null;
}

export interface Opening extends PrincipalRef {
  readonly route: Route;
  readonly run: string;
  readonly device: string;
  readonly locale: string | null;
  /** Milliseconds. */
  readonly wait: number;
}

/** Why none was opened: nobody could object, nobody could be asked, or it was asked too often lately. */
export type NotOpened = 'nobody-to-tell' | 'nobody-to-ask' | 'too-often';

export interface Recovery {
  /** Whom people trust to say that it is them. */
  readonly contacts: Contacts;
  /** The case of an account that isn't closed; one that was overtaken by a report or a suspension counts as none. */
  living(db: Db, ref: PrincipalRef): Promise<RecoveryCase | undefined>;
  /** Opens one, or gives the living one, and tells every proved address. */
  open(tx: Db, opening: Opening): Promise<RecoveryCase | NotOpened>;
  /** Whether the owner has named somebody who has agreed to be asked. */
  hasContact(db: Db, ref: PrincipalRef): Promise<boolean>;
  /** Uses up a case whose wait is over, once. @throws recovery.not_ready */
  finish(tx: Db, ref: PrincipalRef): Promise<void>;
  /** What the link of a notice is about. @throws link.invalid */
  findByLink(population: string, token: string): Promise<RecoveryCase>;
  /** The owner objects; a case that is closed stays as it is. @throws link.invalid */
  cancel(population: string, token: string): Promise<RecoveryCase>;
  /** Those of a population that somebody has to decide, or that wait, oldest first. */
  list(population: string): Promise<readonly RecoveryCase[]>;
  /**
   * The desk's answer to one that is `asked`. Yes starts the wait and tells every address; it gives nobody a code, a
   * link or a session. @throws recovery.unknown, recovery.decided, recovery.own_case, recovery.not_a_colleague,
   * recovery.approver_recovered
   */
  decide(tx: Db, decision: Decision): Promise<RecoveryCase>;
  /** Job: tells that a wait is over, closes what nobody takes up, removes what is long closed. */
  tidy(only?: Origin): Promise<number>;
}

export interface Decision {
  readonly population: string;
  readonly id: string;
  /** Who may decide: those of this route, and no others. */
  readonly route: Exclude<Route, 'wait'>;
  readonly verdict: 'approved' | 'refused';
  /** What made the approver sure, or unsure; without names. */
  readonly reason: string;
  readonly actor: Actor;
  /** The approver, where it is a principal. */
  readonly by: PrincipalRef | null;
}
