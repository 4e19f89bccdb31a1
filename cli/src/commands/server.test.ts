import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestServer } from '../../../server/src/app/testing.ts';
import { limen, limenJson } from '../testing/run-limen.ts';

const server = await startTestServer();
const here = { data: server.config.dataFolder };

test('status tells where the server and its issuers are', async () => {
  const { code, out } = await limen({}, ['status', '--data', server.config.dataFolder]);
  assert.equal(code, 0);
  assert.match(out, new RegExp(`Address +${server.config.url}\n`));
  assert.match(out, new RegExp(`workloads +${server.config.url}/workloads\n`));
});

test('a relative data folder starts from the working folder', async () => {
  const { code } = await limen({ data: server.config.dataFolder.slice(1), workingFolder: '/' }, 'status');
  assert.equal(code, 0);
});

test('a rotation publishes keys that sign later, or now', async () => {
  const keys = async () => (await limenJson<{ keys: { kid: string; state: string }[] }>(here, 'key list workforce')).keys;
  const before = await keys();
  const { kids } = await limenJson<{ kids: string[] }>(here, 'key rotate workforce');
  assert.ok(kids.length > 0);
  assert.deepEqual((await keys()).filter(({ kid }) => kids.includes(kid)).map(({ state }) => state), kids.map(() => 'published'));
  const now = await limenJson<{ kids: string[] }>(here, 'key rotate workforce --at-once');
  assert.deepEqual((await keys()).filter(({ kid }) => now.kids.includes(kid)).map(({ state }) => state), now.kids.map(() => 'active'));
  assert.match((await limen(here, 'key list workforce')).out, new RegExp(`KEY +ALGORITHM[^]*${before[0]!.kid} +ES256|RS256`));
});

test('the administrator\'s link opens, and only the link is on stdout', async () => {
  const { code, out, err } = await limen(here, 'admin link');
  assert.equal(code, 0);
  assert.match(out, new RegExp(`^${server.config.url}/workforce/enrol/[\\w-]+\n$`));
  assert.match(err, /works once/);
  assert.equal((await fetch(out.trim(), { redirect: 'manual' })).status, 303);
});

test('the advisor says of each action what would cost least, also before anybody has asked', async () => {
  const { actions } = await limenJson<{ actions: { name: string; advice: { now: number | null } }[] }>(here, 'action list customers --days 7');
  assert.ok(actions.some(({ name, advice }) => name === 'payout.change' && advice.now === null));
  const { out } = await limen(here, 'action list customers');
  assert.match(out, /^ACTION +STAGE +REQUESTS/);
  assert.match(out, /\npayout\.change: Nobody has asked yet\. By what is at stake, best is to /);
  const machines = await limen(here, 'action list workloads');
  assert.match(machines.out, /^ACTION +STAGE +REQUESTS +ISSUED +NOTED[^\n]+\ntoken\.issue +token +0 [^\n]+\n$/);
});

test('an unknown population is refused by every command that names one', async () => {
  for (const line of ['policy export nobody', 'client list nobody', 'action list nobody', 'principal list nobody', 'key list nobody', 'key rotate nobody']) {
    const { code, err } = await limen(here, line);
    assert.equal(code, 1, line);
    assert.match(err, /population\.unknown[^]*limen policy list/);
  }
});
