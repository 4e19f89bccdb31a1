import { createSoftAuthenticator } from '../../tools/testing/soft-authenticator.ts';
import type { Page } from './browser.ts';

/** What is put into the form of a screen. */
export type FillIn = (page: Page) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/** Somebody who signs in: from which address, and what they put into one screen after the other. */
export interface Person {
  readonly address: string;
  readonly screens: readonly FillIn[];
  /** The principal that the tokens must name; undefined where anybody will do. */
  readonly subject?: string;
}

export const emailOf = (number: number): string => `person-${number}@example.org`;

/** Everybody comes from an address of their own, as people behind a load balancer do; 198.18/15 is for benchmarks (RFC 2544). */
export const addressOf = (number: number): string => `198.${18 + (number >> 16 & 1)}.${number >> 8 & 255}.${number & 255}`;

export const typed = (choice: string, fields: Readonly<Record<string, string>> = {}): FillIn => () => ({ choice, ...fields });

export type Authenticator = ReturnType<typeof createSoftAuthenticator>;

export const newAuthenticator = (issuer: string): Authenticator => (
  createSoftAuthenticator({ rpId: new URL(issuer).hostname, origin: new URL(issuer).origin }));

export const makePasskey = (authenticator: Authenticator): FillIn => (page) => (
  { choice: 'passkey', credential: JSON.stringify(authenticator.create(passkeyOptions(page))) });

export const usePasskey = (authenticator: Authenticator): FillIn => (page) => (
  { choice: 'passkey', credential: JSON.stringify(authenticator.get(passkeyOptions(page))) });

function passkeyOptions<T>({ url, body }: Page): T {
  const options = /data-passkey="([^"]*)"/.exec(body)?.[1];
  if (options === undefined) throw new Error(`no passkey is asked for at ${url.href}`);
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as T;
}
