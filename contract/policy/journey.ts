import { z } from 'zod';
import { clientId } from '../admin/client-registration.ts';
import { channel, journeyPurpose } from '../events/words.ts';
import { duration } from './duration.ts';

export const nodeName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'use lower-case letters, digits and hyphens');

/**
 * One node of a journey: which step it is, its settings, and where each exit leads: to another node of the same
 * journey, or with `journey:<name>` to the start of another journey of the population.
 */
export const journeyNode = z.strictObject({
  step: nodeName,
  with: z.record(z.string(), z.unknown()).default({}),
  exits: z.record(z.string(), z.string().regex(/^(journey:)?[a-z][a-z0-9-]{0,39}$/)).default({}),
});
export type JourneyNode = z.infer<typeof journeyNode>;

/**
 * A versioned graph of steps with one purpose. A `part` has none of its own: other journeys go through it by the step
 * `sub-journey`, and go on where it completes.
 */
export const journey = z.strictObject({
  purpose: z.union([journeyPurpose, z.literal('part')]),
  /** A run not finished in this time is closed. */
  timeLimit: duration,
  /** Where people may go through it; the web where nothing is said. A plan proves each. */
  channels: z.array(channel).min(1).max(5).optional(),
  /** Whose people go this way where others of the same purpose don't; everybody's where nothing is said. */
  applications: z.array(clientId).min(1).max(20).refine((ids) => new Set(ids).size === ids.length, 'each only once').optional(),
  start: nodeName,
  nodes: z.record(nodeName, journeyNode).refine((nodes) => Object.keys(nodes).length <= 120, 'at most 120 nodes'),
});
export type Journey = z.infer<typeof journey>;
