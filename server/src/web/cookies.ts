export interface CookieAttributes {
  readonly path: string;
  readonly secure: boolean;
  /** Seconds; 0 removes the cookie, left out it goes with the browser's session. */
  readonly maxAge?: number;
  /** Lax where left out: a sign-in begins with a link from another site. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None';
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** cookie-octet, RFC 6265 §4.1.1 */
const octets = /^[\u0021\u0023-\u002b\u002d-\u003a\u003c-\u005b\u005d-\u007e]*$/;
const pathSyntax = /^\/[\u0021-\u003a\u003c-\u007e]*$/;
const longest = 4096;
const most = 100;

/**
 * A Set-Cookie value, always HttpOnly. Names and values come from our own code, so a wrong one is a mistake of ours
 * and throws; nothing is escaped.
 */
export function serialiseCookie(name: string, value: string, attributes: CookieAttributes): string {
  if (!token.test(name) || !octets.test(value) || !pathSyntax.test(attributes.path)) {
    throw new TypeError(`the cookie ${JSON.stringify(name)} cannot be written`);
  }
  if (name.length + value.length > longest) throw new RangeError(`the cookie ${name} is longer than browsers keep`);
  const parts = [`${name}=${value}`, `Path=${attributes.path}`];
  if (attributes.maxAge !== undefined) parts.push(`Max-Age=${Math.max(0, Math.floor(attributes.maxAge))}`);
  parts.push('HttpOnly', `SameSite=${attributes.sameSite ?? 'Lax'}`);
  if (attributes.secure) parts.push('Secure');
  return parts.join('; ');
}

/**
 * The cookies of a request, at most 100. A name that comes twice with different values counts as absent: one of the
 * two was planted from a neighbouring host or a longer path, and nothing says which (RFC 6265 §4.2.2).
 */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const pair of header?.split(';', most) ?? []) {
    const equals = pair.indexOf('=');
    if (equals === -1) continue;
    const name = pair.slice(0, equals).trim();
    const value = pair.slice(equals + 1).trim();
    if (!token.test(name) || !octets.test(value)) continue;
    if (cookies.has(name) && cookies.get(name) !== value) ambiguous.add(name);
    cookies.set(name, value);
  }
  for (const name of ambiguous) cookies.delete(name);
  return cookies;
}
