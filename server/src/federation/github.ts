import type * as oidc from 'openid-client';
import type { FederationProvider } from '../../../contract/policy/index.ts';
import { fail, LimenError } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';

/**
 * GitHub speaks OAuth 2.0 and not OpenID Connect: nobody signs who is there. Its API says so to whoever has the token
 * that came straight from it, over TLS; and what is asked for opens nothing but that.
 */
const githubServer = 'https://github.com';
const scopes = ['read:user', 'user:email'];
/** Addresses under which GitHub hides people's own; no mail gets there. */
const hidden = /@users\.noreply\./i;
const userAgent = 'limen';
/** So many addresses are looked through for the primary one. */
const mostAddresses = 100;

type Named = Pick<FederationProvider, 'preset' | 'server'>;

export const isGithub = ({ preset }: Pick<FederationProvider, 'preset'>): boolean => preset === 'github';

/** As GitHub's own metadata has it, and as it is named in answers (RFC 9207). An Enterprise Server has its own. */
export function githubIssuer({ server }: Named): string {
  return `${(server ?? githubServer).replace(/\/$/, '')}/login/oauth`;
}

/** What its preset fixes, whatever the policy says of it. */
export const githubSettings = { scopes, authMethod: 'client_secret_post' } as const;

/** Where it is asked. It has no discovery that could be counted on (docs.github.com says what it publishes is for others). */
export function githubMetadata(upstream: Named): oidc.ServerMetadata {
  const issuer = githubIssuer(upstream);
  return {
    issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/access_token`,
    code_challenge_methods_supported: ['S256'],
  };
}

/** What its API tells of whoever the token is for, as claims of OpenID Connect. @throws federation.answer_refused */
export async function githubClaims(
  outbound: Pick<Outbound, 'request'>, { server }: Named, token: string,
): Promise<Readonly<Record<string, unknown>> & { readonly sub: string }> {
  const api = server === undefined ? 'https://api.github.com' : `${server.replace(/\/$/, '')}/api/v3`;
  const ask = async (path: string): Promise<unknown> => {
    const { status, body } = await outbound.request({
      url: `${api}${path}`, headers: {
        accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'user-agent': userAgent,
        'x-github-api-version': '2022-11-28',
      },
    });
    // Whose fault it is matters to no person who waits; that it is none of theirs does.
    if (status !== 200) throw new LimenError('federation.unavailable', { detail: `GitHub answered ${status}` });
    return parsed(body);
  };
  const user = await ask('/user');
  const { id, name } = typeof user === 'object' && user !== null ? user as { id?: unknown; name?: unknown } : {};
  // The number stays with the account; its login may be another's tomorrow.
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return fail('federation.answer_refused');
  const email = primaryOf(await ask(`/user/emails?per_page=${mostAddresses}`));
  return { sub: String(id), name, ...(email === undefined ? {} : { email, email_verified: true }) };
}

/** The one that they are written to, where they have proved it to GitHub; any other is as good as none. */
function primaryOf(told: unknown): string | undefined {
  if (!Array.isArray(told)) return fail('federation.answer_refused');
  const all = told.slice(0, mostAddresses) as readonly { email?: unknown; primary?: unknown; verified?: unknown }[];
  const found = all.find((each) => each?.primary === true && each.verified === true)?.email;
  return typeof found === 'string' && !hidden.test(found) ? found : undefined;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return fail('federation.unavailable', { detail: 'GitHub answered no JSON' });
  }
}
