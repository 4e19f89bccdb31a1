/** Measures: what they mean, a population's board, and how people went through a journey. */
import { z } from 'zod';
import { populationKind } from '../events/index.ts';
import { measureFamilies, measureKeys, type MeasureKey } from '../measures/index.ts';
import type { AdminRoute } from './route.ts';

const inPopulation = z.strictObject({ population: z.string().max(31) });
const origin = z.enum(['real', 'simulated']);
const key = z.enum(measureKeys as [MeasureKey, ...MeasureKey[]]);
const count = z.int().min(0);
const at = z.iso.datetime();

/** Days that one question may span; by the hour, 31. */
export const longestRangeDays = 400;
export const longestHourlyDays = 31;
/** Parts that a figure names; what is rarer is in the last one, `other`. */
export const mostParts = 50;

/** A day (`2026-04-05`, its beginning in UTC) or a time. */
const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Whole buckets: the first is the one that `from` is in, the last the one in which `to` is not yet reached. */
const range = z.strictObject({ from: time, to: time, origin: origin.default('real') });

/** A definition, as it is shown beside each figure. */
export const shownMeasure = z.object({
  key, family: z.enum(measureFamilies), population: populationKind, title: z.string(),
  unit: z.enum(['count', 'share', 'milliseconds']), over: z.enum(['period', 'moment']), definition: z.string(),
  numerator: z.string(), denominator: z.string().nullable(), parts: z.string().nullable(),
  direction: z.enum(['higher', 'lower', 'neither']), silentOn: z.string(),
});
export type ShownMeasure = z.infer<typeof shownMeasure>;

/** Null where there was nothing to take it of: no sign-ins have no share of passkeys. */
const value = z.number().nullable();

export const shownFigure = z.object({
  key,
  value,
  /** What was counted; of a share, its upper half. */
  numerator: count,
  /** Of how many: the lower half of a share, the number of times a quantile is taken over, else the count itself. */
  sample: count,
  /** Where the true share lies with 95 % (Wilson); null for what is no share. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Largest first, at most 50 and `other`. */
  parts: z.array(z.object({ name: z.string(), count })).max(mostParts + 1).nullable(),
  /** Every bucket of the range, also empty ones; null for a figure of the moment. */
  series: z.array(z.object({ at, value, sample: count })).max(31 * 24).nullable(),
});
export type ShownFigure = z.infer<typeof shownFigure>;

export const shownBoard = z.object({
  population: z.string(), kind: populationKind, origin, bucket: z.enum(['hour', 'day']),
  /** As answered: whole buckets. */
  from: at, to: at,
  /** When figures of the moment were taken. */
  asOf: at,
  /** The position in the event log up to which everything is counted. */
  position: count,
  figures: z.array(shownFigure).max(100),
  /** Versions of the policy that took effect in the range, to read a change of figures by. */
  policyChanges: z.array(z.object({ version: z.int(), at })).max(100),
});
export type ShownBoard = z.infer<typeof shownBoard>;

/** How often people came to a node and how they went on from it. */
export const shownNodeTraffic = z.object({
  node: z.string(),
  entered: count,
  /** By exit, most taken first. */
  exits: z.array(z.object({ exit: z.string(), count })).max(40),
  /** Runs that ended here without a result: nobody went on, or the person left. */
  abandoned: z.object({ expired: count, cancelled: count }),
  /** Runs that the rules refused; counted at the last screen before. */
  refused: count,
});
export type ShownNodeTraffic = z.infer<typeof shownNodeTraffic>;

export const measureRoutes = [
  {
    method: 'GET', path: '/measures', operation: 'measure.catalogue', summary: 'What is measured and what it means',
    query: z.strictObject({ kind: populationKind.optional() }),
    response: z.object({
      measures: z.array(shownMeasure).max(200),
      /** A quantile is off by at most this share of itself. */
      quantileError: z.number(),
      /** Shares over fewer than this are shown with their interval. */
      smallSample: z.int(),
    }),
  },
  {
    method: 'GET', path: '/populations/:population/board', operation: 'measure.board',
    summary: 'A population\'s figures over a time: at most 400 days by the day, 31 by the hour',
    params: inPopulation, query: range.extend({ bucket: z.enum(['hour', 'day']).default('day') }), response: shownBoard,
  },
  {
    method: 'GET', path: '/populations/:population/journeys/:journey/traffic', operation: 'measure.journey-traffic',
    summary: 'How people went through the steps of a journey, by the day on which their run began',
    params: inPopulation.extend({ journey: z.string().max(40) }), query: range,
    response: z.object({
      population: z.string(), journey: z.string(), origin, from: at, to: at, position: count,
      nodes: z.array(shownNodeTraffic).max(200),
    }),
  },
] as const satisfies readonly AdminRoute[];
