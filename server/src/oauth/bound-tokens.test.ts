import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { testIssuers } from './testing.ts';

const issuers = await testIssuers();
const api = `${issuers.origin}/access/v1`;

test('a token that is bound to a key says nothing about who bears it', async () => {
  const registered = await issuers.client('workload', {
    name: 'Nightly job', grantTypes: ['client_credentials'], redirectUris: [], scopes: ['decisions'], resources: [api],
  });
  const rp = await issuers.relyingParty('workload', registered);
  const parameters = { resource: api, scope: 'decisions' };
  const key = oidc.getDPoPHandle(rp, await oidc.randomDPoPKeyPair());
  const [plain, bound] = [
    await oidc.clientCredentialsGrant(rp, parameters), await oidc.clientCredentialsGrant(rp, parameters, { DPoP: key }),
  ];
  assert.equal(typeof (decodeJwt(bound.access_token)['cnf'] as { jkt?: string }).jkt, 'string');
  const callerWith = (token: string) => issuers.oauth.callerOf([issuers.slugs.workload], `Bearer ${token}`, api);
  assert.equal((await callerWith(plain.access_token))?.client, registered.client.id);
  assert.equal(await callerWith(bound.access_token), undefined);
});
