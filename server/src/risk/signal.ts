import type { RiskReason } from '../../../contract/risk.ts';
import type { RiskFacts } from './facts.ts';

/** What a signal says of a request, once the facts that it needs are there. */
export interface Reading {
  /** Natural logarithm of how much more likely an impostor shows this than the owner. */
  readonly ratio: number;
  /** What stood out. */
  readonly reason?: RiskReason;
}

/** One kind of evidence. Its file says what it rests on, and where its figures come from. */
export interface Signal {
  readonly name: string;
  /** How little and how much this one may ever say, so that none decides alone. */
  readonly least: number;
  readonly most: number;
  /** Undefined where facts are missing. */
  readonly read: (facts: RiskFacts) => Reading | undefined;
}
