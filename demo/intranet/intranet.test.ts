import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importJWK, jwtVerify } from 'jose';
import { keyPairOf } from '../key-files.ts';
import { createBrowser, startStubIssuer } from '../testing.ts';
import { startIntranet } from './intranet.ts';

test('nothing shows before sign-in, and the application proves itself with its key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-intranet-'));
  after(() => rm(folder, { recursive: true }));
  const key = await keyPairOf(folder, 'key');
  const stub = await startStubIssuer();
  const intranet = await startIntranet({ issuer: stub.issuer, clientId: 'intranet', key, port: 0 });
  after(() => intranet.close());
  const first = await fetch(intranet.url, { redirect: 'manual' });
  assert.equal(first.status, 303);
  assert.equal(await first.text(), '');
  const home = await createBrowser().go(intranet.url);
  assert.match(home.text, /Good to see you, Ann/);
  assert.match(home.text, /Sign out everywhere/);
  const { client_assertion: assertion, client_assertion_type: type } = stub.tokenForms[0]!;
  assert.equal(type, 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  const { payload, protectedHeader } = await jwtVerify(assertion!, await importJWK(key.publicJwk), {
    issuer: 'intranet', subject: 'intranet', audience: stub.issuer,
  });
  assert.equal(protectedHeader.kid, key.publicJwk.kid);
  assert.ok(payload.jti);
});
