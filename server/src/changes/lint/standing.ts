import type { Acr, PopulationKind } from '../../../../contract/events/index.ts';
import type { Holding } from '../../journeys/index.ts';
import { assuranceOf, provesTheMost, recovers, satisfies, type Proof } from '../../sessions/index.ts';

/** A proof in the abstract: which kind, and for passkeys whether the authenticator checked the person. */
export type Shown = Proof['kind'] | 'passkey-without-check';

/** What a person is when they come to a run: the account, and how much of it they still have at hand. */
export interface Person {
  /** False for somebody who has no account yet. */
  readonly account: boolean;
  /** Bound to the account; `has.*` tells of these, lost ones too. */
  readonly has: readonly Holding[];
  readonly lost: readonly Holding[];
  /** Their authenticator makes passkeys that don't check who holds it: no PIN, no fingerprint. */
  readonly unchecked: boolean;
}

/** What is true of a person and their run when it comes to a node. */
export interface Standing extends Person {
  readonly shown: readonly Shown[];
  readonly created: boolean;
  /** Whether anybody has said who they are. */
  readonly identified: boolean;
  /** Whether an identity upstream waits to be linked to the account. */
  readonly pending: boolean;
  /** What a checkpoint wants to see now, or that it has seen it; undefined where none asked. */
  readonly challenged?: 'passkey' | 'passkey-or-totp' | 'email-code' | 'met';
}

const fixedTime = new Date(0);

function asProof(shown: Shown): Proof {
  return shown === 'passkey-without-check'
    ? { kind: 'passkey', at: fixedTime, userVerified: false } : { kind: shown, at: fixedTime, userVerified: true };
}

/** The assurance that these proofs reach, as sessions judge it. */
export function acrOf(shown: readonly Shown[], kind: PopulationKind): Acr {
  const key = `${kind} ${shown.join()}`;
  const known = reached.get(key);
  if (known !== undefined) return known;
  const { acr } = assuranceOf(shown.map(asProof), kind);
  reached.set(key, acr);
  return acr;
}

/** Asked for each of the many who arrive somewhere, of a few sets of proofs: not more than there are of kinds of proof. */
const reached = new Map<string, Acr>();

export function isSatisfied(shown: readonly Shown[], needed: Acr, kind: PopulationKind): boolean {
  return shown.length > 0 && satisfies(acrOf(shown, kind), needed);
}

/** A credential is bound by whoever has shown the most that the account has, or recovers it (as the steps hold it). */
export function mayBind(standing: Standing, kind: PopulationKind): boolean {
  const { shown, has, created, account } = standing;
  if (shown.length === 0 || !account) return false;
  if (created || shown.includes('invitation')) return true;
  const known = binding[kind].get(standing);
  if (known !== undefined) return known;
  const proofs = shown.map(asProof);
  const may = recovers(proofs, kind) || provesTheMost(proofs, has, kind);
  binding[kind].set(standing, may);
  return may;
}

/** A walk has one object for all standings that are equal. */
const binding: Readonly<Record<PopulationKind, WeakMap<Standing, boolean>>> = {
  customer: new WeakMap(), workforce: new WeakMap(), workload: new WeakMap(),
};

export function isAtHand({ has, lost }: Person, holding: Holding): boolean {
  return has.includes(holding) && !lost.includes(holding);
}

/** The most that this person could prove with all that they have at hand; undefined where it is nothing. */
export function reachOf(person: Person, kind: PopulationKind): Acr | undefined {
  const held = person.has.filter((each) => isAtHand(person, each) && each !== 'recovery-code')
    .map((each): Shown => (each === 'passkey' && person.unchecked ? 'passkey-without-check' : each));
  const shown: readonly Shown[] = kind === 'customer' ? [...held, 'email-code'] : held;
  return shown.length === 0 ? undefined : acrOf(shown, kind);
}
