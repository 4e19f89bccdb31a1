import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** Somebody whom the owner of an account trusts to say, one day, that it is them. */
export interface Contact extends PrincipalRef {
  readonly id: string;
  readonly address: string;
  /** The owner's language, for want of the contact's. */
  readonly locale: string | null;
  /** `asked` until they have said yes by the link in their mail. */
  readonly state: 'asked' | 'accepted' | 'gone';
  readonly askedAt: Date;
}

/** What the link in a contact's mail shows; `owner` is the name that the account goes by. */
export interface ContactLink {
  readonly state: 'ask' | 'accepted' | 'declined' | 'confirm' | 'confirmed' | 'stopped' | 'ended';
  readonly owner: string;
  /** The browser and system that a recovery is asked from, in words; empty where there is none. */
  readonly device: string;
  /** True where another number was typed than the person's screen shows. */
  readonly isWrongNumber?: true;
}

export type ContactAnswer =
  | { readonly choice: 'accept' | 'decline' | 'stop' }
  | { readonly choice: 'confirm'; readonly number: string };

/** Trusted contacts: named by the owner, who is told of it; accepted by mail; asked in a recovery. */
export interface Contacts {
  /** The owner's, those who have not answered yet among them, oldest first. */
  list(db: Db, ref: PrincipalRef): Promise<readonly Contact[]>;
  /** Names one and asks them by mail. @throws recovery.contact_refused, request.rate_limited */
  add(tx: Db, ref: PrincipalRef, named: { readonly address: string; readonly locale: string | null }): Promise<void>;
  /** False, and nothing is done, where it is not theirs or no contact any more. */
  remove(tx: Db, ref: PrincipalRef, id: string): Promise<boolean>;
  /** Looks; nothing changes. @throws link.invalid */
  show(population: string, token: string): Promise<ContactLink>;
  /** @throws link.invalid */
  answer(population: string, token: string, answer: ContactAnswer): Promise<ContactLink>;
}
