import type { Machine } from './machine.ts';

/** How long and how often is measured; bounded, so that a run ends whatever it meets. */
export interface Effort {
  /** Rounds that count; one before them warms both sides up. */
  readonly rounds: number;
  readonly seconds: number;
  /** The most requests or sign-ins of one round. */
  readonly most: number;
  /** Accounts that are made to sign in with. */
  readonly people: number;
  /** Principals in the store where its size matters. */
  readonly principals: number;
  /** A folder for a CPU profile of ours under this load; nothing is compared then. */
  readonly profileTo?: string;
}

/** What a benchmark found, as a row of the table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  /** As it is compared with the target: a ratio, or a value with its unit. */
  readonly reached: string;
  readonly target: string;
  readonly met: boolean;
  readonly spread: string;
}

export interface Found {
  readonly rows: readonly Row[];
  /** What else a reader needs to judge the rows. */
  readonly notes: readonly string[];
}

export interface Benchmark {
  /** As on the command line. */
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly reference: string;
  readonly target: string;
  /** How it is measured, in a few sentences. */
  readonly how: string;
  run(effort: Effort, say: (text: string) => void): Promise<Found>;
}

export interface Result {
  readonly benchmark: Benchmark;
  readonly found: Found;
}

export interface Report {
  readonly machine: Machine;
  /** ISO day. */
  readonly day: string;
  readonly command: string;
  readonly results: readonly Result[];
}
