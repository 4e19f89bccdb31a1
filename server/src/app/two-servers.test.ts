/** Two servers on one database, as processes of their own, reached in turns as through a load balancer. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { emptyDatabase } from '../storage/testing.ts';
import { pastOffer, signIn, signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { freePort, programFolder, startProgram, type Program } from './test-program.ts';
import { until } from './test-waiting.ts';
import { connectionString } from './testing.ts';

const ports = [await freePort(), await freePort()];
const environment = {
  DATABASE_URL: connectionString(await emptyDatabase()), LIMEN_MASTER_KEY: randomBytes(32).toString('base64'),
  LIMEN_URL: `http://localhost:${ports[0]}`, LIMEN_LOG_LEVEL: 'debug',
};
const folders = [await programFolder(), await programFolder()];
const [one, other] = ports.map((port, n) => startProgram({ dataFolder: folders[n]!, port, environment })) as [Program, Program];
await Promise.all([one.ready(), other.ready()]);

let turn = 0;
const nextPort = (): number => ports[turn++ % ports.length]!;
const both = { url: one.url, operator: one.operator, fetch: fetchFrom(nextPort) };
const mailbox = testMailbox({ ...both, fetch: one.fetch });
const shop = await testApplication(both, 'customers');
const keysAt = async ({ fetch, url }: Program): Promise<unknown> => (await fetch(`${url}/customers/jwks`)).json();

test('two servers started at the same moment on an empty database make everything once', async () => {
  const created = await one.operator.events('population.created', 'policy.published', 'key.created');
  const told = created.map(({ type, population, open }) => [type, population, open['kind'] ?? open['version']].join(' '));
  assert.equal(new Set(told).size, told.length, told.join('\n'));
  assert.deepEqual(
    told.filter((each) => each.startsWith('population')).sort(),
    ['population.created customers customer', 'population.created workforce workforce', 'population.created workloads workload']);
  assert.deepEqual(await keysAt(other), await keysAt(one));
  assert.equal((await other.operator.call<{ ok: boolean }>('POST', '/events/verify', {})).ok, true);
});

test('they serve one sign-in alternately, from the first request to the logout', async () => {
  const browser = new TestBrowser(both.fetch);
  const asked = await shop.ask({ prompt: 'create' });
  const tokens = await shop.redeem(await signUp(browser, asked.url, 'ada@example.org', mailbox), asked);
  const subject = tokens.claims()!.sub;
  assert.equal((await oidc.fetchUserInfo(shop.rp, tokens.access_token, subject)).email, 'ada@example.org');
  const renewed = await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
  assert.equal((await oidc.fetchUserInfo(shop.rp, renewed.access_token, subject)).sub, subject);

  const again = await shop.ask({ prompt: 'none' });
  assert.equal((await shop.redeem(await browser.visit(again.url), again)).claims()?.sub, subject);

  const goodbye = oidc.buildEndSessionUrl(shop.rp, {
    id_token_hint: tokens.id_token!, post_logout_redirect_uri: 'https://shop.example/bye',
  });
  assert.match((await browser.visit(goodbye.href)).url, /^https:\/\/shop\.example\/bye/);
  for (const _ of ports) {
    await assert.rejects(oidc.fetchUserInfo(shop.rp, renewed.access_token, subject), { status: 401 });
    await assert.rejects(oidc.refreshTokenGrant(shop.rp, renewed.refresh_token!), { error: 'invalid_grant' });
    const silent = new URL((await browser.visit((await shop.ask({ prompt: 'none' })).url)).url);
    assert.equal(silent.searchParams.get('error'), 'login_required');
  }
});

test('what one uses up is used up at the other, also when both are asked at once', async () => {
  const asked = await shop.ask();
  const page = await signIn(new TestBrowser(both.fetch), asked.url, 'ada@example.org', mailbox);
  const redeemed = await Promise.allSettled([shop.redeem(page, asked), shop.redeem(page, asked)]);
  assert.ok(redeemed.filter(({ status }) => status === 'fulfilled').length <= 1);
  await assert.rejects(shop.redeem(page, asked), { error: 'invalid_grant' });
});

test('a policy published and a key rotated at one are in force at the other', async () => {
  const at = '/populations/customers/policy';
  const { version, files } = await one.operator.call<{ version: number; files: { path: string; text: string }[] }>(
    'GET', `${at}/files`);
  const renamed = files.map(({ path, text }) => (
    { path, text: path === 'population.yaml' ? text.replace(/^name: .*$/m, 'name: Members of the club') : text }));
  const { outcome } = await one.operator.call<{ outcome: string }>('POST', `${at}/apply`, { files: renamed, basedOn: version });
  assert.equal(outcome, 'published');
  await until('the other shows the new name', async () => (
    await (await other.fetch(`${one.url}/customers/`)).text()).includes('Members of the club'));

  const before = JSON.stringify(await keysAt(other));
  await one.operator.call('POST', '/populations/customers/keys/rotate', {});
  // Each hears of it by itself, the one that rotated too.
  await until('both publish the new keys', async () => {
    const [here, there] = [JSON.stringify(await keysAt(one)), JSON.stringify(await keysAt(other))];
    return here !== before && here === there;
  });
});

test('what people hold and who they are is in the log of neither, and nothing there is an error', async () => {
  const browser = new TestBrowser(both.fetch);
  const asked = await shop.ask({ login_hint: 'ada@example.org' });
  let code = '';
  const noted = { code: async (to: string) => code = await mailbox.code(to) };
  const page = await signIn(browser, asked.url, 'ada@example.org', noted);
  const tokens = await shop.redeem(page, asked);
  const held = [
    code, shop.secret, asked.state, asked.nonce, asked.verifier, new URL(page.url).searchParams.get('code')!,
    tokens.access_token, tokens.refresh_token!, tokens.id_token!, ...browser.cookies().map(({ value }) => value), 'ada@',
    environment.LIMEN_MASTER_KEY,
  ];
  const log = [one, other].map((server) => server.said()).join('\n');
  assert.match(log, /"route":"\/customers\/token"/);
  assert.deepEqual(held.filter((secret) => log.includes(secret)), []);
  assert.doesNotMatch(log, /"level":[56]0/);
});

test('when one is killed, a sign-in under way goes on at the other', async () => {
  let reached = one;
  const browser = new TestBrowser((url, sent) => reached.fetch(url, sent));
  const first = await browser.visit((await shop.ask()).url);
  const asked = await browser.send(first, { choice: 'continue', identifier: 'ada@example.org' });
  const code = await mailbox.code('ada@example.org');
  one.signal('SIGKILL');
  await one.ended;
  reached = other;
  const offer = await browser.send(asked, { choice: 'continue', code });
  assert.match((await pastOffer(browser, offer)).url, /^https:\/\/shop\.example\/cb\?code=/);
});
