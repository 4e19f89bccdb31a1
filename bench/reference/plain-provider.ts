/**
 * `oidc-provider` as its documentation sets it up, with its own in-memory adapter and nothing of ours: what rows one
 * and three are compared with. Interactions are answered at once, and no consent is asked, as none is asked of ours.
 */
import { generateKeyPair, exportJWK } from 'jose';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration, type JWKS } from 'oidc-provider';
import { answerCalls } from '../processes/answer-calls.ts';
import { callback } from '../load/application.ts';

const applications = {
  job: { client_id: 'job', client_secret: 'a secret of the job that nobody guesses' },
  shop: { client_id: 'shop', client_secret: 'a secret of the shop that nobody guesses' },
} as const;

async function signingKeys(): Promise<JWKS> {
  const keys = await Promise.all(['ES256', 'RS256'].map(async (alg) => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return { ...await exportJWK(privateKey), alg, use: 'sig', kid: alg };
  }));
  return { keys } as JWKS;
}

async function configuration(): Promise<Configuration> {
  return {
    jwks: await signingKeys(),
    cookies: { keys: ['a key of the cookies that nobody guesses'] },
    clients: [
      { ...applications.job, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
      { ...applications.shop, grant_types: ['authorization_code'], redirect_uris: [callback] },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: async (_ctx, indicator) => ({
          audience: indicator, scope: '', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    findAccount: async (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 300, ClientCredentials: 300, Interaction: 3_600, Session: 3_600, Grant: 3_600, IdToken: 600 },
  };
}

let people = 0;

function answerInteractions(provider: Provider): void {
  provider.use(async (ctx: { path: string; req: IncomingMessage; res: ServerResponse; respond?: boolean }, next: () => Promise<void>) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    ctx.respond = false;
    people += 1;
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: `person-${people}` } });
  });
}

answerCalls({
  start: async () => {
    // The port is known before the issuer, which has it in it.
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, await configuration());
    answerInteractions(provider);
    server.on('request', provider.callback());
    return { issuer, applications };
  },
});
