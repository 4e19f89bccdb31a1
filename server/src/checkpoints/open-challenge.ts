import { hour } from '../kernel/index.ts';
import type { Candidate } from './decide.ts';
import type { Proved } from './proved.ts';

/** A challenge that nobody came back from within this time was given up. */
export const challengeLife = hour;
/** Whoever is given one has at least half of its life to meet it. */
const givenAgainFor = challengeLife / 2;

/** A challenge to a question that its session or run has not met yet. */
export interface OpenChallenge {
  /** Of the decision. */
  readonly id: string;
  readonly at: Date;
  /** What it asks for. */
  readonly asks: Pick<Candidate, 'with' | 'within'>;
  /** What was proved to it, on pages that showed what is asked about now. */
  readonly proved: Proved;
}

/**
 * Whether whoever asks again is still to do the same: then it is the same challenge, and neither another request nor one
 * that was given up. A stricter one takes its place.
 */
export function isGivenAlready({ at, asks }: OpenChallenge, candidates: readonly Candidate[], now: Date): boolean {
  const chosen = candidates.find((each) => each.chosen);
  return chosen?.with === asks.with && chosen?.within === asks.within && now.getTime() - at.getTime() < givenAgainFor;
}
