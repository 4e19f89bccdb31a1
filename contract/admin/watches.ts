/** Drafts that watch live decisions: their answers are kept beside each, and nobody feels them (report-only). */
import { z } from 'zod';
import { mostReasons } from '../decision-words.ts';
import { decisionResponse } from '../decisions.ts';
import { policyFile, policyFileBounds } from '../policy/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
export const longestWatchDays = 30;

/** What a draft would have answered. */
export const shownShadow = z.object({
  watch: z.uuid(), mode: z.enum(['report-only']), response: decisionResponse, reasons: z.array(z.string().max(40)).max(mostReasons),
  /** What a challenge would have asked for. */
  with: z.string().max(40).optional(),
});

export const shownWatch = z.object({
  id: z.uuid(),
  /** What whoever began it calls it. */
  name: z.string().max(80),
  startedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  stoppedAt: z.iso.datetime().nullable(),
  startedBy: z.string().max(200),
  /** The version in force when it began. */
  basedOn: z.int().nullable(),
  /** The actions that the draft knows. */
  actions: z.array(z.string().max(60)).max(50),
});
export type ShownWatch = z.infer<typeof shownWatch>;

export const shownWatchReport = z.object({
  watch: shownWatch,
  /** Decisions that it has seen; of very many only the newest are counted. */
  seen: z.int(),
  /** How many of them it would have answered otherwise. */
  otherwise: z.int(),
  /** What was answered and what the draft would have, the commonest first; those that agree included. */
  pairs: z.array(z.object({ action: z.string().max(60), response: decisionResponse, shadow: decisionResponse, count: z.int() })).max(500),
  /** Some that it would have answered otherwise, newest first. */
  examples: z.array(z.object({
    decision: z.uuid(), at: z.iso.datetime(), action: z.string().max(60), response: decisionResponse,
    reasons: z.array(z.string().max(40)).max(mostReasons), shadow: shownShadow,
  })).max(20),
});
export type ShownWatchReport = z.infer<typeof shownWatchReport>;

const at = '/populations/:population/watches';

export const watchRoutes = [
  {
    method: 'GET', path: at, operation: 'watch.list', summary: 'Drafts that watch decisions, and those that did, newest first',
    params: z.strictObject({ population }), response: z.object({ watches: z.array(shownWatch).max(100) }),
  },
  {
    method: 'POST', path: at, operation: 'watch.start', summary: 'Has a draft watch live decisions for some days; nobody feels it',
    params: z.strictObject({ population }),
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      days: z.int().min(1).max(longestWatchDays),
      files: z.array(policyFile).min(1).max(policyFileBounds.files * 2),
    }),
    response: z.object({ watch: shownWatch }),
  },
  {
    method: 'GET', path: `${at}/:watch`, operation: 'watch.report', summary: 'How often a draft that watched would have answered otherwise, how, and at what',
    params: z.strictObject({ population, watch: z.uuid() }), response: shownWatchReport,
  },
  {
    method: 'POST', path: `${at}/:watch/stop`, operation: 'watch.stop', summary: 'Stops a draft that watches; what it has answered stays',
    params: z.strictObject({ population, watch: z.uuid() }), response: z.object({ watch: shownWatch }),
  },
] as const satisfies readonly AdminRoute[];
