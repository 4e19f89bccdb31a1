import type { JsonWebKey } from 'node:crypto';
import type { Acr, CredentialKind, SessionEndReason } from '../../../contract/events/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Posture } from './posture-store.ts';

/** One credential shown in a run: the ground that assurance stands on. */
export interface Proof {
  readonly kind: CredentialKind;
  readonly at: Date;
  /** Passkeys: the authenticator checked the person (PIN or biometric), so it is two factors in one. */
  readonly userVerified?: boolean;
  /** Passkeys: which one of the account's. */
  readonly credential?: string;
  /** Federated sign-ins: the provider has asked for two factors, as the policy counts its words. */
  readonly twoFactors?: boolean;
}

/** What a session has proved. */
export interface Assurance {
  readonly acr: Acr;
  /** RFC 8176 values. */
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
}

export interface Session extends PrincipalRef {
  readonly id: string;
  /** The strongest level that it proved. */
  readonly assurance: Assurance;
  /** All levels that it proved, strongest first, each with its own time: what freshness is asked of. */
  readonly levels: readonly Assurance[];
  /** What was shown in it, the latest of each kind. */
  readonly proofs: readonly Proof[];
  /** The application through which it began. */
  readonly client: string | null;
  /** Browser and system in words, for the person to tell it from others. */
  readonly device: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** A browser in which somebody has had sessions. */
export interface KnownDevice {
  readonly id: string;
  /** Browser and system in words. */
  readonly label: string | null;
  readonly firstSeenAt: Date;
  /** To the day. */
  readonly lastSeenAt: Date;
  /** Where the organisation says that it manages it. */
  readonly posture: Posture | null;
}

/** A key of a device that is registered for a person. */
export interface DeviceKey {
  readonly id: string;
  readonly name: string;
  readonly registeredAt: Date;
  readonly endsAt: Date;
}

/** The public key as a JWK or as PEM; a certificate stands for the key in it. */
export interface NewDeviceKey extends Pick<DeviceKey, 'name' | 'endsAt'> {
  readonly key: string | JsonWebKey;
}

/** The browser that raises a session. */
export interface RaisedWhere {
  /** Of its long-lived cookie. */
  readonly deviceHash: Buffer;
  readonly userAgent: string;
  /** See `Sessions.start`. */
  readonly confirmed: boolean;
}

export interface Sessions {
  /**
   * Starts one and returns the secret for the browser's cookie; the store keeps its hash. Of more than 100 of one
   * principal the oldest end.
   * @throws credential.refused when the proofs reach no level, principal.unknown, principal.suspended
   */
  start(tx: Db, input: {
    ref: PrincipalRef; proofs: readonly Proof[]; run?: string; client?: string;
    personal?: { clientAddress: string; userAgent: string };
    /** Of the browser's long-lived cookie. */
    deviceHash?: Buffer;
    /** More was proved than what can be stolen from afar: the browser counts as the principal's own from now on. */
    confirmed?: boolean;
    /** At another screen than the person's own: its name, for the person to know it by. It has a shorter life by policy. */
    remote?: { readonly screen: string };
  }): Promise<{ session: Session; secret: string }>;
  /**
   * Adds proofs: assurance may rise, freshness moves, and the browser gets another secret (session fixation). The one
   * before stops at once; the id stays. From then on the session is in the browser that got it, `where`, if that is told.
   * @throws session.ended
   */
  raise(tx: Db, session: Session, proofs: readonly Proof[], where?: RaisedWhere): Promise<{ session: Session; secret: string }>;
  /**
   * The living session of this browser, and marks it as seen (at most once a minute). What the policy in force lets
   * live no longer, and that of a suspended principal, is not given out whatever its row says.
   */
  findBySecret(population: string, secret: string): Promise<Session | undefined>;
  /**
   * A living session by id: what authorize, refresh, userinfo and introspection ask. Doesn't count as use. Whoever asks
   * within a transaction gives it: one that waits for a second connection keeps the first from others who wait likewise.
   */
  find(population: string, id: string, tx?: Db): Promise<Session | undefined>;
  /** The same without a look at its principal, for whoever looks at them anyway: only an active one may use it. */
  findOpen(population: string, id: string): Promise<Session | undefined>;
  /** Since when the browser that it is in counts as its principal's own; undefined while it doesn't. See `knownSince`. */
  deviceKnownSince(session: Session): Promise<Date | undefined>;
  /** The hash of that cookie in the browser that a session of a principal began in; undefined where it had none. */
  markOf(db: Db, ref: PrincipalRef, session: string): Promise<Buffer | undefined>;
  /** Which of these sessions of a principal began in the browser with that cookie. */
  startedWith(db: Db, ref: PrincipalRef, deviceHash: Buffer, sessions: readonly string[]): Promise<readonly string[]>;
  /** Marks one that was found by id as used, at most once a minute: where a person is at work without their secret. */
  markSeen(session: Session): Promise<void>;
  /**
   * Since when a browser, named by the hash of its long-lived cookie, counts as a principal's own: since they proved more
   * in it than what can be stolen from afar, or, after a week in which nobody objected, since they were first seen there.
   */
  knownSince(db: Db, ref: PrincipalRef, deviceHash: Buffer): Promise<Date | undefined>;
  /** Browsers that this principal is known in, those used last first; at most 50. */
  devices(db: Db, ref: PrincipalRef): Promise<readonly KnownDevice[]>;
  /** Notes that one of them is managed, or is no more. @throws device.unknown */
  markDevice(tx: Db, ref: PrincipalRef, id: string, posture: Posture | null, actor: Actor): Promise<void>;
  /**
   * A proxy says that the browser holds this certificate (DER): where an authority of the policy has issued it, or its key
   * is registered for the person, the session is a managed device's until the first of their ends. Of employees alone.
   */
  showCertificate(tx: Db, session: Session, der: Buffer): Promise<void>;
  /** The same before there is a session: until when such a certificate makes the device a managed one. */
  certificateManagedUntil(db: Db, ref: PrincipalRef, der: Buffer): Promise<Date | undefined>;
  /** Keys of devices that are registered for somebody, the newest first; at most 100. */
  deviceKeys(db: Db, ref: PrincipalRef): Promise<readonly DeviceKey[]>;
  /** @throws device_key.not_here, device_key.invalid, device_key.taken, device_key.too_many */
  registerDeviceKey(tx: Db, ref: PrincipalRef, given: NewDeviceKey, actor: Actor): Promise<DeviceKey>;
  /** No session is managed by it any more, those that showed it included. @throws device_key.unknown */
  withdrawDeviceKey(tx: Db, ref: PrincipalRef, id: string, actor: Actor): Promise<void>;
  /** Until when the device that a session began in is managed: by what is said of its browser, or by the certificate that it has shown. */
  deviceManagedUntil(session: Pick<Session, 'population' | 'id'>): Promise<Date | undefined>;
  /** The living ones, newest first. */
  list(db: Db, ref: PrincipalRef): Promise<readonly Session[]>;
  /** Does nothing where it has ended already or never was. At the desk's wish runs under way have to begin again, too. */
  end(tx: Db, population: string, id: string, reason: SessionEndReason, actor: Actor): Promise<void>;
  /**
   * Ends all of a principal's, but `except`; what was shown in runs that are under way counts no more, or one that was
   * begun before would be the next session. Returns how many. Where the account is not to be trusted any more (taken
   * over, reported) no device counts as known afterwards.
   */
  endAll(tx: Db, ref: PrincipalRef, reason: SessionEndReason, actor: Actor, except?: string): Promise<number>;
}
