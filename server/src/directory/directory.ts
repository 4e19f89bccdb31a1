import type { IdentifierKind, PrincipalKind } from '../../../contract/events/index.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Db } from '../storage/index.ts';
import type { Phone } from './phone.ts';
import type { ProfileChange } from './profile.ts';

export type PrincipalState = 'active' | 'suspended' | 'erased';

export interface Principal extends PrincipalRef {
  readonly kind: PrincipalKind;
  readonly state: PrincipalState;
  readonly displayName: string | null;
  readonly locale: string | null;
  readonly createdAt: Date;
  readonly origin: 'real' | 'simulated';
  /** What was shown before in a run that is still under way is worth nothing; null where everything counts. */
  readonly proofsCountFrom: Date | null;
  /** When the account was last given back by recovery; null where it never was. */
  readonly recoveredAt: Date | null;
  /** As the IANA database names it; null where they haven't said. */
  readonly timeZone: string | null;
  /** When another address last took the place of one; null where none ever did, or it was undone. */
  readonly contactChangedAt: Date | null;
  /** When a proved address or number, or a credential, was last taken from the account; null where none ever was. */
  readonly contactRemovedAt: Date | null;
  readonly credentialRemovedAt: Date | null;
}

/** An address that was replaced, which whoever reads its mail can undo while it is open. */
export interface AddressChange extends PrincipalRef {
  readonly id: string;
  readonly former: string;
  readonly at: Date;
  readonly until: Date;
  /** `overtaken` where an earlier one was undone, or its time is over. */
  readonly state: 'open' | 'undone' | 'overtaken';
}

export interface Identifier {
  readonly kind: IdentifierKind;
  /** As the person or the organisation wrote it; what is matched is the normalised form. */
  readonly value: string;
  readonly verifiedAt: Date | null;
  /** When the person last proved to have it, or the organisation vouched for it; null where neither ever did. */
  readonly provedAt: Date | null;
}

export type PrincipalBasis = 'sign-up' | 'invitation' | 'import' | 'client' | 'demo' | 'operator';

export interface NewPrincipal {
  readonly population: string;
  readonly kind: PrincipalKind;
  readonly basis: PrincipalBasis;
  readonly actor: Actor;
  readonly displayName?: string;
  readonly locale?: string;
}

/**
 * What a one-time link is for: `enrol` to make the means to sign in with; `owner` besides that to become owner, which
 * the registration uses up that it leads to, and not the button on its page.
 */
export type InvitationPurpose = 'enrol' | 'owner';

/** A one-time link: the token is known to its holder only, the store keeps its hash. */
export interface Invitation extends PrincipalRef {
  readonly id: string;
  readonly purpose: InvitationPurpose;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** What one import did. */
export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Those who came into being now, for whoever invites them. */
  readonly createdPrincipals: readonly PrincipalRef[];
  /** Who held one of the names unproved, as `verifyIdentifier` tells it. */
  readonly droppedFrom: readonly PrincipalRef[];
}

/** Something that somebody told about themselves, and what for. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** As it was told to the person. */
  readonly purpose: string;
  readonly setAt: Date;
}

/** That somebody agreed to a version of a text. */
export interface TextReceipt {
  readonly text: string;
  readonly version: string;
  readonly acceptedAt: Date;
}

/** That the owner of an account has asked for its deletion. */
export interface Closing {
  readonly askedAt: Date;
  readonly dueAt: Date;
}

