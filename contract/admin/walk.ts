/** A walk through a draft as somebody: what is chosen, and what is told of each stop. */
import { z } from 'zod';
import { acr, channel } from '../events/index.ts';
import { policyFault } from '../policy/index.ts';

/** Stops of one walk; a journey that turns in a circle can be walked this far. */
export const mostStops = 200;

const holding = z.enum(['passkey', 'password', 'totp', 'recovery-code']);
const name = z.string().max(60);

export const walkAsked = {
  journey: z.string().max(40),
  person: z.strictObject({
    /** False for somebody without an account, who then has none of the rest. */
    account: z.boolean(),
    /** What the account has and the person has at hand. */
    has: z.array(holding).max(4),
    /** What the account has and the person lost. */
    lost: z.array(holding).max(4),
    /** Their authenticator doesn't check who holds it: no PIN, no fingerprint. */
    unchecked: z.boolean(),
  }),
  channel,
  /** What the application asks for; what the policy requires counts where it is more. */
  needed: acr,
  /** Exits taken so far, from the start of the journey. */
  path: z.array(name).max(mostStops),
  /** Language of the sample of the screen. */
  locale: z.string().max(35).default('en'),
};

export const shownStop = z.object({
  journey: name, node: name, step: name,
  ends: z.enum(['complete', 'refuse']).nullable(),
  /** What was shown in the run so far. */
  shown: z.array(z.string().max(40)).max(20),
  /** The assurance that it reaches; null while nothing is shown. */
  acr: acr.nullable(),
  isSatisfied: z.boolean(),
  /** What conditions are told: `has.passkey` and its value. */
  facts: z.array(z.object({ name, value: z.string().max(100) })).max(60),
  exits: z.array(z.object({
    exit: name, to: z.object({ journey: name, node: name }),
    /** Why this person can't take it; null where they can. */
    shut: z.string().max(400).nullable(),
    /** Gone without a screen. */
    isSilent: z.boolean(),
    /** Settled by somebody else's answer. */
    isAnswered: z.boolean(),
    /** Not offered each time. */
    isUncertain: z.boolean(),
  })).max(40),
  /** By which exit it was left; null at the last stop. */
  left: name.nullable(),
});
export type ShownStop = z.infer<typeof shownStop>;

export const walked = z.object({
  /** What has to be mended before the draft can be walked; then there are no stops. */
  faults: z.array(policyFault).max(20),
  /** From the start; fewer than the path has exits where one of them is not open. */
  stops: z.array(shownStop).max(mostStops + 1),
  /** A sample of the page at the last stop, as an HTML document without scripts; null where nothing is shown. */
  page: z.string().max(200_000).nullable(),
});
