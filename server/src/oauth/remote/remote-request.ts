import type { RemoteRequestKind } from '../../../../contract/events/index.ts';
import { hashToken, minute } from '../../kernel/index.ts';

/** What an application at another screen asks for a person, until it is answered or its time is over. */
export interface RemoteRequest {
  readonly population: string;
  readonly id: string;
  readonly kind: RemoteRequestKind;
  readonly artefactHash: Buffer;
  /** Whom a backchannel request is about; of a device request, who answered it. */
  readonly principal: string | null;
  readonly client: string;
  readonly asked: Asked;
  readonly state: 'open' | 'confirmed' | 'refused' | 'expired';
  readonly reason: string | null;
  readonly browserHash: Buffer | null;
  readonly allowedAt: Date | null;
  readonly tries: number;
  readonly askedAt: Date;
  readonly expiresAt: Date;
}

/** The request's own parameters that matter later. */
export interface Asked {
  readonly scope: readonly string[];
  readonly resource: readonly string[];
  readonly acr: string | undefined;
  readonly maxAge: number | undefined;
  readonly locale: string | undefined;
  /** The code as a device shows it, or the number at a desk. */
  readonly shown: string;
}

/** What the provider's artefact gets to hold once the request is answered. */
export type RemoteAnswer =
  | { readonly accountId: string; readonly grantId: string; readonly sid: string; readonly acr: string; readonly amr: readonly string[];
    readonly authTime: number; readonly scope: string; readonly resource?: string | readonly string[] }
  | { readonly error: string; readonly errorDescription: string };

/** Long enough to take out a telephone and sign in; a code that nobody types is a code that somebody may guess. */
export const deviceLifetime = 10 * minute;
export const backchannelLifetime = 5 * minute;
/**
 * Of one application at the same time: the more there are, the likelier a guess (RFC 8628 §5.1); at this many, one in
 * two and a half million.
 */
export const mostOpen = 10_000;
export const mostWrongNumbers = 3;

/** Models of the provider that are requests of this kind. */
export const kindOfModel: ReadonlyMap<string, RemoteRequestKind> = new Map([
  ['DeviceCode', 'device'], ['BackchannelAuthenticationRequest', 'backchannel'],
]);
export const modelOfKind: Readonly<Record<RemoteRequestKind, string>> = {
  device: 'DeviceCode', backchannel: 'BackchannelAuthenticationRequest',
};

export const isOpen = ({ state, expiresAt }: RemoteRequest, now: Date): boolean => state === 'open' && expiresAt > now;

/** RFC 8628 §6.1: case and anything between the characters don't matter. */
export const normalisedCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

export const codeHash = (population: string, normalised: string): Buffer => (
  hashToken(`device/${population}/${normalised}`));

/** The parameters of the provider's artefact. Its library has checked that they may be asked for. */
export function askedOf(params: Readonly<Record<string, unknown>>, shown: string): Asked {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const { scope, resource, acr_values: acr, max_age: maxAge, ui_locales: locales } = params;
  const seconds = Number(maxAge ?? Number.NaN);
  return {
    scope: text(scope)?.split(' ').filter(Boolean) ?? [],
    resource: [resource].flat().filter((each): each is string => typeof each === 'string'),
    acr: text(acr), maxAge: Number.isSafeInteger(seconds) ? seconds : undefined,
    locale: text(locales)?.split(' ')[0]?.slice(0, 35), shown,
  };
}