export interface Directory {
  /** @throws population.unknown, request.invalid (a person in a workload population, an unusable name or locale) */
  createPrincipal(tx: Db, input: NewPrincipal): Promise<Principal>;
  findPrincipal(db: Db, ref: PrincipalRef): Promise<Principal | undefined>;
  /** The same, and whoever changes them waits until the transaction ends. */
  lockPrincipal(tx: Db, ref: PrincipalRef): Promise<Principal | undefined>;
  /**
   * Makes worthless what has been shown so far in runs that are still under way: the account was in other hands, or may
   * have been. Sessions are not touched. Does nothing where there is no such principal.
   */
  voidProofs(tx: Db, ref: PrincipalRef): Promise<void>;
  /**
   * Notes that the account was given back by recovery `at` a time, from which on what was bound counts as bound by it
   * or since. Does nothing where there is no such principal.
   */
  noteRecovery(tx: Db, ref: PrincipalRef, at: Date): Promise<void>;
  /**
   * Newest first, keyset-paged by id; at most 200 at once. `search` is the beginning of a name or identifier.
   * Erased principals aren't listed.
   */
  listPrincipals(
    db: Db, query: { population: string; search?: string; origin?: Origin; before?: string; limit: number }):
    Promise<readonly (Principal & { identifiers: readonly Identifier[] })[]>;
  /** Voids proofs and links, too. Does nothing where they are suspended already. @throws principal.unknown */
  suspend(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;
  /** Does nothing where they are active. @throws principal.unknown */
  reactivate(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;
  /**
   * For good: identifiers, name and open links go, and the key of the personal parts of events is destroyed. The
   * principal's id stays as a pseudonym. @throws principal.unknown
   */
  erase(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;

  /**
   * Notes that the owner wants the account deleted after `waiting` milliseconds; until then nothing changes. One that
   * was asked for before stays as it is. @throws principal.unknown
   */
  requestDeletion(tx: Db, ref: PrincipalRef, input: { waiting: number; actor: Actor; session?: string }): Promise<Closing>;
  /** False where there is none to cancel. @throws principal.unknown */
  cancelDeletion(tx: Db, ref: PrincipalRef, input: { actor: Actor; session?: string }): Promise<boolean>;
  deletionOf(db: Db, ref: PrincipalRef): Promise<Closing | undefined>;
  /** One whose time has come, held until the transaction ends; undefined where there is none that nobody else holds. */
  takeDueDeletion(tx: Db): Promise<PrincipalRef | undefined>;

  identifiers(db: Db, ref: PrincipalRef): Promise<readonly Identifier[]>;
  /**
   * Adds one that is not verified: it reserves and matches nothing. `run` is the run in which it was typed.
   * @throws identifier.invalid (also for more than 10), principal.unknown
   */
  addIdentifier(tx: Db, ref: PrincipalRef, input: {
    kind: IdentifierKind; value: string; actor: Actor; run?: string;
  }): Promise<void>;
  /**
   * Marks as proved what the principal has. An organisation that vouches for its own names (import, invitation)
   * verifies at once. Others who held it unproved lose it. `droppedFrom` names everyone whose earlier credentials,
   * sessions and links must go with this: those others, and the principal itself where another run than this one,
   * and not the organisation, had added it. Their links are withdrawn here; the caller drops the rest in the same transaction.
   * @throws identifier.taken when another principal has proved the same one; the transaction stays usable
   * @throws identifier.invalid when the principal doesn't have it
   */
  verifyIdentifier(tx: Db, ref: PrincipalRef, input: {
    kind: IdentifierKind; value: string; actor: Actor; run?: string;
  }): Promise<{ readonly droppedFrom: readonly PrincipalRef[] }>;
  /** Its holder has proved it once more. @throws identifier.invalid where they don't have it verified */
  noteProved(tx: Db, ref: PrincipalRef, input: { kind: IdentifierKind; value: string }): Promise<void>;
  /** Takes one from its principal. @throws identifier.invalid where they don't have it, principal.unknown */
  removeIdentifier(tx: Db, ref: PrincipalRef, input: {
    kind: IdentifierKind; value: string; reason: string; actor: Actor; run?: string;
  }): Promise<void>;
  /** Whom a VERIFIED identifier of any kind belongs to; text is normalised first. */
  findByIdentifier(db: Db, population: string, text: string): Promise<Principal | undefined>;
  /** Normalises an e-mail address: domain by IDNA, ASCII in lower case; dots and plus stay. Undefined if it is none. */
  normaliseEmail(text: string): string | undefined;
  /**
   * Reads a mobile number, one without its country's code as of `region` (two capital letters). Undefined if it is none.
   */
  readPhone(text: string, region?: string): Phone | undefined;

  /**
   * Makes a link and withdraws earlier unused ones; returns the token, once. `lifetime` in milliseconds, at most 7
   * days.
   * @throws principal.unknown, principal.suspended
   */
  invite(tx: Db, ref: PrincipalRef, input: { purpose: InvitationPurpose; lifetime: number; actor: Actor }):
    Promise<{ token: string; invitation: Invitation }>;
  /** Looks without using it up. @throws link.invalid, link.expired, link.used */
  findInvitation(db: Db, population: string, token: string): Promise<Invitation>;
  /** Withdraws the open ones of a principal. */
  withdrawInvitations(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;
  /** Uses it up; of two at once one wins. @throws link.invalid, link.expired, link.used */
  acceptInvitation(tx: Db, population: string, token: string): Promise<Invitation>;

  /**
   * Gives the account an address, proved by the caller, in place of one that it has. The token is for whoever reads the
   * former one's mail: it undoes the change until then. `droppedFrom` as `verifyIdentifier` tells it.
   * @throws identifier.taken (the transaction is to be given up), identifier.invalid, request.rate_limited, principal.unknown
   */
  replaceAddress(tx: Db, ref: PrincipalRef, input: {
    former: string; current: string; actor: Actor; session: string;
  }): Promise<{ readonly token: string; readonly until: Date; readonly droppedFrom: readonly PrincipalRef[] }>;
  /** Looks without undoing. @throws link.invalid */
  findAddressChange(db: Db, population: string, token: string): Promise<AddressChange>;
  /**
   * Gives the former address back and drops every one proved since; later changes can't be undone any more. Undefined
   * where it is too late. @throws link.invalid, identifier.taken (the former one is another's by now)
   */
  undoAddressChange(tx: Db, population: string, token: string): Promise<AddressChange | undefined>;
  /** Job: removes changes whose time is over, former addresses and all. Returns how many. */
  forgetAddressChanges(db: Db): Promise<number>;

  /** What isn't named stays. @throws principal.unknown, request.invalid */
  changeProfile(tx: Db, ref: PrincipalRef, change: ProfileChange, cause: { actor: Actor; session?: string; run?: string }):
    Promise<void>;
  /** Does nothing where there is none of that name. @throws principal.unknown */
  withdrawAttribute(tx: Db, ref: PrincipalRef, name: string, cause: { actor: Actor; session?: string; run?: string }):
    Promise<void>;
  /** By name. */
  attributes(db: Db, ref: PrincipalRef): Promise<readonly Attribute[]>;
  /** Replaces those of the same names. @throws principal.unknown, request.invalid (more than 40, longer than 200) */
  setAttributes(tx: Db, ref: PrincipalRef, input: {
    attributes: readonly Omit<Attribute, 'setAt'>[]; actor: Actor; session?: string; run?: string;
  }): Promise<void>;
  /** Oldest first. */
  textReceipts(db: Db, ref: PrincipalRef): Promise<readonly TextReceipt[]>;
  /** Does nothing where there is one for this version. @throws principal.unknown */
  acceptText(tx: Db, ref: PrincipalRef, input: { text: string; version: string; actor: Actor; run?: string }):
    Promise<void>;

  /**
   * Takes people from CSV (columns email, username, employee_number, phone, display_name, locale): all rows or none. A row
   * that names somebody known updates them, so that the same file can be sent again. At most 50,000 rows and 8 MiB.
   * @throws import.invalid with a fault for each bad line, population.unknown
   */
  importPrincipals(tx: Db, input: {
    population: string; csv: string; actor: Actor; onProgress?: (done: number, total: number) => void;
  }): Promise<ImportOutcome>;
}
