/** An application that draws its own screens, as far as the server can tell: HTTP, a key, and what RFC 9449 says. */
import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { challengeDone, challengePath, nextScreen, type NextScreen } from '../../../contract/challenge.ts';
import { randomToken, systemRandomness, type Clock } from '../kernel/index.ts';
import type { TestHouse } from './test-application.ts';

export const ownOrigin = 'https://app.shop.example';
export const appCallback = 'org.example.shop:/done';

// oxlint-disable-next-line typescript/no-explicit-any -- each test says what it expects
export interface Answered { readonly status: number; readonly body: any; readonly headers: Headers }

/** Lets an application in at a population, as an operator would. */
export async function ownScreensClient(house: TestHouse, population: string, more: Record<string, unknown> = {}): Promise<string> {
  const { client } = await house.operator.createClient(population, {
    name: 'Harbour app', grantTypes: ['authorization_code', 'refresh_token'], authMethod: 'none', ownScreens: true,
    screenOrigins: [ownOrigin], redirectUris: [appCallback], scopes: ['openid', 'profile', 'email'], ...more,
  });
  return client.id;
}

/** One installation: it has a key of its own, and comes from an address of its own. */
export async function installation(
  house: TestHouse & { readonly clock: Clock }, population: string, client: string, address = '203.0.113.7',
) {
  const issuer = `${house.url}/${population}`;
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const verifier = randomToken(systemRandomness);

  const proof = (htu: string, claims: { htm?: string; iat?: number; ath?: string } = {}): Promise<string> => new SignJWT({
    htm: 'POST', htu, jti: randomUUID(), ...claims,
    // Where the library answers, it goes by the machine's time.
    iat: claims.iat ?? Math.floor((htu.endsWith(challengePath) ? house.clock().getTime() : Date.now()) / 1_000),
  }).setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk }).sign(privateKey);

  async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> {
    const sent = { 'x-forwarded-for': address, dpop: await proof(`${issuer}${path}`), ...headers };
    const answer = await house.fetch(`${issuer}${path}`, {
      method: 'POST', body: new URLSearchParams(fields), headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  const challenge = (fields: Record<string, string>, headers?: Record<string, string>) =>
    post(challengePath, { client_id: client, ...fields }, headers);

  const start = (more: Record<string, string> = {}, headers?: Record<string, string>) => challenge({
    scope: 'openid profile email', code_challenge_method: 'S256', nonce: 'a nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), ...more,
  }, headers);

  /** Enters something at a screen. */
  const enter = ({ auth_session: session, screen_token: token }: NextScreen, input: object, more: Record<string, string> = {}) =>
    challenge({ auth_session: session, screen_token: token, input: JSON.stringify(input), ...more });

  const redeem = (answer: Answered, more: Record<string, string> = {}, headers?: Record<string, string>) => {
    const { authorization_code: code, redirect_uri: callback } = challengeDone.parse(answer.body);
    return post('/token', {
      grant_type: 'authorization_code', client_id: client, code, redirect_uri: callback, code_verifier: verifier, ...more,
    }, headers);
  };

  return { issuer, proof, post, challenge, start, enter, redeem, thumbprint: () => calculateJwkThumbprint(jwk) };
}

/** The screen in an answer, held to the contract. */
export function screenOf({ status, body }: Answered): NextScreen {
  if (status !== 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return nextScreen.parse(body);
}

/** Says "not now" where a passkey is offered, which it is not each time. */
export async function pastOffer(app: { enter(at: NextScreen, input: object): Promise<Answered> }, answer: Answered): Promise<Answered> {
  return answer.body.error === 'insufficient_authorization' ? app.enter(screenOf(answer), { choice: 'skip' }) : answer;
}
