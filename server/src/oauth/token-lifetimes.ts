import type { PopulationKind } from '../../../contract/events/index.ts';
import { milliseconds, type PolicyContent } from '../../../contract/policy/index.ts';
import { minute, second } from '../kernel/index.ts';

/** A signed token can't be called back where it is checked by itself, so it lives shortly whatever the policy says. */
const longestAccessToken: Readonly<Record<PopulationKind, number>> = {
  customer: 15 * minute, workforce: 5 * minute, workload: 5 * minute,
};

const seconds = (ms: number) => Math.max(1, Math.floor(ms / second));

/** Until when something that belongs to a session may live: `wanted` milliseconds, never past the session's end. */
function within(wanted: number, session: { readonly expiresAt: Date } | undefined, now: Date): number {
  return session ? Math.min(wanted, session.expiresAt.getTime() - now.getTime()) : wanted;
}

/** Seconds. */
export function accessTokenLifetime(
  policy: PolicyContent, session: { readonly expiresAt: Date } | undefined, now: Date,
): number {
  const wanted = Math.min(milliseconds(policy.tokens.accessToken), longestAccessToken[policy.population.kind]);
  return seconds(within(wanted, session, now));
}

/** Seconds. */
export function refreshTokenLifetime(
  policy: PolicyContent, session: { readonly expiresAt: Date } | undefined, now: Date,
): number {
  return seconds(within(milliseconds(policy.tokens.refreshToken), session, now));
}

/** Seconds, for the provider's own record of a session and the grants in it. */
export function sessionLifetime(
  policy: PolicyContent, session: { readonly expiresAt: Date } | undefined, now: Date,
): number {
  return seconds(within(milliseconds(policy.sessions.total), session, now));
}
