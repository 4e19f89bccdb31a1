import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, Secret } from '../kernel/index.ts';
import { databaseUrlOf, startTestServer } from './testing.ts';

const mail = { smtpUrl: new Secret('smtp://127.0.0.1:2'), mailFrom: 'Limen <no-reply@example.com>' };
const hosts = new Map([['customers', 'https://login.example.com'], ['workforce', 'https://staff.example.com']]);

test('a first start that is refused fixes no issuer: with the hosts added it goes on', async () => {
  const databaseUrl = await databaseUrlOf();
  const settings = { ...mail, url: 'https://id.example.com', databaseUrl };
  const masterKey = new Secret(Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7 % 251)).toString('base64'));
  await assert.rejects(startTestServer({ ...settings, masterKey }), (error) => hasCode(error, 'config.invalid'));
  const server = await startTestServer({
    ...settings, masterKey, populationUrls: hosts, consoleUrl: 'https://console.example.com',
  });
  const issuers = (await server.limen.policies.populations()).map(({ issuer }) => issuer).sort();
  assert.deepEqual(issuers, [
    'https://id.example.com/workloads', 'https://login.example.com/', 'https://staff.example.com/',
  ]);
});

test('without a mail server nothing starts where others could reach it', async () => {
  await assert.rejects(
    startTestServer({ url: 'https://id.example.com' }), (error) => hasCode(error, 'messages.unconfigured'));
});
