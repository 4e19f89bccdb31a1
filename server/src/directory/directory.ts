import type { IdentifierKind, PrincipalKind } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { Db } from '../storage/index.ts';

export type PrincipalState = 'active' | 'suspended' | 'erased';

export interface Principal extends PrincipalRef {
  readonly kind: PrincipalKind;
  readonly state: PrincipalState;
  readonly displayName: string | null;
  readonly locale: string | null;
  readonly createdAt: Date;
  readonly origin: 'real' | 'simulated';
}

export interface Identifier {
  readonly kind: IdentifierKind;
  /** As the person or the organisation wrote it; what is matched is the normalised form. */
  readonly value: string;
  readonly verifiedAt: Date | null;
}

export type PrincipalBasis = 'sign-up' | 'invitation' | 'import' | 'client' | 'demo' | 'operator';

export interface NewPrincipal {
  readonly population: string;
  readonly kind: PrincipalKind;
  readonly basis: PrincipalBasis;
  readonly actor: Actor;
  readonly displayName?: string;
  readonly locale?: string;
  readonly origin?: 'simulated';
}

/** A one-time link: the token is known to its holder only, the store keeps its hash. */
export interface Invitation extends PrincipalRef {
  readonly id: string;
  readonly purpose: 'enrol';
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export interface Directory {
  createPrincipal(tx: Db, input: NewPrincipal): Promise<Principal>;
  findPrincipal(db: Db, ref: PrincipalRef): Promise<Principal | undefined>;
  /** Newest first, keyset-paged by id. */
  listPrincipals(db: Db, query: { population: string; search?: string; before?: string; limit: number }):
    Promise<readonly (Principal & { identifiers: readonly Identifier[] })[]>;
  suspend(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;
  reactivate(tx: Db, ref: PrincipalRef, actor: Actor, reason: string): Promise<void>;

  identifiers(db: Db, ref: PrincipalRef): Promise<readonly Identifier[]>;
  /** Adds one that is not verified: it reserves and matches nothing. @throws identifier.invalid */
  addIdentifier(tx: Db, ref: PrincipalRef, input: { kind: IdentifierKind; value: string; actor: Actor }): Promise<void>;
  /**
   * Marks it as proved. @throws identifier.taken when another principal has proved the same one.
   * An organisation that vouches for its own names (import, invitation) verifies at once.
   */
  verifyIdentifier(tx: Db, ref: PrincipalRef, input: { kind: IdentifierKind; value: string; actor: Actor }): Promise<void>;
  /** Whom a VERIFIED identifier of any kind belongs to; text is normalised first. */
  findByIdentifier(db: Db, population: string, text: string): Promise<Principal | undefined>;
  /** Normalises an e-mail address: domain by IDNA, lower case; dots and plus stay. Undefined if it is none. */
  normaliseEmail(text: string): string | undefined;

  /** Makes a link and withdraws earlier unused ones of the same purpose; returns the token, once. */
  invite(tx: Db, ref: PrincipalRef, input: { purpose: 'enrol'; lifetime: number; actor: Actor }):
    Promise<{ token: string; invitation: Invitation }>;
  /** Looks without using it up. @throws link.invalid, link.expired, link.used */
  findInvitation(db: Db, population: string, token: string): Promise<Invitation>;
  /** Uses it up; of two at once one wins. @throws link.invalid, link.expired, link.used */
  acceptInvitation(tx: Db, population: string, token: string): Promise<Invitation>;
}
