import { createLocalJWKSet, decodeJwt, jwtVerify, type JWK, type JWTPayload } from 'jose';
import type { Client, Clients } from '../clients/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import type { ActiveClients } from './active-clients.ts';
import type { BuiltProvider } from './build-provider.ts';
import type { ApiCaller } from './oauth.ts';
import { accountOfToken, type HeldToken, type StandingDeps } from './standing.ts';

export interface ApiCallerDeps extends Omit<StandingDeps, 'findClient'> {
  readonly database: Database;
  readonly clients: Pick<Clients, 'verifySecret'>;
  readonly keys: Pick<Keys, 'signingKeys'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly activeClients: ActiveClients;
  readonly clock: Clock;
  readonly provider: (population: string) => Promise<BuiltProvider>;
}

/** Longest header that is looked at. */
const longest = 6_000;

/**
 * Which application calls an API of ours: by its id and secret (RFC 6749 §2.3.1), or by an access token that it got for
 * this API by client credentials (RFC 6750 §2.1, RFC 9068 §4), however it authenticated for that.
 */
export async function callerOf(
  deps: ApiCallerDeps, populations: readonly string[], authorization: string | undefined, audience: string,
): Promise<ApiCaller | undefined> {
  const [, scheme, value] = /^(basic|bearer) +([\x21-\x7e]+)$/i.exec((authorization ?? '').slice(0, longest)) ?? [];
  if (scheme === undefined || value === undefined) return undefined;
  return scheme.toLowerCase() === 'basic' ? bySecret(deps, populations, value) : byToken(deps, populations, value, audience);
}

async function bySecret(
  { database: { db }, clients, activeClients }: ApiCallerDeps, populations: readonly string[], encoded: string,
): Promise<ApiCaller | undefined> {
  const pair = credentialsIn(encoded);
  if (!pair) return undefined;
  // Ids are each population's own; a secret fits one of those who have it.
  for (const population of populations) {
    const client = await activeClients.find(population, pair.id);
    if (client?.authMethod !== 'client_secret_basic') continue;
    if (await clients.verifySecret(db, population, pair.id, pair.secret)) return { population, client: client.id };
  }
  return undefined;
}

function credentialsIn(encoded: string): { id: string; secret: string } | undefined {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon <= 0) return undefined;
  try {
    const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)]
      .map((part) => decodeURIComponent(part.replaceAll('+', ' '))) as [string, string];
    return /^[\x20-\x7e]{1,120}$/.test(id) ? { id, secret } : undefined;
  } catch {
    return undefined;
  }
}

async function byToken(
  deps: ApiCallerDeps, populations: readonly string[], token: string, audience: string,
): Promise<ApiCaller | undefined> {
  const signed = await verified(deps, populations, token);
  const { client_id: id, sid, aud } = signed?.payload ?? {};
  // One with a session was made for a person, who is no application.
  if (!signed || typeof id !== 'string' || sid !== undefined || aud !== audience) return undefined;
  // RFC 9449 §7.2: who asked for a token that is bound to a key didn't mean whoever bears it.
  if (signed.payload['cnf'] !== undefined) return undefined;
  const client: Client | undefined = await deps.activeClients.find(signed.population, id);
  return client && { population: signed.population, client: client.id };
}

/** The living session that an access token of this population belongs to, be it signed or opaque. */
export async function sessionOfAccessToken(
  deps: ApiCallerDeps, population: string, token: string,
): Promise<string | undefined> {
  const held = await heldToken(deps, population, token);
  if (!held || !await deps.activeClients.find(population, held.clientId ?? '')) return undefined;
  const standing = { ...deps, findClient: (id: string) => deps.activeClients.find(population, id) };
  return (await accountOfToken(standing, population, held))?.session.id;
}

async function heldToken(deps: ApiCallerDeps, population: string, token: string): Promise<HeldToken | undefined> {
  if (!token.includes('.')) {
    if (!/^[\w-]{20,200}$/.test(token)) return undefined;
    const { provider } = await deps.provider(population);
    const found = await provider.AccessToken.find(token);
    return found?.isExpired === false ? found as HeldToken : undefined;
  }
  const payload = (await verified(deps, [population], token))?.payload;
  if (typeof payload?.['client_id'] !== 'string' || typeof payload['sid'] !== 'string') return undefined;
  return {
    kind: 'AccessToken', clientId: payload['client_id'], sid: payload['sid'],
    ...(payload.sub === undefined ? {} : { accountId: payload.sub }),
  };
}

/** RFC 9068 §4: a signed access token of one of these populations, under a key that still counts. */
async function verified(
  { keys, policies }: ApiCallerDeps, populations: readonly string[], token: string,
): Promise<{ population: string; payload: JWTPayload } | undefined> {
  try {
    const { iss } = decodeJwt(token);
    for (const population of populations) {
      const { issuer } = await policies.population(population);
      if (issuer !== iss) continue;
      const signing = await keys.signingKeys(population);
      const set = createLocalJWKSet({ keys: signing.map(({ jwk, kid, algorithm }) => publicPart({ ...jwk, kid, alg: algorithm })) });
      // The provider dates its tokens by the machine's time, as the verifying library does.
      const { payload } = await jwtVerify(token, set, { issuer, typ: 'at+jwt' });
      return { population, payload };
    }
  } catch { /* it is none of ours, or none any more */ }
  return undefined;
}

function publicPart({ kty, kid, alg, crv, x, y, n, e }: JWK): JWK {
  const all = { kty, kid, alg, crv, x, y, n, e };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as JWK;
}
