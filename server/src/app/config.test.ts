import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LimenError } from '../kernel/index.ts';
import { readConfig } from './config.ts';
import { findTextGateway } from './mail-way.ts';
import { checkOrigins, doorsOf, isOnLoopback, issuerOf } from './origins.ts';

test('an empty environment is a server on loopback with its data below the working folder', () => {
  const config = readConfig({}, '/srv/limen');
  assert.equal(config.url, 'http://localhost:3000');
  assert.equal(config.dataFolder, '/srv/limen/.limen');
  assert.equal(isOnLoopback(config), true);
  assert.equal(issuerOf(config, 'customers'), 'http://localhost:3000/customers');
});

test('everything wrong is told at once, by the name of its variable', () => {
  const environment = {
    PORT: '70000', LIMEN_URL: 'localhost', LIMEN_CONSOLE_URL: 'https://c.example/path', LIMEN_SHARED_ORIGIN: 'yes',
    LIMEN_LOG_LEVEL: 'loud', LIMEN_MASTER_KEY: 'x', LIMEN_MASTER_KEY_FILE: '/k',
  };
  assert.throws(() => readConfig(environment, '/'), (error: LimenError) => {
    assert.deepEqual(error.faults.map((fault) => fault.at).sort(), [
      'LIMEN_CONSOLE_URL', 'LIMEN_LOG_LEVEL', 'LIMEN_MASTER_KEY', 'LIMEN_SHARED_ORIGIN', 'LIMEN_URL', 'PORT',
    ]);
    return error.code === 'config.invalid';
  });
});

test('secrets do not print', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://u:hunter2@db/limen' }, '/');
  assert.equal(JSON.stringify(config).includes('hunter2'), false);
  assert.equal(config.databaseUrl?.reveal(), 'postgres://u:hunter2@db/limen');
});

const populations = [
  { slug: 'customers', kind: 'customer', issuer: 'https://login.shop.example/' },
  { slug: 'workforce', kind: 'workforce', issuer: 'https://id.corp.example/' },
  { slug: 'workloads', kind: 'workload', issuer: 'https://limen.example/workloads' },
] as const;
const apart = {
  LIMEN_URL: 'https://limen.example', LIMEN_BIND: '0.0.0.0', LIMEN_CONSOLE_URL: 'https://console.corp.example',
  LIMEN_HOST_CUSTOMERS: 'https://login.shop.example', LIMEN_HOST_WORKFORCE: 'https://id.corp.example',
};

test('off loopback every population that people meet, and the console, need a host of their own', () => {
  checkOrigins(readConfig(apart, '/'), populations);
  const shared = readConfig({ LIMEN_URL: 'https://limen.example', LIMEN_BIND: '0.0.0.0' }, '/');
  const atPaths = populations.map(({ slug, kind }) => ({ slug, kind, issuer: `https://limen.example/${slug}` }));
  assert.throws(() => checkOrigins(shared, atPaths), (error: LimenError) => {
    assert.deepEqual(error.faults.map((fault) => fault.at), ['LIMEN_HOST_CUSTOMERS', 'LIMEN_HOST_WORKFORCE', 'LIMEN_CONSOLE_URL']);
    return error.code === 'config.invalid';
  });
  checkOrigins({ ...shared, sharedOrigin: true }, atPaths);
});

test('an issuer is fixed: a configuration that would change it is refused', () => {
  const moved = readConfig({ ...apart, LIMEN_HOST_CUSTOMERS: 'https://other.example' }, '/');
  assert.throws(() => checkOrigins(moved, populations), /customers was created as https:\/\/login.shop.example\//);
});

test('each host has its populations, and the console stands behind one alone', () => {
  const doors = doorsOf(readConfig(apart, '/'), populations);
  assert.deepEqual(doors, [
    { origin: 'https://limen.example', populations: ['workloads'], console: false },
    { origin: 'https://console.corp.example', populations: [], console: true },
    { origin: 'https://login.shop.example', populations: ['customers'], console: false },
    { origin: 'https://id.corp.example', populations: ['workforce'], console: false },
  ]);
});

test('off loopback nothing is served without TLS', () => {
  const plain = readConfig({ ...apart, LIMEN_HOST_WORKFORCE: 'http://id.corp.example' }, '/');
  const moved = populations.map((each) => (each.slug === 'workforce' ? { ...each, issuer: 'http://id.corp.example/' } : each));
  assert.throws(() => checkOrigins(plain, moved), /http:\/\/id\.corp\.example must be https/);
  assert.throws(() => checkOrigins({ ...plain, sharedOrigin: true }, moved), /must be https/);
});

test('a gateway for texts takes both of its settings, a web address and a long enough key', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const gatewayOf = (LIMEN_SMS_URL?: string, LIMEN_SMS_SECRET?: string) => findTextGateway(readConfig({ LIMEN_SMS_URL, LIMEN_SMS_SECRET }, '/'));
  assert.equal(gatewayOf(), undefined);
  assert.deepEqual(gatewayOf('https://texts.example.com/send', secret), { url: 'https://texts.example.com/send', secret: Buffer.alloc(32, 7) });
  for (const [url, key, at] of [
    ['https://texts.example.com/send', undefined, 'LIMEN_SMS_SECRET'], [undefined, secret, 'LIMEN_SMS_URL'],
    ['texts.example.com', secret, 'LIMEN_SMS_URL'], ['ftp://texts.example.com', secret, 'LIMEN_SMS_URL'],
    ['https://me:pass@texts.example.com', secret, 'LIMEN_SMS_URL'], ['https://texts.example.com', 'whsec_c2hvcnQ=', 'LIMEN_SMS_SECRET'],
  ] as const) {
    assert.throws(() => gatewayOf(url, key), (error: LimenError) => error.code === 'config.invalid' && error.faults[0]?.at === at, `${url} ${key}`);
  }
});
