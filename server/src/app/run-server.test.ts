import assert from 'node:assert/strict';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { adminRoutes, describeAdminApi } from '../../../contract/admin/index.ts';
import { startTestServer } from './testing.ts';

/** What a server answers on its port when it is asked by the name of a shared door. */
function ask(port: number, door: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path, headers: { host: door } }, (response) => { resolve(text(response)); })
      .once('error', reject).end();
  });
}

test('a server answers at every issuer, and stops twice as well as once', async () => {
  const server = await startTestServer();
  for (const slug of ['customers', 'workforce', 'workloads']) {
    const answer = await fetch(`${server.config.url}/${slug}/.well-known/openid-configuration`);
    const { issuer } = await answer.json() as { issuer: string };
    assert.equal(issuer, `${server.config.url}/${slug}`);
  }
  const described = await fetch(`${server.config.url}/api/v1/openapi.json`);
  assert.deepEqual(await described.json(), JSON.parse(JSON.stringify(describeAdminApi(adminRoutes))));
  await server.stop();
  await server.stop();
  await assert.rejects(fetch(`${server.config.url}/health/live`));
});

test('two servers on one database are one door', async () => {
  const first = await startTestServer();
  const { url, databaseUrl, masterKey } = first.config;
  const second = await startTestServer({ url, databaseUrl, masterKey });
  const door = new URL(url).host;
  const [one, other] = await Promise.all([first, second].map(({ config }) => ask(config.port, door, '/customers/jwks')));
  assert.match(one!, /"keys":\[\{/);
  assert.equal(one, other);
});
