import { commonPasswords, popularityOfRank, shareOfRank } from '../../server/src/credentials/index.ts';

/** How people's passwords are spread over the ranks of popularity, after what is published. */
export interface Passwords {
  readonly name: string;
  /** Ranks up to this one nobody has. */
  readonly refused: number;
  /** The chance that somebody's password is among the `count` likeliest that anybody can have. */
  chanceOf(count: number): number;
  /** What one more guess is believed to be worth, the n-th likeliest, from 1. */
  believed(guess: number): number;
}

/** The share of the commonest ranks together. */
function shareUpTo(rank: number): number {
  // As C·r^s of one rank is a difference of two of these, so is this one of all.
  const [first, second] = [shareOfRank(1), shareOfRank(2)];
  const slope = Math.log2((first + second) / first);
  return Math.min(1, first * rank ** slope);
}

const listed = commonPasswords.length;

function passwords(name: string, refused: number): Passwords {
  const left = 1 - shareUpTo(refused);
  return {
    name, refused,
    chanceOf: (count) => (shareUpTo(refused + count) - shareUpTo(refused)) / left,
    believed: (guess) => popularityOfRank(refused + guess <= listed ? refused + guess : undefined),
  };
}

/** As people may choose them here: what stands on the list is refused. */
export const chosenHere = passwords('as they may be chosen here', listed);
/** As they were chosen where nothing was refused. */
export const chosenAnyhow = passwords('as they were chosen where nothing is refused', 0);
