import type { ErrorCode } from '../../../contract/errors.ts';
import type { Locale } from '../locale.ts';
import { errors as ar } from './ar/errors.ts';
import { errors as de } from './de/errors.ts';
import { errors as en } from './en/errors.ts';
import { errors as es } from './es/errors.ts';
import { errors as fr } from './fr/errors.ts';
import { errors as ja } from './ja/errors.ts';
import { errors as pt } from './pt/errors.ts';

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

const texts: Readonly<Record<Locale, ErrorTexts>> = { en, de, fr, es, pt, ja, ar };

/** The words for an error code; undefined where the language has none of its own. */
export function errorText(locale: Locale, code: string): ErrorText | undefined {
  return Object.hasOwn(texts[locale], code) ? texts[locale][code as ErrorOnPages] : undefined;
}
