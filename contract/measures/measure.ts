import type { PopulationKind } from '../events/index.ts';

/** The five families of signals. A figure belongs to exactly one of them, and no figure is made of two. */
export const measureFamilies = ['journey', 'recovery', 'fraud-takeover', 'access-risk', 'lifecycle-hygiene'] as const;
export type MeasureFamily = (typeof measureFamilies)[number];

/**
 * A figure as it is defined, once: whoever shows it shows these words. Times are UTC; what a run does counts in the hour
 * or day in which the run began, so that a share never has its numerator in one bucket and its denominator in another.
 */
export interface Measure {
  readonly family: MeasureFamily;
  readonly population: PopulationKind;
  readonly title: string;
  /** `share` is between 0 and 1. */
  readonly unit: 'count' | 'share' | 'milliseconds';
  /** `period`: what happened between two times. `moment`: how things are when the question is asked. */
  readonly over: 'period' | 'moment';
  readonly definition: string;
  /** What is counted; for a share, what is divided. */
  readonly numerator: string;
  /** What a share is a share of, or what a time is taken over; null for a plain count. */
  readonly denominator: string | null;
  /** Into what the count is split, where it is. */
  readonly parts: string | null;
  /** Which way is better; `neither` where that depends on what else happened. */
  readonly direction: 'higher' | 'lower' | 'neither';
  /** What a reader might take from the figure, but mustn't. */
  readonly silentOn: string;
}

/** Below this many, a share says little: its interval is shown with it. */
export const smallSample = 30;

/** A quantile is off by at most this share of itself, since times are kept as counts in bounded bins. */
export const quantileError = 0.02;

/** An account that nobody used for so many days is dormant, and a machine's key is unused. */
export const dormantDays = 90;

/** A payout changed within so many hours of a credential reset is told of. */
export const resetWindowHours = 72;
