import { readCookies, serialiseCookie } from './cookies.ts';

/** The cookies of one population: names, path and flags that no other population's door reads or sets. */
export interface CookieNaming {
  readonly path: string;
  readonly secure: boolean;
  /** The full name of the cookie for a purpose (`session`, `browser`, `device`). */
  name(purpose: string): string;
  /** A Set-Cookie value. `maxAge` in seconds; without it the cookie goes with the browser's session. */
  set(purpose: string, value: string, maxAge?: number): string;
  /** A Set-Cookie value that removes it. */
  clear(purpose: string): string;
  read(cookieHeader: string | undefined, purpose: string): string | undefined;
}

/**
 * `__Host-` where it may be (Secure and the whole host; RFC 6265bis §4.1.3.2), so that no neighbouring host can set
 * one; `__Secure-` under a path of a shared origin; plain over http on loopback. Always HttpOnly and SameSite=Lax.
 */
export function cookieNaming(population: string, secure: boolean, path: string): CookieNaming {
  const prefix = !secure ? '' : path === '/' ? '__Host-' : '__Secure-';
  const name = (purpose: string) => `${prefix}limen-${population}-${purpose}`;
  return {
    path, secure, name,
    set: (purpose, value, maxAge) =>
      serialiseCookie(name(purpose), value, { path, secure, ...(maxAge === undefined ? {} : { maxAge }) }),
    clear: (purpose) => serialiseCookie(name(purpose), '', { path, secure, maxAge: 0 }),
    read: (cookieHeader, purpose) => readCookies(cookieHeader).get(name(purpose)) || undefined,
  };
}
