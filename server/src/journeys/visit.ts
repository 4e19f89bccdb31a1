import type { Population, PublishedPolicy } from '../policy/index.ts';
import type { Position } from './journey-graph.ts';
import type { BrowserContext, BrowserSecrets, Run } from './run.ts';
import type { RunFacts } from './step.ts';

/** All that one request to a run is about. */
export interface Visit {
  readonly run: Run;
  readonly policy: PublishedPolicy;
  readonly population: Population;
  readonly browser: BrowserContext;
  readonly now: Date;
}

/** Where a request left the run: at a screen, or at its end. */
export interface Arrival {
  readonly ended: boolean;
  readonly secrets: BrowserSecrets;
  /** The browser is to go on elsewhere from the screen that waits. */
  readonly leaving?: true;
}

/** Where a run stands between two steps. */
export interface Moment {
  readonly at: Position;
  readonly facts: RunFacts;
  /** Of the input that led here; null at the beginning. */
  readonly inputDigest: Buffer | null;
}
