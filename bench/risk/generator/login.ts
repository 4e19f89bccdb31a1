import type { Shown } from './clients.ts';

/** One login or attempt, as an application would see it. */
export interface Login {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly user: number;
  /** Address, prefix, ASN, country. */
  readonly network: readonly string[];
  readonly client: Shown;
  readonly hour: number;
  readonly marked: boolean;
}
