import type { Actor } from '../../../contract/events/index.ts';
import type { Message } from '../../../contract/messages.ts';
import type { Directory } from '../directory/read.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, PrincipalRef, Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Risk } from '../risk/index.ts';
import type { Sessions } from '../sessions/read.ts';
import type { Database, Db } from '../storage/index.ts';
import type { PlaceKind } from './token-features.ts';
import type { KeyedHash } from './transaction-digest.ts';

/** What checkpoints are made of. */
export interface CheckpointsDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly events: Pick<EventLog, 'append' | 'appendGrouped' | 'subscribe'>;
  readonly policies: Pick<Policies, 'current' | 'population'>;
  /** Who the person is and what their session has shown. */
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers' | 'withdrawInvitations' | 'cancelDeletion'>;
  readonly credentials: {
    /** Removes what a notice told of. @throws credential.unknown */
    remove(tx: Db, ref: PrincipalRef, id: string, removal: Removal): Promise<void>;
    /** Guesses from a browser are strangers' again; from all of them where none is named, by the hash of its mark. */
    unmark(tx: Db, ref: PrincipalRef, device: string | undefined): Promise<void>;
  };
  readonly sessions: Pick<Sessions, 'deviceKnownSince' | 'deviceManagedUntil' | 'endAll' | 'markOf' | 'startedWith'>;
  readonly risk: Pick<Risk, 'ofSession' | 'ofRequest' | 'disown'>;
  /** What is known offline of where an address is; its place is a system or a prefix, never the address. */
  readonly places: (address: string) => { readonly kind: PlaceKind; readonly place: string };
  /** Where notices are put; sent after the commit. */
  readonly messages: { queue(tx: Db, notice: Notice): Promise<void> };
  /** Seals what links in mails carry. */
  readonly links: LinkSealer;
  /** Hashes what was asked with a key of the population's own, which is nowhere in the database. */
  readonly keyed: KeyedHash;
  /** A whole number below 2^48 that looks like chance, the same one for the same text: what decides what is explored. */
  readonly draw: (population: string, text: string) => number;
  /** Bounds decisions that hold a transaction while they are made, which may ask for a second connection. @throws server.busy */
  readonly transactions: { run<T>(work: () => Promise<T>): Promise<T> };
  readonly clock: Clock;
  readonly random: Randomness;
}

interface Removal {
  readonly reason: string;
  readonly occasion: { readonly actor: Actor };
}

export interface Notice {
  readonly population: string;
  readonly to: string;
  readonly channel: 'email' | 'sms';
  readonly locale: string | null;
  readonly principal: string;
  readonly message: Message;
}

export interface LinkSealer {
  seal(context: string, plain: Buffer): Buffer;
  /** @throws keys.unreadable */
  open(context: string, sealed: Buffer): Buffer;
}
