import type { ErrorCode } from '../../../contract/errors.ts';

export interface ErrorText {
  readonly title: string;
  readonly remedy: string;
}

/** Errors that a person in front of a browser can meet; the others are for operators and keep the catalogue's words. */
export const errorsOnPages = [
  'request.invalid', 'request.malformed', 'request.too_large', 'request.unknown_host', 'request.cross_site',
  'request.rate_limited', 'request.not_found', 'request.method_not_allowed', 'server.busy', 'server.failed',
  'storage.unreachable', 'population.unknown', 'principal.suspended', 'principal.foreign', 'client.unknown',
  'link.invalid', 'link.expired', 'link.used', 'run.unknown', 'run.expired', 'run.other_browser', 'run.moved', 'run.finished',
  'credential.refused', 'credential.throttled', 'passkey.other_door', 'passkey.refused', 'session.ended', 'session.contained',
] as const satisfies readonly ErrorCode[];
export type ErrorOnPages = (typeof errorsOnPages)[number];
export type ErrorTexts = Readonly<Record<ErrorOnPages, ErrorText>>;
