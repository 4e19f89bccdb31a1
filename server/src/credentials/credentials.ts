import type {
  AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Actor, CredentialKind } from '../../../contract/events/index.ts';
import type { PhoneRules } from '../../../contract/policy/index.ts';
import type { Phone } from '../directory/index.ts';
import type { Breaches } from '../breaches/index.ts';
import type { Brakes } from '../brakes/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, PrincipalRef, Randomness } from '../kernel/index.ts';
import type { Sealer } from '../keys/index.ts';
import type { Database, Db } from '../storage/index.ts';

/** What credentials are made of. */
export interface CredentialsDeps {
  /**
   * For the transactions of their own in which tries are counted. They run while the caller's transaction is open, so
   * this must be another pool than the callers': with one pool, as many sign-ins at once as it has connections would
   * wait for each other.
   */
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly events: Pick<EventLog, 'append'>;
  readonly sealer: Sealer;
  readonly breaches: Breaches;
  readonly clock: Clock;
  readonly random: Randomness;
  /** Where tries at passwords are counted across the population; made-up people's are not. */
  readonly brakes?: Brakes;
}

/**
 * What had been shown when a factor was bound: `account`, it came with the account; `factor`, a passkey or an app of the
 * account; `recovery`, what gives an account back; `less`, a mailbox, a number, a password or another house's word alone.
 */
export type BoundWith = 'account' | 'factor' | 'recovery' | 'less';

/** What every kind of credential tells of itself. */
export interface Credential {
  readonly id: string;
  readonly kind: CredentialKind;
  readonly label: string | null;
  readonly boundAt: Date;
  /** Of a passkey or an app; absent for other kinds, and null where it is not known. */
  readonly boundWith?: BoundWith | null;
  readonly lastUsedAt: Date | null;
}

/** Where an act takes place; written into the events that it leaves. */
export interface Occasion {
  readonly actor: Actor;
  readonly run?: string;
  readonly session?: string;
  readonly client?: string;
  /** Names the device that throttles may tell apart from strangers: a hash of its long-lived cookie. */
  readonly device?: string;
  readonly clientAddress?: string;
  /**
   * Whom the act concerns where the call itself doesn't name them: codes by e-mail are then counted for the account
   * too, and its events name it.
   */
  readonly principal?: string;
  /**
   * What the person typed as who they are. Tries for an account that doesn't exist are throttled by it, so that
   * throttling doesn't tell which accounts do.
   */
  readonly identifier?: string;
}

/** The relying party that passkeys are made for: the population's host and origin. */
export interface RelyingParty {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** Whether the authenticator must check the person (PIN or biometric); `preferred` where nothing is said. */
  readonly userVerification?: 'required' | 'preferred';
}

export interface Passkeys {
  /** Options for making one; `excludeCredentials` names those that the person has. */
  registrationOptions(db: Db, ref: PrincipalRef, rp: RelyingParty, person: { name: string; displayName: string }):
    Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** Checks and binds; at most 20 per person. @throws passkey.refused */
  register(tx: Db, ref: PrincipalRef, rp: RelyingParty, input: {
    response: RegistrationResponseJSON; challenge: string; label?: string; occasion: Occasion;
    boundWith?: BoundWith;
    /** Made by a password manager without asking anybody, which leaves no sign of a presence (WebAuthn 3 §7.1). */
    silently?: boolean;
  }): Promise<Credential & { readonly userVerified: boolean }>;
  /** Options for using one; without `ref` any discoverable passkey of this relying party will do. */
  authenticationOptions(db: Db, rp: RelyingParty, ref?: PrincipalRef): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Checks one in use. @throws passkey.refused, passkey.other_door (detail names the door) */
  authenticate(tx: Db, population: string, rp: RelyingParty, input: {
    response: AuthenticationResponseJSON; challenge: string; occasion: Occasion;
  }): Promise<{ ref: PrincipalRef; credential: Credential; userVerified: boolean }>;
}

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'contains-context';

