import type { PopulationKind } from '../../../contract/events/index.ts';
import type { MeasureKey } from '../../../contract/measures/index.ts';
import type { RecurringJob } from '../storage/index.ts';
import type { Grain } from './tally.ts';

export type Origin = 'real' | 'simulated';

/** A question about a time. `from` and `to` are rounded out to whole buckets, UTC. */
export interface RangeAsk {
  readonly population: string;
  readonly origin: Origin;
  readonly from: Date;
  readonly to: Date;
}

export interface ShownPoint {
  readonly at: Date;
  readonly value: number | null;
  readonly sample: number;
}

/** A figure as it was taken. */
export interface FigureTaken {
  readonly key: MeasureKey;
  /** Null where there was nothing to take it of. */
  readonly value: number | null;
  readonly numerator: number;
  readonly sample: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly parts: readonly { readonly name: string; readonly count: number }[] | null;
  readonly series: readonly ShownPoint[] | null;
}

export interface Board {
  readonly kind: PopulationKind;
  readonly from: Date;
  readonly to: Date;
  readonly asOf: Date;
  /** Position of the last event that is counted. */
  readonly position: number;
  readonly figures: readonly FigureTaken[];
  readonly policyChanges: readonly { readonly version: number; readonly at: Date }[];
}

export interface NodeTraffic {
  readonly node: string;
  readonly entered: number;
  readonly exits: readonly { readonly exit: string; readonly count: number }[];
  readonly abandoned: { readonly expired: number; readonly cancelled: number };
  readonly refused: number;
}

export interface JourneyTraffic {
  readonly from: Date;
  readonly to: Date;
  readonly position: number;
  /** Most entered first. */
  readonly nodes: readonly NodeTraffic[];
}

export interface Measures {
  /**
   * The figures of a population's kind, over at most 400 days by the day or 31 by the hour.
   * @throws population.unknown, request.invalid
   */
  board(ask: RangeAsk & { readonly bucket: Grain }): Promise<Board>;
  /**
   * How people went through a journey, in runs that began in these days: at most 400. A journey that nobody went
   * through has no nodes. @throws population.unknown, request.invalid
   */
  journeyTraffic(ask: RangeAsk & { readonly journey: string }): Promise<JourneyTraffic>;
  readonly jobs: readonly RecurringJob[];
}
