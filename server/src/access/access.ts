import type { ConsoleRole } from '../../../contract/admin/roles.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** How a grant came about. */
export type GrantBasis = 'administrator-link' | 'owner' | 'operator';

/** A principal holds a console role at a population. */
export interface Grant extends PrincipalRef {
  readonly id: string;
  readonly role: ConsoleRole;
  /** The population that it is held at; `population` is the holder's own. */
  readonly target: string;
  readonly basis: GrantBasis;
  readonly purpose: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly givenAt: Date;
  readonly expiresAt: Date | null;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
}

export interface GiveRole {
  readonly ref: PrincipalRef;
  readonly role: ConsoleRole;
  readonly target: string;
  readonly basis: GrantBasis;
  readonly purpose: string;
  readonly owner: string;
  readonly expiresAt: Date | null;
  readonly actor: Actor;
}

export interface Access {
  /**
   * Gives an active person of the workforce, who holds a passkey, a role at a population. What somebody prepared before
   * is worth nothing from then on: their open links are withdrawn, and runs under way have to begin again. Who holds it already keeps the grant, with the
   * purpose, owner and end of this time.
   * @throws population.unknown, grant.not_possible, request.invalid for an end in the past or too many grants,
   * grant.last_owner where the only lasting owner would get an end
   */
  grantRole(tx: Db, input: GiveRole): Promise<Grant>;
  /** Takes it away at once. @throws grant.unknown, grant.last_owner */
  revokeRole(tx: Db, input: { target: string; grant: string; reason: string; actor: Actor }): Promise<Grant>;
  /** Living grants at a population, also those of principals who are not active; newest first, at most 500. */
  grantsAt(db: Db, target: string): Promise<readonly Grant[]>;
  /** What a principal holds now: nothing where they are not active, nothing whose end has come. At most 500. */
  rolesOf(db: Db, ref: PrincipalRef): Promise<readonly Grant[]>;
  /** Whether a principal holds anything, be they active or not: whoever gets at their account may get at it. */
  isHolder(db: Db, ref: PrincipalRef): Promise<boolean>;
  /** Notes that these grants let somebody do something; written once an hour at most. */
  touch(db: Db, used: readonly Grant[]): Promise<void>;
  /** Whether somebody active owns the population now. */
  hasOwner(db: Db, target: string): Promise<boolean>;
  /**
   * For whoever is about to shut a principal out: no population may lose its last lasting owner by it.
   * @throws grant.last_owner
   */
  keepOwners(tx: Db, ref: PrincipalRef): Promise<void>;
}