export interface Passwords {
  /**
   * SP 800-63B-4 §3.1.1.2: length and blocklist only, no composition rules. `context` are names (of the application,
   * of the person) without which at least 8 characters must be left. Lists of breached passwords count as common.
   */
  judge(password: string, minimum: number, context: readonly string[]): Promise<PasswordFault | undefined>;
  /** @throws password.unacceptable, server.busy when the hashing queue is full */
  set(tx: Db, ref: PrincipalRef, password: string, input: {
    minimum: number; context: readonly string[]; occasion: Occasion;
  }): Promise<void>;
  /**
   * Takes as long for an account that doesn't exist (`ref` undefined; give `occasion.identifier`) or has none.
   * @throws credential.throttled, server.busy
   */
  verify(population: string, ref: PrincipalRef | undefined, password: string, occasion: Occasion): Promise<boolean>;
  /** Whether one that was right stands in lists of breached passwords; undefined where none could be asked. */
  isBreached(password: string): Promise<boolean | undefined>;
  /**
   * Tries of a sum that the device should solve before a password is looked at: 0 where little of what comes from there
   * is an attack, and for a device on which the person has succeeded before.
   */
  workBefore(population: string, ref: PrincipalRef | undefined, occasion: Occasion): Promise<number>;
  /**
   * Who waits instead takes turns with all others at the same address, one each `wait` milliseconds, on all servers.
   * Seconds until the next one; 0 where this was it.
   */
  takeTurn(population: string, occasion: Occasion, wait: number): Promise<number>;
  /** The share of the day's tries, 0 to 1, that tried this very password at whatever account; undefined if not counted. */
  popularityOf(population: string, password: string): Promise<number | undefined>;
}

export type CodeVerdict = 'correct' | 'wrong' | 'expired' | 'no-tries-left';

export interface EmailCodes {
  /**
   * Makes a code of 6 digits for this run and address, replacing an earlier one. 5 tries, 10 minutes, single use,
   * hashed. Undefined when the address or account may not get another mail yet (capped per hour); the run's code
   * before stays then.
   */
  issue(tx: Db, population: string, run: string, address: string, occasion: Occasion): Promise<string | undefined>;
  /**
   * Counts the try even when the rest of the caller's work is rolled back. The fifth wrong try already answers that
   * none is left. `address` is the one that is to be proved, as it was given to `issue`: a code that went to another
   * one, earlier in the same run, is wrong.
   */
  verify(population: string, run: string, address: string, code: string, occasion: Occasion): Promise<CodeVerdict>;
}

/** Which limit of a population's policy kept a text from being sent. */
export type TextLimit = 'country' | 'number' | 'prefix' | 'address' | 'population';

/**
 * Codes by text message: a restricted authenticator (SP 800-63B-4 §3.2.9), since numbers change hands and texts are
 * read on the way. Alone it proves little, and it is never a second factor (see `levelsOf` of sessions).
 */
export interface SmsCodes {
  /**
   * Makes a code of 6 digits for this run and number, replacing an earlier one: 5 tries, 10 minutes, single use, hashed.
   * Where a limit of `rules` is met nothing is to be sent, the run's code before stays, and an event tells of it.
   */
  issue(tx: Db, population: string, run: string, phone: Phone, rules: PhoneRules, occasion: Occasion):
    Promise<{ readonly code: string } | { readonly limit: TextLimit }>;
  /** As `EmailCodes.verify`; `number` is E.164. */
  verify(population: string, run: string, number: string, code: string, occasion: Occasion): Promise<CodeVerdict>;
}

/** What has become of a run's link: nobody has answered, somebody said yes, it was used up, stopped, or is too old. */
export type EmailLinkState = 'open' | 'confirmed' | 'used' | 'ended' | 'expired';

