import type { BoundWith, Credential } from '../credentials/read.ts';
import { hour } from '../kernel/index.ts';
import type { Proof } from '../sessions/read.ts';

/** The passkey or app that speaks for a person at a question. */
export interface Factor {
  /** Milliseconds since it was bound. */
  readonly boundFor: number;
  /** `none` where the account has no factor, `unknown` where it isn't known, or the one that was shown is gone. */
  readonly boundWith: BoundWith | 'none' | 'unknown';
}

/** A passkey or an app that was shown: which one, where it is known. */
export interface ShownFactor { readonly kind: 'passkey' | 'totp'; readonly credential: string | undefined }

interface Account { readonly held: readonly Credential[]; readonly createdAt: Date | undefined }

/** What is bound so soon after the account was made came with it, on whichever page that was. */
const foundedWithin = hour;

/** Passkeys and apps among proofs that were shown since then. */
export function factorsIn(proofs: readonly Proof[], since: Date): readonly ShownFactor[] {
  return proofs.flatMap(({ kind, at, credential }) => (
    (kind === 'passkey' || kind === 'totp') && at >= since ? [{ kind, credential }] : []));
}

/**
 * The youngest of those that were shown to answer the question, so that nobody lends it the age of another one; until one
 * was, the one that the account has had longest, since it might be shown.
 */
export function factorOf(account: Account, shown: readonly ShownFactor[], now: Date): Factor {
  const factors = account.held.filter(({ kind }) => kind === 'passkey' || kind === 'totp').map((each) => ({ ...each, ...ageOf(each, account, now) }));
  const none: Factor = { boundFor: 0, boundWith: shown.length > 0 ? 'unknown' : 'none' };
  const spoken = shown.length === 0 ? factors : shown.map(({ kind, credential }) => (
    // An app is the only one of its kind; a passkey that isn't named may be the youngest.
    factors.findLast((each) => each.kind === kind && (credential === undefined || each.id === credential)) ?? none));
  const oldestFirst = spoken.toSorted((a, b) => standing(b) - standing(a));
  const { boundFor, boundWith } = (shown.length === 0 ? oldestFirst[0] : oldestFirst.at(-1)) ?? none;
  return { boundFor, boundWith };
}

/** How long it has stood, for a comparison: what came with the account is no newcomer to it, however young that is. */
export const standing = ({ boundFor, boundWith }: Factor): number => (boundWith === 'account' ? Number.POSITIVE_INFINITY : boundFor);

function ageOf({ boundAt, boundWith }: Credential, { createdAt }: Account, now: Date): Factor {
  const isFounding = createdAt !== undefined && boundAt.getTime() - createdAt.getTime() <= foundedWithin;
  return { boundFor: Math.max(0, now.getTime() - boundAt.getTime()), boundWith: isFounding ? 'account' : boundWith ?? 'unknown' };
}
