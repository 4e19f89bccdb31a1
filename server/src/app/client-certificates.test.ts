/** Managed devices by the certificate that a browser shows, over HTTP against the whole server behind a proxy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testAuthority, type TestCertificate } from '../../../tools/testing/certificates.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { consoleHouse } from './test-administrator.ts';
import { testApplication } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const clock = (): Date => new Date(Date.now() + ahead);
const server = await startTestServer(
  { trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for', certificates: true } }, { clock });
const { limen, ground: { database: { transaction } }, config: { url, port, dataFolder } } = server;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const intranet = await testApplication(house, 'workforce');
const consoles = consoleHouse(server);
const authority = testAuthority();
const devicesFile = `authorities:
  - name: Device authority
    certificate: |
${authority.pem.trim().split('\n').map((line) => `      ${line}`).join('\n')}
`;
await changePolicy(house, 'workforce', 'devices.yaml', () => devicesFile);

let employees = 0;
/** An employee with a passkey, and their ways to sign in. */
async function newEmployee() {
  const { principal: { id: principal } } = await house.operator.call('POST', '/populations/workforce/principals', {
    identifiers: [{ kind: 'username', value: `colleague-${employees += 1}` }],
  });
  const ref = { population: 'workforce', principal: principal as string };
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: url });
  const rp = { id: 'localhost', name: 'Test', origins: [url] };
  await transaction(async (tx) => {
    const options = await limen.credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'c', displayName: 'c' });
    await limen.credentials.passkeys.register(tx, ref, rp, {
      response: authenticator.create(options), challenge: options.challenge, occasion: { actor: { kind: 'system' } },
    });
  });
  /** By the journey of the policy, in a browser that holds the certificate as the proxy tells it; gives the id of the session. */
  async function signIn(certificate?: TestCertificate, browser = browserWith(certificate)): Promise<string> {
    const asked = await intranet.ask({ prompt: 'login' });
    const first = await browser.visit(asked.url);
    const last = await browser.send(first, { choice: 'passkey', credential: JSON.stringify(authenticator.get(passkeyOptions(first))) });
    return String((await intranet.redeem(last, asked)).claims()!['sid']);
  }
  const told = async () => (await house.operator.events('device.proved', 'device.refused')).filter((event) => event.principal === principal)
    .map(({ type, open }) => [type, open['by'] ?? open['reason']]);
  return { ref, signIn, told };
}

const browserWith = (certificate?: TestCertificate): TestBrowser => new TestBrowser(
  house.fetch, certificate ? { 'client-cert': `:${certificate.der.toString('base64')}:` } : {});

function passkeyOptions<T>({ url: at, body }: Page): T {
  const options = /data-passkey="([^"]*)"/.exec(body)?.[1];
  if (options === undefined) throw new Error(`no passkey is asked for at ${at}`);
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as T;
}

/** What an application is told that asks whether confidential records may be opened. */
async function asksUnmanaged(session: string): Promise<boolean> {
  const found = await limen.sessions.find('workforce', session);
  const { reasons } = await limen.checkpoints.evaluate({
    population: 'workforce', client: 'intranet', session: found, action: { name: 'data.open' }, resource: { type: 'record', id: '1' },
  });
  return reasons.includes('device-unmanaged');
}

test('a session whose browser showed a certificate of the organisation is a managed device\'s, and no other', async () => {
  const ada = await newEmployee();
  const plain = await ada.signIn();
  assert.equal(await asksUnmanaged(plain), true);
  const shown = await ada.signIn(authority.issue());
  assert.equal(await asksUnmanaged(shown), false);
  assert.equal(await asksUnmanaged(plain), true, 'what one browser shows is nothing to another session of the same person');
  assert.deepEqual(await ada.told(), [['device.proved', 'authority']]);
  const told = (await house.operator.events('device.proved')).at(-1)!;
  assert.equal(told.session, shown);
  assert.equal(told.open['source'], 'Device authority');
});

test('a session that is raised with a certificate in hand is a managed device\'s from then on', async () => {
  const ada = await newEmployee();
  const browser = new TestBrowser((at, sent) => house.fetch(at, { ...sent, headers: { ...Object.fromEntries(new Headers(sent?.headers)), ...held } }));
  let held: Record<string, string> = {};
  const before = await ada.signIn(undefined, browser);
  held = { 'client-cert': `:${authority.issue().der.toString('base64')}:` };
  const after = await ada.signIn(undefined, browser);
  assert.equal(after, before);
  assert.equal(await asksUnmanaged(after), false);
});

test('a certificate that nobody of ours has issued, or that is past its time, says nothing; the sign-in goes on', async () => {
  const ada = await newEmployee();
  for (const wrong of [testAuthority().issue(), authority.issue({ until: new Date(Date.now() - day / 2) }), authority.issue({ purpose: 'server' }), authority]) {
    assert.equal(await asksUnmanaged(await ada.signIn(wrong)), true);
  }
  const garbage = { ...authority.issue(), der: Buffer.from('hello') };
  assert.equal(await asksUnmanaged(await ada.signIn(garbage)), true);
  assert.deepEqual((await ada.told()).map(([type, reason]) => [type, reason]), [
    ['device.refused', 'unknown-issuer'], ['device.refused', 'expired'], ['device.refused', 'not-for-clients'], ['device.refused', 'an-authority'],
    ['device.refused', 'unreadable']]);
});

test('it ends with the certificate, though the session goes on', async () => {
  const ada = await newEmployee();
  const session = await ada.signIn(authority.issue({ until: new Date(clock().getTime() + hour / 2) }));
  assert.equal(await asksUnmanaged(session), false);
  ahead += 0.6 * hour;
  assert.equal(await asksUnmanaged(session), true);
  ahead -= 0.6 * hour;
});

