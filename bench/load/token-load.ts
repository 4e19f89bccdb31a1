import { createLocalJWKSet, jwtVerify } from 'jose';
import { basicAuth, resource, type Application } from './application.ts';
import { closedLoop } from './closed-loop.ts';
import { connect, discover, formType } from './connections.ts';
import type { Load } from './load.ts';

/** A job that asks for tokens of its own, over and over. */
export async function tokenLoad(application: Application, atOnce: number): Promise<Load> {
  const connections = connect(new URL(application.issuer).origin, atOnce);
  const { issuer, token, jwks } = await discover(connections, application.issuer);
  const keys = createLocalJWKSet(jwks as never);
  const request = {
    method: 'POST' as const, headers: { authorization: basicAuth(application), 'content-type': formType },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource }).toString(),
  };
  return {
    run: async (bounds) => {
      const { done, results } = await closedLoop(bounds, async () => {
        const { status, body } = await connections.send(token, request);
        if (status !== 200) throw new Error(`a token request was answered ${status}: ${body.slice(0, 300)}`);
        return (JSON.parse(body) as { access_token: string }).access_token;
      });
      // After the time was taken, so that checking costs neither side anything.
      for (const each of results) await jwtVerify(each, keys, { issuer, audience: resource, algorithms: ['ES256'] });
      if (new Set(results).size !== results.length) throw new Error('a token was given twice');
      return done;
    },
  };
}
