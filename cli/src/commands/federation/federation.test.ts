import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const here = { data: server.config.dataFolder, workingFolder: folder };

test('a provider is published by file, and its secret set from another that it never comes out of again', async () => {
  await limen(here, 'policy export customers');
  await writeFile(join(folder, 'customers', 'federation.yaml'),
    'providers:\n  bank:\n    name: Bank\n    issuer: https://bank.example\n    clientId: limen\n');
  const applied = await limen(here, 'policy apply customers --yes');
  assert.equal(applied.code, 0, applied.err);
  assert.match((await limen(here, 'federation list customers')).out,
    /bank +https:\/\/bank\.example +missing +http:\/\/localhost:\d+\/customers\/federation\/callback\/bank/);
  await writeFile(join(folder, 'secret.txt'), 'nobody guesses this\n');
  const set = await limen(here, 'federation set-secret customers bank secret.txt');
  assert.equal(set.code, 0, set.err);
  assert.equal(`${set.out}${set.err}`.includes('nobody guesses'), false);
  const { providers } = await limenJson<{ providers: object[] }>(here, 'federation list customers');
  assert.deepEqual(providers.map((each) => Object.entries(each).find(([name]) => name === 'hasSecret')), [['hasSecret', true]]);
  assert.equal(JSON.stringify(providers).includes('nobody guesses'), false);
});

test('a provider that is not there, or a file, is told', async () => {
  await writeFile(join(folder, 'secret.txt'), 'x');
  assert.match((await limen(here, 'federation set-secret customers nobody secret.txt')).err, /federation\.provider_unknown/);
  assert.notEqual((await limen(here, 'federation set-secret customers bank missing.txt')).code, 0);
});