test('a key that is registered for somebody makes their device a managed one, whoever signed the certificate, until it is withdrawn', async () => {
  const [ada, bea] = [await newEmployee(), await newEmployee()];
  const owner = await consoles.employee({ workforce: ['owner'] });
  await owner.enter();
  const at = `/populations/workforce/principals/${ada.ref.principal}/device-keys`;
  const own = testAuthority().issue();
  const jwk = own.keys.publicKey.export({ format: 'jwk' });
  const inDays = (days: number): string => new Date(clock().getTime() + days * day).toISOString();
  const wrong: readonly (readonly [body: object, code: string])[] = [
    [{ key: jwk, name: 'Laptop', endsAt: inDays(-1) }, 'request.invalid'], [{ key: jwk, name: 'Laptop', endsAt: inDays(1_200) }, 'request.invalid'],
    [{ key: 'hello', name: 'Laptop', endsAt: inDays(1) }, 'device_key.invalid'],
    [{ key: own.keys.privateKey.export({ format: 'jwk' }), name: 'Laptop', endsAt: inDays(1) }, 'device_key.invalid'],
  ];
  for (const [body, code] of wrong) assert.equal((await owner.ask('POST', at, body)).body.code, code);
  const made = await owner.ask('POST', at, { key: jwk, name: 'Laptop', endsAt: inDays(300) });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.equal((await owner.ask('POST', at, { key: own.pem, name: 'The same', endsAt: inDays(300) })).body.code, 'device_key.taken');
  const [session, others] = [await ada.signIn(own), await bea.signIn(own)];
  assert.deepEqual([await asksUnmanaged(session), await asksUnmanaged(others)], [false, true], 'it is registered for one person');
  assert.deepEqual(await ada.told(), [['device.proved', 'registered-key']]);
  assert.deepEqual((await owner.ask('GET', at)).body.keys.map(({ id, name }: { id: string; name: string }) => [id, name]), [[made.body.key, 'Laptop']]);
  assert.deepEqual((await owner.ask('DELETE', `${at}/${made.body.key}`)).body.keys, []);
  assert.equal(await asksUnmanaged(session), true);
  assert.equal((await owner.ask('DELETE', `${at}/${made.body.key}`)).body.code, 'device_key.unknown');
  // Undone by whoever did it, at once, and by nobody else.
  const restore = `${at}/${made.body.key}/restore`;
  assert.equal((await house.operator.ask('POST', restore)).body.code, 'device_key.not_restorable');
  assert.deepEqual((await owner.ask('POST', restore)).body.keys.map(({ id, name }: { id: string; name: string }) => [id, name]), [[made.body.key, 'Laptop']]);
  assert.equal(await asksUnmanaged(session), false, 'a session that showed it is a managed device\'s again');
  assert.equal((await owner.ask('POST', restore)).body.code, 'device_key.not_restorable', 'once');
  await house.operator.call('DELETE', `${at}/${made.body.key}`);
  const again = await house.operator.call('POST', at, { key: own.pem, name: 'Anew', endsAt: inDays(20) });
  assert.equal((await house.operator.ask('POST', restore)).body.code, 'device_key.taken');
  await house.operator.call('DELETE', `${at}/${again.key}`);
  ahead += 11 * minute;
  assert.equal((await house.operator.ask('POST', `${at}/${again.key}/restore`)).body.code, 'device_key.not_restorable', 'ten minutes later');
  ahead -= 11 * minute;
  assert.deepEqual((await house.operator.events('device.registered')).filter((event) => event.principal === ada.ref.principal)
    .map(({ open }) => open['restored'] ?? false), [false, true, false]);
  assert.equal((await house.operator.ask('POST', `/populations/customers/principals/${ada.ref.principal}/device-keys`, { key: jwk, name: 'Phone', endsAt: inDays(1) })).status, 404);
});

test('a journey\'s own checkpoint sees the certificate before there is a session', async () => {
  await changePolicy(house, 'workforce', 'checkpoints.yaml', (text) => `${text}
  sign-in.from-elsewhere:
    about: A sign-in from a device of somebody's own
    valueAtRisk: elevated
    frictionTolerance: medium
    reasons: { device-unmanaged: "!device.managed" }
    responses:
      - respond: allow
`);
  await changePolicy(house, 'workforce', 'journeys/sign-in.yaml', (text) => text.replace('passkey: complete', 'passkey: from-where')
    .replace('nodes:', 'nodes:\n  from-where:\n    step: checkpoint\n    with: { action: sign-in.from-elsewhere }\n    exits: { allow: complete, deny: complete }\n'));
  const ada = await newEmployee();
  for (const certificate of [undefined, authority.issue(), testAuthority().issue()]) await ada.signIn(certificate);
  const { decisions } = await house.operator.call('GET', `/populations/workforce/decisions?principal=${ada.ref.principal}`);
  assert.deepEqual((decisions as { reasons: string[] }[]).map(({ reasons }) => reasons), [['device-unmanaged'], [], ['device-unmanaged']]);
});

test('an authority that the policy names no more stands for nobody, those who are signed in included', async () => {
  const ada = await newEmployee();
  const session = await ada.signIn(authority.issue());
  assert.equal(await asksUnmanaged(session), false);
  const other = testAuthority({ name: 'Another' });
  await changePolicy(house, 'workforce', 'devices.yaml', () => devicesFile.replace(/ {6}-----BEGIN[^]*/, `${other.pem.trim().split('\n').map((line) => `      ${line}`).join('\n')}\n`));
  assert.equal(await asksUnmanaged(session), true);
  await changePolicy(house, 'workforce', 'devices.yaml', () => devicesFile);
});
