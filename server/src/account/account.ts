import type {
  OwnActivity, OwnConnection, OwnCredential, OwnDeletion, OwnPlace, OwnProfile, OwnReceipt, OwnRequest, OwnSession, ProfileFault,
} from '../../../contract/account.ts';
import type { NeededAssurance } from '../sessions/index.ts';
import type { Contact } from '../recovery/index.ts';
import type { RecurringJob } from '../storage/index.ts';
import type { AddressAnswer } from './change-address.ts';
import type { Typed } from './own-profile.ts';
import type { MissingProof } from './missing-proof.ts';
import type { OwnAct } from './own-acts.ts';
import type { AddressChanges } from './undo-address.ts';
import type { Visitor } from './visitor.ts';

export interface OwnAccount {
  readonly displayName: string | null;
  readonly identifiers: readonly string[];
  readonly requests: readonly OwnRequest[];
  readonly sessions: readonly OwnSession[];
  readonly credentials: readonly OwnCredential[];
  readonly codesLeft: number;
  /** Whether a recovery here would ask trusted contacts. */
  readonly hasContacts: boolean;
  readonly deletion: OwnDeletion | null;
  /** Whether people here delete their accounts themselves. */
  readonly deletable: boolean;
}

/** All that changes something throws HeldAct where its checkpoint has it wait or refuses it. */
export interface Account {
  read(visitor: Visitor): Promise<OwnAccount>;
  /**
   * What this session still has to prove before it may change how the account is opened, or undefined where it has:
   * the strongest that the account can show, at most five minutes ago.
   */
  missingProof(visitor: Visitor): Promise<NeededAssurance | undefined>;
  /**
   * The same before an act that the policy has a checkpoint for, which may ask for more and never for less.
   * @throws HeldAct where the act waits or is refused
   */
  missingFor(visitor: Visitor, act: OwnAct): Promise<MissingProof | undefined>;
  /** What the checkpoint of an act asks for, where the act itself wants no fresh proof. @throws HeldAct */
  foresee(visitor: Visitor, act: OwnAct): Promise<MissingProof | undefined>;
  /** One of the person's own; does nothing where it is not theirs or has ended. */
  endSession(visitor: Visitor, id: string): Promise<void>;
  endOtherSessions(visitor: Visitor): Promise<void>;
  /**
   * Ends all other sessions too, since the device that had the credential may be in other hands; every address is told.
   * @throws credential.unknown, credential.last, credential.proof_needed
   */
  removeCredential(visitor: Visitor, id: string): Promise<void>;
  /** Makes new codes in place of earlier ones; every address is told. @throws credential.proof_needed, request.rate_limited */
  issueRecoveryCodes(visitor: Visitor): Promise<readonly string[]>;
  /** The person has seen what opens their account, and says that it is right. @throws credential.proof_needed */
  confirmCheckUp(visitor: Visitor): Promise<void>;
  /** Whom they trust to say that it is them. */
  contacts(visitor: Visitor): Promise<readonly Contact[]>;
  /**
   * Asks somebody by mail to be one; every address is told.
   * @throws credential.proof_needed, recovery.contact_refused, request.rate_limited
   */
  nameContact(visitor: Visitor, address: string): Promise<void>;
  /** Every address is told; does nothing where it is none of theirs. @throws credential.proof_needed */
  removeContact(visitor: Visitor, id: string): Promise<void>;
  /** Where codes and news go. */
  reach(visitor: Visitor): Promise<{ readonly places: readonly OwnPlace[]; readonly adds: readonly OwnPlace['kind'][] }>;
  /** Every other address is told. @throws credential.proof_needed, credential.last, identifier.invalid */
  removePlace(visitor: Visitor, kind: OwnPlace['kind'], value: string): Promise<void>;
  /**
   * Whether the person may go through the journey that adds one: what holds it begins now, what permits it is used up by
   * the journey. @throws HeldAct, credential.proof_needed
   */
  letAddPlace(visitor: Visitor): Promise<void>;
  signOut(visitor: Visitor): Promise<void>;
  /** Newest first, 30 at once; `before` is what the page before gave as `earlier`. */
  activity(visitor: Visitor, before?: number): Promise<{ readonly activities: readonly OwnActivity[]; readonly earlier: number | null }>;
  connections(visitor: Visitor): Promise<{ readonly connections: readonly OwnConnection[]; readonly receipts: readonly OwnReceipt[] }>;
  /** Takes back all that an application of another organisation was let have; does nothing where it had nothing. */
  disconnect(visitor: Visitor, client: string): Promise<void>;
  /** Everything that is kept about the person, without secrets. @throws credential.proof_needed */
  exportData(visitor: Visitor): Promise<Readonly<Record<string, unknown>>>;
  /** After the waiting time of the policy the account is erased; every address is told. @throws credential.proof_needed, request.not_found */
  requestDeletion(visitor: Visitor): Promise<void>;
  cancelDeletion(visitor: Visitor): Promise<void>;
  /** What they may see and set of themselves; `typed` stands in for what is on file where it was not taken. */
  profile(visitor: Visitor, typed?: Typed): Promise<OwnProfile>;
  /** Undefined where all was taken, else what is wrong, and nothing was. */
  saveProfile(visitor: Visitor, typed: Typed): Promise<ProfileFault | undefined>;
  /** Forgets something that they told, where it was optional or is asked no more. */
  takeBack(visitor: Visitor, attribute: string): Promise<void>;
  /** Sends a code to another address. @throws credential.proof_needed, request.not_found */
  proveAddress(visitor: Visitor, typed: string): Promise<AddressAnswer>;
  /**
   * Puts it in the place of `former`, which is told and can undo it. @throws credential.proof_needed, request.not_found,
   * identifier.invalid, request.rate_limited
   */
  changeAddress(visitor: Visitor, typed: { former: string; address: string; code: string }): Promise<AddressAnswer>;
  readonly addressChanges: AddressChanges;
  readonly jobs: readonly RecurringJob[];
}
