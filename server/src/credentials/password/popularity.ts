import { commonPasswords } from './common-passwords.ts';

/**
 * How passwords that people choose are spread: the commonest r together have the share C·r^s (CDF-Zipf of 32 million
 * passwords of RockYou; Wang et al., TIFS 2017).
 */
const [scale, slope] = [0.0374, 0.1872] as const;

/** The part of people who choose the r-th commonest password, 0 to 1; `rank` from 1. */
export const shareOfRank = (rank: number): number => scale * (rank ** slope - (rank - 1) ** slope);

let ranks: ReadonlyMap<string, number> | undefined;
const rankOf = (plain: string): number | undefined => (
  ranks ??= new Map(commonPasswords.map((each, at) => [each, at + 1]))).get(plain);

/** What isn't on the list is as likely, at most, as the first that isn't: nobody can choose one of those here. */
const rare = shareOfRank(commonPasswords.length + 1) / (1 - scale * commonPasswords.length ** slope);
/** Tried at many accounts, a password is taken to be as common as the thousandth. */
const sprayedShare = shareOfRank(1_000);

/** How likely it is that somebody's password is this one, 0 to 1; `sprayed` where it is tried at many accounts. */
export const popularityOf = (password: string, sprayed: boolean): number => popularityOfRank(rankOf(password.toLowerCase()), sprayed);

/** The same of the r-th commonest of the list; undefined for one that isn't on it. */
export function popularityOfRank(rank: number | undefined, sprayed = false): number {
  return Math.max(rare, sprayed ? sprayedShare : 0, rank === undefined ? 0 : shareOfRank(rank));
}
