/** The programs of docs/guides/connect-an-application.md, run as they stand there. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { clientRegistration, type ClientRegistration } from '../../../contract/admin/index.ts';
import { freePort, startTestServer } from './testing.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..', '..');
const guide = await readFile(join(root, 'docs', 'guides', 'connect-an-application.md'), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'limen-guide-'));
after(() => rm(folder, { recursive: true, force: true }));
await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));

const appPort = String(await freePort());
const names = new Set<string>();
for (const [, name = '', body = ''] of guide.matchAll(/^```js (\S+)\n([\s\S]*?)^```$/gm)) {
  // The guide's application has a port of its own, which another program may have here.
  await writeFile(join(folder, name), `${body.replaceAll('4000', appPort)}\n`, { flag: 'a' });
  names.add(name);
}

const server = await startTestServer();
const { url } = server.config;

async function register(population: string, registration: ClientRegistration): Promise<string | undefined> {
  const { secret } = await server.limen.admin['client.create']({
    params: { population }, query: undefined, body: clientRegistration.parse(registration),
    actor: { kind: 'operator', id: 'local' }, signal: new AbortController().signal,
  });
  return secret;
}

async function runProgram(name: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ISSUER: `${url}/workloads` };
  return (await run(process.execPath, [name, ...args], { cwd: folder, env })).stdout;
}

test('the job gets a token with the key that it made, and the API takes it', async () => {
  assert.deepEqual([...names], ['app.mjs', 'key.mjs', 'job.mjs', 'api.mjs']);
  await runProgram('key.mjs');
  await register('workloads', {
    id: 'figures', name: 'Nightly figures', owner: 'Data team', purpose: 'Reads the daily reports',
    grantTypes: ['client_credentials'], authMethod: 'private_key_jwt', scopes: ['reports:read'],
    resources: ['https://reports.example.com'], jwks: JSON.parse(await readFile(join(folder, 'job-jwks.json'), 'utf8')),
  });
  const [token = '', lifetime] = (await runProgram('job.mjs')).trim().split(' ');
  assert.equal(lifetime, '300');
  assert.match(await runProgram('api.mjs', token), /client_id: 'figures'/);
  await assert.rejects(runProgram('api.mjs', `${token}x`));
});

test('the application sends people to sign in, and takes no answer that it did not ask for', async () => {
  const at = `http://localhost:${appPort}`;
  const secret = await register('customers', {
    id: 'orders', name: 'Orders', owner: 'Shop team', purpose: 'Shows customers their orders', firstParty: true,
    grantTypes: ['authorization_code', 'refresh_token'], authMethod: 'client_secret_basic',
    scopes: ['openid', 'profile', 'email'], redirectUris: [`${at}/callback`],
    postLogoutRedirectUris: [`${at}/signed-out`], backchannelLogoutUri: `${at}/backchannel-logout`,
  });
  const env = { ...process.env, ISSUER: `${url}/customers`, CLIENT_SECRET: secret };
  const app = spawn(process.execPath, ['app.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await Promise.race([once(app.stdout, 'data'), once(app, 'exit')]) as [unknown];
    assert.equal(String(line).trim(), `${at}/sign-in`);
    const sent = await fetch(`${at}/sign-in`, { redirect: 'manual' });
    const authorize = sent.headers.get('location') ?? '';
    assert.ok(authorize.startsWith(`${url}/customers/authorize?`), authorize);
    const asked = await fetch(authorize, { redirect: 'manual' });
    assert.match(asked.headers.get('location') ?? '', /\/customers\/interaction\//);
    assert.equal((await fetch(`${at}/callback?code=made-up&state=made-up&iss=${url}/customers`)).status, 400);
    const forged = { method: 'POST', body: new URLSearchParams({ logout_token: 'forged' }) };
    assert.equal((await fetch(`${at}/backchannel-logout`, forged)).status, 400);
  } finally {
    if (app.kill()) await once(app, 'exit');
  }
});
