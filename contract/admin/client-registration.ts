/** What an application's registration may say, wherever it comes from: the API, the command line, the demo. */
import { z } from 'zod';

/** RFC 8628: a screen without a keyboard shows a code, and the person lets it in from their own device. */
export const deviceCodeGrant = 'urn:ietf:params:oauth:grant-type:device_code';
/** OpenID Connect Client-Initiated Backchannel Authentication: the application names the person, who is asked. */
export const cibaGrant = 'urn:openid:params:grant-type:ciba';
export const grantType = z.enum([
  'authorization_code', 'refresh_token', 'client_credentials', deviceCodeGrant, cibaGrant,
]);
export const clientAuthMethod = z.enum(['none', 'client_secret_basic', 'private_key_jwt']);

/** RFC 6749 appendix A.1 allows more; this much is safe in addresses, logs and file names. */
export const clientId = z.string().regex(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9]$/, 'use 2 to 64 letters, digits, dots, hyphens and underscores');

const uriLength = 500;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function parsed(text: string): URL | undefined {
  // A space or control character would be mended silently by the parser, and then compared as something else.
  return /^[\x21-\x7e]+$/.test(text) && !text.includes('\\') ? URL.parse(text) ?? undefined : undefined;
}

/** https anywhere, http on this machine only (RFC 8252 §7.3, §8.3). */
function isWebUrl(text: string): boolean {
  const url = parsed(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  return isSafe && url !== undefined && url.username === '' && url.password === '' && url.hostname !== '';
}

/** RFC 8252 §7.1: a scheme of the application's own is a domain name turned round, so it has a dot. */
export function isPrivateScheme(text: string): boolean {
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:\/[^/]/i.test(text) && parsed(text) !== undefined;
}

/** Compared character by character (RFC 9700 §2.1), so no fragment and nothing that reads as a pattern. */
const hasNoExtras = (text: string): boolean => !text.includes('#') && !text.includes('*');

export const redirectUri = z.string().max(uriLength)
  .refine((text) => isWebUrl(text) || isPrivateScheme(text),
    'use https, http on localhost, or for an installed application a scheme of its own, like org.example.app:/done')
  .refine(hasNoExtras, 'leave out fragments and wildcards; each address is listed by itself');

const webUrl = z.string().max(uriLength)
  .refine(isWebUrl, 'use https, or http on localhost').refine(hasNoExtras, 'leave out fragments and wildcards');

/** What a browser, or Android's passkey service, names as the place that asked: nothing but an origin. */
export const screenOrigin = z.string().max(uriLength).refine(
  (text) => (isWebUrl(text) && URL.parse(text)?.origin === text) || /^android:apk-key-hash:[A-Za-z0-9_-]{43}$/.test(text),
  'use an origin like https://app.example.org, http on localhost, or android:apk-key-hash:<hash>')
  .refine(hasNoExtras, 'leave out wildcards; each origin is listed by itself');

/** RFC 8707 §2: an absolute URI without a fragment. */
const resource = z.string().max(uriLength)
  .refine((text) => parsed(text) !== undefined && hasNoExtras(text), 'use an absolute URI without a fragment');

/** RFC 6749 §3.3, without what needs escaping in configuration files. */
const scope = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/, 'use letters, digits and . _ : / -');

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, 'write it as base64url').max(1_400);
const aboutKey = {
  kid: z.string().min(1).max(120).optional(),
  use: z.literal('sig').optional(),
  key_ops: z.tuple([z.literal('verify')]).optional(),
};
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const onlyPublic = ({ code, keys }: { code?: string; keys?: string[] }): string | undefined => {
  if (code !== 'unrecognized_keys' || !keys) return undefined;
  return keys.some((key) => privateMembers.includes(key))
    ? 'this is a private key: register its public part, and replace the key, which has been shown'
    : `leave out ${keys.join(', ').slice(0, 100)}`;
};

/** RSA below 2048 bits is refused (NIST SP 800-131A): base64url of at least 256 bytes. */
const rsaModulus = base64url.min(342, 'the key needs at least 2048 bits');

/** RFC 7517 and 7518 §6: public keys that sign ES256, RS256 or PS256. */
export const publicJwk = z.discriminatedUnion('kty', [
  z.strictObject({
    kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url.length(43), y: base64url.length(43),
    alg: z.literal('ES256').optional(), ...aboutKey,
  }, { error: (issue) => onlyPublic(issue as never) }),
  z.strictObject({
    kty: z.literal('RSA'), n: rsaModulus, e: base64url.max(12), alg: z.enum(['RS256', 'PS256']).optional(), ...aboutKey,
  }, { error: (issue) => onlyPublic(issue as never) }),
]);

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;
const listOf = <T extends z.ZodType<string>>(item: T, most: number) => (
  z.array(item).max(most).refine(distinct, 'each only once'));
const text = (most: number) => z.string().trim().min(1).max(most);