export interface EmailLinks {
  /**
   * Makes a link for this run and address, which withdraws the run's earlier one: 10 minutes, single use, hashed. The
   * two-digit number is for the browser that asked to show, never for the mail. Undefined as with `EmailCodes.issue`.
   */
  issue(tx: Db, population: string, run: string, address: string, occasion: Occasion):
    Promise<{ token: string; number: string } | undefined>;
  /** Looks, and changes nothing. Undefined for what is no link, or a withdrawn one. */
  find(db: Db, population: string, token: string): Promise<{ run: string; state: EmailLinkState } | undefined>;
  /**
   * Says yes to an open link. `number` is left out only for the browser that began the run. The third wrong one ends
   * the link; for a link that isn't open the answer is its state.
   */
  confirm(population: string, token: string, number: string | undefined, occasion: Occasion):
    Promise<EmailLinkState | 'wrong' | undefined>;
  /** Its reader says that they asked for nothing. */
  stop(population: string, token: string, occasion: Occasion): Promise<void>;
  state(db: Db, population: string, run: string): Promise<EmailLinkState | undefined>;
  /**
   * Uses up what was confirmed, once: `confirmed` is the answer to that. `open` also where the link went to another
   * address than the one to prove, or nobody got one. `confirmedAt` is when its reader said yes.
   */
  take(tx: Db, population: string, run: string, address: string, occasion: Occasion):
    Promise<{ readonly state: EmailLinkState; readonly confirmedAt: Date | null }>;
}

export interface Totps {
  /** A new seed, not bound yet: the caller keeps it (sealed) until `bind`. Base32 and otpauth URI. */
  propose(issuer: string, account: string): { secret: string; uri: string };
  /** Binds after the person showed a right code. False if the code is wrong. */
  bind(tx: Db, ref: PrincipalRef, secret: string, code: string, occasion: Occasion, boundWith?: BoundWith): Promise<boolean>;
  /** RFC 6238 with one step of drift; each step's code once. @throws credential.throttled */
  verify(ref: PrincipalRef, code: string, occasion: Occasion): Promise<'correct' | 'wrong' | 'used'>;
}

export interface RecoveryCodes {
  /** Makes a set of 8 in place of an earlier one and tells them, this once. SP 800-63B-4 §4.2.1.1 */
  issue(tx: Db, ref: PrincipalRef, occasion: Occasion): Promise<readonly string[]>;
  /**
   * Uses one up if it is right. Takes the same steps for an account that doesn't exist (`ref` undefined; give
   * `occasion.identifier`) or has none. Counts, and uses up, even when the rest of the caller's work is rolled back.
   * @throws credential.throttled
   */
  verify(population: string, ref: PrincipalRef | undefined, code: string, occasion: Occasion): Promise<boolean>;
  /** How many can still be used. */
  left(db: Db, ref: PrincipalRef): Promise<number>;
}

/** Which credentials people were offered and didn't want for now. */
export interface Offers {
  declinedAt(db: Db, ref: PrincipalRef, kind: CredentialKind): Promise<Date | undefined>;
  /** Kept for 400 days. */
  decline(tx: Db, ref: PrincipalRef, kind: CredentialKind): Promise<void>;
}

export interface Credentials {
  readonly passkeys: Passkeys;
  readonly passwords: Passwords;
  readonly emailCodes: EmailCodes;
  readonly smsCodes: SmsCodes;
  readonly emailLinks: EmailLinks;
  readonly totps: Totps;
  readonly recoveryCodes: RecoveryCodes;
  readonly offers: Offers;
  /** The person came in, by whatever way, on a device that has its mark from now on: strangers' guesses don't touch it. */
  marked(tx: Db, ref: PrincipalRef, device: string): Promise<void>;
  /** The owner says that a device is not theirs: guesses from it are a stranger's again; from all where none is named. */
  unmark(tx: Db, ref: PrincipalRef, device: string | undefined): Promise<void>;
  /** All that are bound, oldest first. A set of recovery codes is one, while some of them are left. */
  list(db: Db, ref: PrincipalRef): Promise<readonly Credential[]>;
  /** @throws credential.unknown */
  remove(tx: Db, ref: PrincipalRef, credentialId: string, input: { reason: string; occasion: Occasion }): Promise<void>;
  /** Drops everything that was bound before an identifier was first proved by somebody else. */
  removeAll(tx: Db, ref: PrincipalRef, input: { reason: string; occasion: Occasion }): Promise<void>;
}
