import { fail, second } from '../kernel/index.ts';
import type { Departure, UpstreamIdentity } from './federation.ts';
import type { Upstream } from './upstream.ts';

/** OpenID Connect Core §2: a subject has at most 255 ASCII characters. */
const subject = /^[\x20-\x7e]{1,255}$/;
const longestName = 80;

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** What checked claims tell of somebody. An address is proved only where the policy takes this provider's word for it. */
export function identityOf(
  upstream: Upstream, { provider, issuer }: Departure, claims: Claims,
  { now, normaliseEmail }: { now: Date; normaliseEmail: (text: string) => string | undefined },
): UpstreamIdentity {
  if (!subject.test(claims.sub)) fail('federation.answer_refused');
  const email = typeof claims['email'] === 'string' ? normaliseEmail(claims['email']) : undefined;
  const displayName = nameOf(claims['name']);
  return {
    provider, issuer, subject: claims.sub,
    ...(email === undefined ? {} : { email }),
    emailProved: email !== undefined && saysVerified(claims['email_verified']) && upstream.trustsEmail.includes(domainOf(email)),
    ...(displayName === undefined ? {} : { displayName }),
    twoFactors: isTwoFactors(upstream, claims), at: provedAt(claims['auth_time'], now),
  };
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Apple writes it as text. */
const saysVerified = (claim: unknown): boolean => claim === true || claim === 'true';

function isTwoFactors({ twoFactors: { acr, amr } }: Upstream, claims: Claims): boolean {
  const methods = Array.isArray(claims['amr']) ? claims['amr'] : [];
  return acr.includes(String(claims['acr'] ?? '')) || methods.some((each) => amr.includes(String(each)));
}

/** The provider's own word, never later than now; where it gives none, the moment at which it told us. */
function provedAt(authTime: unknown, now: Date): Date {
  const told = typeof authTime === 'number' ? authTime * second : now.getTime();
  return new Date(Math.max(0, Math.min(told, now.getTime())));
}

/** A greeting only; what can't be one line of text is left out. */
function nameOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const name = claim.trim();
  return name === '' || name.length > longestName || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) ? undefined : name;
}
