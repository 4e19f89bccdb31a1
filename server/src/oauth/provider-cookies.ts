import { hmac } from '../kernel/index.ts';
import type { Configuration } from 'oidc-provider';
import type { Mount } from './issuer-path.ts';

/**
 * Cookies of the provider itself: names, path and keys are the population's own (they would all be alike). It wants a
 * name for a session cookie too, but sets none: see `bindSessions`.
 */
export function providerCookies(
  population: string, mount: Mount, keys: readonly Buffer[],
): NonNullable<Configuration['cookies']> {
  const prefix = !mount.secure ? '' : mount.path === '' ? '__Host-' : '__Secure-';
  // The paths of these two lie below the issuer, which `__Host-` forbids.
  const bound = mount.secure ? '__Secure-' : '';
  const shared = { signed: true, httpOnly: true, sameSite: 'lax', secure: mount.secure, overwrite: true } as const;
  return {
    names: {
      session: `${prefix}limen-${population}-op`,
      interaction: `${bound}limen-${population}-op-interaction`,
      resume: `${bound}limen-${population}-op-resume`,
    },
    long: { ...shared, path: mount.path === '' ? '/' : mount.path },
    short: shared,
    keys: keys.map((key) => hmac(key, 'oauth-cookies', population).toString('base64url')),
  };
}
