import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import type { ShownClient } from '../../../../contract/admin/index.ts';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const here = { data: server.config.dataFolder, workingFolder: folder };

const about = (id: string): string[] => ['--id', id, '--name', 'Orders', '--owner', 'Shop team', '--purpose', 'Shows orders'];
const create = (population: string, ...words: string[]): string[] => ['client', 'create', population, ...words];
const redirect = ['--redirect-uri', 'https://shop.example.com/callback'];

/** Asks for a token as the client itself. */
async function tokenStatus(id: string, secret: string): Promise<number> {
  const answer = await fetch(`${server.config.url}/workloads/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'reports:read' }),
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
  });
  return answer.status;
}

test('an application that signs people in is registered by flags; the secret is in this answer only', async () => {
  const { code, out, err } = await limen(here, create('customers', ...about('orders'), ...redirect));
  assert.equal(code, 0, err);
  assert.match(out, /Client id +orders\n/);
  assert.match(out, /Grants +authorization_code\nAuthenticates by +client_secret_basic\nRedirects to +https:\/\/shop/);
  assert.match(out, /Scopes +openid\n/);
  assert.match(out, new RegExp(`Issuer +${server.config.url}/customers\nClient secret  [\\w-]{43}\n$`));
  assert.match(err, /shown this once/);
  const secret = out.trim().split(/\s+/).at(-1)!;
  for (const line of ['client show customers orders', 'client list customers']) {
    const { out: shown } = await limen(here, line);
    assert.match(shown, /\borders\b/);
    assert.equal(shown.includes(secret), false);
  }
});

test('flags win over the file, and lists repeat', async () => {
  const registration = {
    id: 'from-file', name: 'File', owner: 'Nobody', purpose: 'Is a file', grantTypes: ['authorization_code'],
    authMethod: 'none', redirectUris: ['https://one.example/done'], scopes: ['openid'],
  };
  await writeFile(join(folder, 'registration.json'), JSON.stringify(registration));
  const { client } = await limenJson<{ client: ShownClient }>(here, create('customers', '--file', 'registration.json',
    '--owner', 'Shop team', '--scope', 'openid', '--scope', 'email', '--grant', 'authorization_code', '--grant', 'refresh_token'));
  assert.equal(client.name, 'File');
  assert.equal(client.owner, 'Shop team');
  assert.equal(client.authMethod, 'none');
  assert.deepEqual(client.scopes, ['openid', 'email']);
  assert.deepEqual(client.grantTypes, ['authorization_code', 'refresh_token']);
});

test('with public keys it signs; a private one is refused and named', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [await exportJWK(publicKey)] }));
  await writeFile(join(folder, 'private.json'), JSON.stringify(await exportJWK(privateKey)));
  const { client, secret } = await limenJson<{ client: ShownClient; secret?: string }>(
    here, create('workloads', ...about('figures'), '--jwks', 'jwks.json', '--resource', 'https://reports.example.com'));
  assert.equal(client.authMethod, 'private_key_jwt');
  assert.deepEqual(client.grantTypes, ['client_credentials']);
  assert.equal(secret, undefined);
  const refused = await limen(here, create('workloads', ...about('leaky'), '--jwks', 'private.json'));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /client\.invalid[^]*jwks\.keys\.0: this is a private key/);
});

test('a wrong registration changes nothing and names each field', async () => {
  const { code, err } = await limen(here, create('customers', '--id', 'wrong', '--name', 'Wrong', '--redirect-uri', 'http://evil.example/'));
  assert.equal(code, 1);
  assert.match(err, /client\.invalid[^]*owner: [^]*purpose: [^]*redirectUris\.0: use https/);
  const { clients } = await limenJson<{ clients: ShownClient[] }>(here, 'client list customers');
  assert.equal(clients.some(({ id }) => id === 'wrong'), false);
  const taken = await limen(here, create('customers', ...about('orders'), ...redirect));
  assert.match(taken.err, /client\.taken/);
});

test('files that cannot be read are told by name', async () => {
  await writeFile(join(folder, 'broken.json'), '{"keys": [');
  await writeFile(join(folder, 'list.json'), '[]');
  for (const [file, said] of [['nowhere.json', /could not be read[^]*nowhere/], ['broken.json', /not JSON[^]*broken/], ['list.json', /no JSON object/]] as const) {
    const { code, err } = await limen(here, create('workloads', ...about('x1'), '--jwks', file));
    assert.equal(code, 2);
    assert.match(err, said);
  }
});

test('a new secret works beside the one before, or instead of it; a client switched off gets nothing', async () => {
  const { secret: first } = await limenJson<{ secret: string }>(here, create('workloads', ...about('nightly'), '--scope', 'reports:read'));
  assert.equal(await tokenStatus('nightly', first), 200);
  const { out } = await limen(here, 'client rotate-secret workloads nightly');
  const second = /Client secret +([\w-]{43})\n/.exec(out)![1]!;
  assert.match(out, /The one before +works until 20/);
  assert.equal(await tokenStatus('nightly', first), 200);
  assert.equal(await tokenStatus('nightly', second), 200);
  const third = await limenJson<{ secret: string }>(here, 'client rotate-secret workloads nightly --at-once');
  assert.equal(await tokenStatus('nightly', second), 401);
  assert.equal(await tokenStatus('nightly', third.secret), 200);
  const { code } = await limen(here, ['client', 'disable', 'workloads', 'nightly', '--reason', 'replaced']);
  assert.equal(code, 0);
  assert.equal(await tokenStatus('nightly', third.secret), 401);
  assert.match((await limen(here, 'client show workloads nightly')).out, /State +switched off 20/);
});
