/** OpenID Connect Core 1.0 §5.4: which claims a scope opens. What the session proved goes into every ID token. */
export const claimsByScope = {
  openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'],
  profile: ['name', 'locale', 'zoneinfo'],
  email: ['email', 'email_verified'],
} as const;

/** Scopes that OpenID defines; all others belong to the resources that an application names. */
export const openidScopes = ['openid', 'profile', 'email', 'offline_access'] as const;

const own: ReadonlySet<string> = new Set(openidScopes);

export function isOpenidScope(scope: string): boolean {
  return own.has(scope);
}
