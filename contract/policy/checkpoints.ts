import { z } from 'zod';
import { actionStages } from '../actions/stage.ts';
import { riskBand } from '../risk.ts';
import { duration } from './duration.ts';
import { mostExplored } from './exploration.ts';

/** Names an action as applications ask about it: `payout.change`. */
export const actionName = z.string().max(60)
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/, 'use lower-case words with dots between, like payout.change');

const reasonName = z.string().max(40).regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens');
const condition = z.string().trim().min(1).max(500);

export const proofsAsked = ['passkey', 'passkey-or-totp', 'email-code'] as const;

/** What may be asked or done where there is a reason to look twice. */
export const checkpointResponse = z.discriminatedUnion('respond', [
  z.strictObject({ respond: z.literal('allow'), when: condition.optional() }),
  /** Goes on, and every address is told, with a way to say that it was somebody else. */
  z.strictObject({ respond: z.literal('notify'), when: condition.optional() }),
  z.strictObject({
    respond: z.literal('challenge'),
    /** What the person has to show. A passkey or an app also stands for a code by mail. */
    with: z.enum(proofsAsked),
    /** How long it counts. */
    within: duration,
    when: condition.optional(),
  }),
  z.strictObject({
    respond: z.literal('delay'),
    /** How long every address has to stop it. */
    for: duration,
    when: condition.optional(),
  }),
  /** Waits until somebody whose role allows it, and who isn't the one who asked, says yes or no. */
  z.strictObject({
    respond: z.literal('review'),
    /** How long they have; what nobody has looked at by then is not done. */
    within: duration,
    when: condition.optional(),
  }),
  z.strictObject({ respond: z.literal('deny'), when: condition.optional() }),
], { error: (issue) => (
  issue.code === 'invalid_union' ? 'use respond: allow, notify, challenge, delay, review or deny' : undefined) });
export type CheckpointResponse = z.infer<typeof checkpointResponse>;

const responses = z.array(checkpointResponse).min(1).max(8);
const owner = z.string().trim().min(1).max(120).nullable();
const amount = z.number().min(0.01).max(1_000_000_000);

const explored = z.number().gt(0).max(mostExplored, `is more than ${mostExplored} of the requests`);

/** Parts of 1 that are answered otherwise, by a draw for each session, to learn what the checkpoint can't see. */
const exploration = z.strictObject({
  /** Of those who would be challenged: let go, in a session that then can change nothing of high value. */
  letGo: explored.optional(),
  /** Of those who would be let go without a reason: challenged. */
  challenge: explored.optional(),
});

/** The decision at one action. */
export const checkpoint = z.strictObject({
  /** What the action does, in words that are shown to its owner. */
  about: z.string().trim().min(1).max(120),
  valueAtRisk: z.enum(['low', 'elevated', 'high', 'critical']),
  frictionTolerance: z.enum(['low', 'medium', 'high']),
  /**
   * `report-only`: it decides and records, and lets through whatever it comes to, so that a new checkpoint can be watched
   * on what really happens before anybody feels it.
   */
  mode: z.enum(['live', 'report-only']).optional(),
  /** Where in a journey it stands on the map; by its name where left out. */
  stage: z.enum(actionStages).optional(),
  /** What is at stake, in the file's currency; assumed by the two tiers above where left out. The advisor goes by it. */
  stakes: z.strictObject({
    /** What somebody else who gets through costs. */
    loss: amount.optional(),
    /** What one code asked of a genuine person costs: the share that gives up, times what they are worth. */
    friction: amount.optional(),
  }).optional(),
  /** Who answers for it, where that is somebody else than the charter says. */
  owners: z.strictObject({ experience: owner.optional(), security: owner.optional() }).optional(),
  /** Why to look twice: a condition for each reason. Where none holds the answer is yes, and nobody is bothered. */
  reasons: z.record(reasonName, condition).refine((all) => Object.keys(all).length <= 12, 'has more than 12 reasons'),
  /** From this band of risk on, the risk alone is a reason; without it only as far as a reason asks for it. */
  looksTwiceFrom: riskBand.exclude(['low']).optional(),
  /** What is done where there is a reason: the first whose condition holds; the last has none. */
  responses,
  /** What is done instead in some bands of risk, by the same rule; all other bands have `responses`. */
  bands: z.partialRecord(riskBand, responses)
    .refine((all) => Object.keys(all).length < riskBand.options.length, 'has a row for each band: leave the commonest to responses')
    .optional(),
  exploration: exploration.refine(({ letGo = 0, challenge = 0 }) => letGo + challenge <= mostExplored, `explores more than ${mostExplored} in all`)
    .optional(),
});
export type Checkpoint = z.infer<typeof checkpoint>;

export const checkpointRules = z.strictObject({
  /** Of all amounts in this file, by ISO 4217; USD where left out. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'use three capital letters, like EUR').optional(),
  actions: z.record(actionName, checkpoint)
    .refine((all) => Object.keys(all).length <= 50, 'has more than 50 actions'),
});
export type CheckpointRules = z.infer<typeof checkpointRules>;
