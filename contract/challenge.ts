/**
 * What an application that draws its own screens and the authorization challenge endpoint say to each other
 * (draft-ietf-oauth-first-party-apps). A request is a form, as OAuth's are; what a person entered is JSON in its
 * field `input`. Every answer is one of the shapes below.
 */
import { z } from 'zod';
import { noticeCodes, screen } from './screens/index.ts';

/** Below the issuer. */
export const challengePath = '/authorize-challenge';

/** Who asks, in which session of this endpoint, and what was entered at its screen. */
export const challengeInput = z.object({
  client_id: z.string().max(64),
  auth_session: z.string().max(100),
  /** The `screen_token` that came with the screen. Without it and `input`, the screen is given again. */
  screen_token: z.string().max(200).optional(),
  input: z.string().max(50_000).optional(),
  /** Ends the run by the person's wish. */
  cancel: z.literal('true').optional(),
  device: z.string().max(100).optional(),
});

/** The beginning: what is wanted, in the words of an authorization request. */
export const challengeStart = z.object({
  client_id: z.string().max(64),
  scope: z.string().max(2_000).optional(),
  resource: z.string().max(500).optional(),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
  redirect_uri: z.string().max(500).optional(),
  nonce: z.string().max(500).optional(),
  acr_values: z.string().max(500).optional(),
  /** Seconds. Nobody is signed in when a run begins, so there is no use for none. */
  max_age: z.string().regex(/^[1-9]\d{0,8}$/).optional(),
  login_hint: z.string().max(254).optional(),
  id_token_hint: z.string().max(8_000).optional(),
  ui_locales: z.string().max(200).optional(),
  /** Begins with an account that is to be made. */
  prompt: z.literal('create').optional(),
  /** What an earlier answer gave: tells this installation from a stranger's. */
  device: z.string().max(100).optional(),
});

const notice = z.object({
  code: z.enum(noticeCodes), kind: z.enum(['error', 'information']), field: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What a screen says, in the language asked for; an application may use its own words instead. */
export const screenWords = z.object({
  /** BCP 47. */
  locale: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
  /** What the notice says. */
  notice: z.string().optional(),
  /** For fields and choices, by the keys of the hosted pages: `email-code.label`, `continue`. */
  labels: z.record(z.string(), z.string()),
});
export type ScreenWords = z.infer<typeof screenWords>;

/** The next screen of the run. */
export const nextScreen = z.object({
  error: z.literal('insufficient_authorization'),
  error_description: z.string(),
  auth_session: z.string(),
  screen_token: z.string(),
  screen,
  notice: notice.optional(),
  words: screenWords,
});
export type NextScreen = z.infer<typeof nextScreen>;

/** The end: a code for the token endpoint, good for a minute, with the `redirect_uri` to name there. */
export const challengeDone = z.object({
  authorization_code: z.string(), redirect_uri: z.string(), device: z.string().optional(),
});
export type ChallengeDone = z.infer<typeof challengeDone>;

/** This can't go on in the application: send the person to the authorization endpoint with `request_uri`. */
export const redirectToWeb = z.object({
  error: z.literal('redirect_to_web'), error_description: z.string(), request_uri: z.string(), expires_in: z.number(),
});
export type RedirectToWeb = z.infer<typeof redirectToWeb>;

export const challengeErrors = [
  'invalid_request', 'invalid_client', 'unauthorized_client', 'invalid_session', 'invalid_scope', 'invalid_target',
  'invalid_dpop_proof', 'access_denied', 'slow_down', 'temporarily_unavailable', 'server_error',
] as const;

/** The end without a code. `screen` says why, where the run itself refused. */
export const challengeRefused = z.object({
  error: z.string(), error_description: z.string(), code: z.string().optional(),
  screen: screen.optional(), words: screenWords.optional(),
});
export type ChallengeRefused = z.infer<typeof challengeRefused>;