/** The registration of an application, strict and with its rules; without the population, which is in the address. */
export const clientRegistration = z.strictObject({
  /** Made where left out. */
  id: clientId.optional(),
  name: text(80),
  /** Who answers for it technically: a person or team by name or address. */
  owner: text(120),
  /** What it is for, in a sentence. */
  purpose: text(300),
  /** One of the organisation's own: people aren't asked to consent to it. */
  firstParty: z.boolean().default(false),
  /** It draws the screens of sign-in itself and so sees what people type: the organisation's own applications only. */
  ownScreens: z.boolean().default(false),
  /** Where these screens stand, for passkeys and for browsers that call from there. */
  screenOrigins: listOf(screenOrigin, 10).default([]),
  grantTypes: listOf(grantType, 5).refine((list) => list.length > 0, 'name at least one'),
  authMethod: clientAuthMethod,
  redirectUris: listOf(redirectUri, 20).default([]),
  postLogoutRedirectUris: listOf(redirectUri, 20).default([]),
  backchannelLogoutUri: webUrl.nullable().default(null),
  scopes: listOf(scope, 40).default([]),
  resources: listOf(resource, 20).default([]),
  jwks: z.strictObject({ keys: z.array(publicJwk).min(1).max(10) }).nullable().default(null),
  jwksUri: webUrl.nullable().default(null),
}).superRefine((client, context) => {
  for (const { at, problem } of registrationFaults(client)) {
    context.addIssue({ code: 'custom', path: [at], message: problem });
  }
});
export type ClientRegistration = z.input<typeof clientRegistration>;

interface Registered {
  readonly firstParty: boolean;
  readonly ownScreens: boolean;
  readonly screenOrigins: readonly string[];
  readonly grantTypes: readonly z.infer<typeof grantType>[];
  readonly authMethod: z.infer<typeof clientAuthMethod>;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  readonly scopes: readonly string[];
  readonly jwks: { readonly keys: readonly { readonly kid?: string }[] } | null;
  readonly jwksUri: string | null;
}

/** What only the fields together can get wrong. */
function registrationFaults(client: Registered): readonly { at: keyof Registered; problem: string }[] {
  const faults: { at: keyof Registered; problem: string }[] = [];
  const check = (isRight: boolean, at: keyof Registered, problem: string): void => {
    if (!isRight) faults.push({ at, problem });
  };
  const grants = (grant: z.infer<typeof grantType>): boolean => client.grantTypes.includes(grant);
  const hasCode = grants('authorization_code');
  const signsIn = hasCode || grants(deviceCodeGrant) || grants(cibaGrant);
  check(hasCode || !grants('refresh_token'), 'grantTypes', 'refresh_token needs authorization_code');
  check(client.authMethod !== 'none' || !grants('client_credentials'), 'authMethod',
    'an application that acts for itself has to authenticate: private_key_jwt or client_secret_basic (RFC 6749 §4.4)');
  check(client.authMethod !== 'none' || !grants(cibaGrant), 'authMethod',
    'an application that has people asked has to authenticate: private_key_jwt or client_secret_basic');
  check(client.firstParty || !grants(cibaGrant), 'firstParty',
    'only the organisation\'s own applications may have people asked');
  check(!hasCode || client.redirectUris.length > 0, 'redirectUris', 'authorization_code needs at least one');
  check(hasCode || client.redirectUris.length === 0, 'redirectUris', 'only authorization_code has use for them');
  check(hasCode || client.postLogoutRedirectUris.length === 0, 'postLogoutRedirectUris', 'nobody signs in here');
  check(signsIn || client.backchannelLogoutUri === null, 'backchannelLogoutUri', 'nobody signs in here');
  check(signsIn || !client.scopes.includes('openid'), 'scopes', 'openid needs a grant by which people sign in');

  const isPublic = client.authMethod === 'none';
  check(!client.ownScreens || client.firstParty, 'ownScreens',
    'it would see passwords and codes: only for the organisation\'s own (firstParty)');
  check(!client.ownScreens || (isPublic && hasCode), 'ownScreens',
    'for applications that are installed or run in a browser: authorization_code, with authMethod none');
  check(client.ownScreens || client.screenOrigins.length === 0, 'screenOrigins', 'only ownScreens has use for them');
  for (const at of ['redirectUris', 'postLogoutRedirectUris'] as const) {
    check(isPublic || !client[at].some(isPrivateScheme), at,
      'a scheme of its own is for installed applications, which keep no secret (RFC 8252 §8.5): authMethod none');
  }
  const hasKeys = client.jwks !== null;
  const hasKeyAddress = client.jwksUri !== null;
  check(client.authMethod !== 'private_key_jwt' || hasKeys !== hasKeyAddress, 'jwks',
    'private_key_jwt needs jwks or jwksUri, one of the two');
  check(client.authMethod === 'private_key_jwt' || (!hasKeys && !hasKeyAddress), 'jwks',
    'only private_key_jwt has use for keys');
  const kids = client.jwks?.keys.map(({ kid }) => kid ?? '') ?? [];
  const areNamed = !kids.includes('') && distinct(kids);
  check(kids.length < 2 || areNamed, 'jwks', 'several keys need a kid each, all different');
  return faults;
}
