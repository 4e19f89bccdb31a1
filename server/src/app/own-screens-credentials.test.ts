/** Passwords and passkeys in an application that draws its own screens, at a whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import type { NextScreen } from '../../../contract/challenge.ts';
import type { ScreenOf } from '../../../contract/screens/index.ts';
import { createSoftAuthenticator } from '../../../tools/testing/soft-authenticator.ts';
import { minute, movableClock } from '../kernel/index.ts';
import { testMailbox } from './test-application.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { installation, ownOrigin, ownScreensClient, pastOffer, screenOf } from './test-own-screens.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({ trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } }, { clock });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder), clock };
const mailbox = testMailbox(house);
const client = await ownScreensClient(house, 'customers');
const password = 'nine purple otters juggle';

let installed = 0;
const newInstallation = () => installation(house, 'customers', client, `203.0.113.${installed += 1}`);
type App = Awaited<ReturnType<typeof newInstallation>>;

const shown = <Step extends NextScreen['screen']['step']>({ screen }: NextScreen, step: Step): ScreenOf<Step> => {
  assert.equal(screen.step, step);
  return screen as ScreenOf<Step>;
};

/** As far as the first thing that is made: a passkey, or a password instead. */
async function newcomer(app: App, email: string, more: Record<string, string> = {}): Promise<NextScreen> {
  const first = screenOf(await app.start({ prompt: 'create', ...more }));
  const asked = screenOf(await app.enter(first, { choice: 'continue', identifier: email }));
  const named = screenOf(await app.enter(asked, { choice: 'continue', code: await mailbox.code(email) }));
  return screenOf(await app.enter(named, { choice: 'continue', displayName: 'Ada Example' }));
}

/** An account with a password and an authenticator app. */
async function withPassword(email: string): Promise<void> {
  const app = await newInstallation();
  const offer = await newcomer(app, email, { acr_values: 'urn:limen:acr:mfa' });
  const choose = screenOf(await app.enter(offer, { choice: 'password' }));
  shown(choose, 'set-password');
  const short = screenOf(await app.enter(choose, { choice: 'continue', password: 'short' }));
  assert.deepEqual([short.notice?.code, short.notice?.field], ['password.too-short', 'password']);
  const add = screenOf(await app.enter(short, { choice: 'continue', password }));
  const { secret } = shown(add, 'enrol-totp');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock().getTime() });
  const done = await app.enter(add, { choice: 'continue', code });
  const { body } = await app.redeem(done);
  assert.equal(decodeJwt(body.id_token)['acr'], 'urn:limen:acr:mfa');
}

/** At the password's screen of a sign-in. */
async function atPassword(app: App, email: string): Promise<NextScreen> {
  clock.advance(20 * minute);
  const first = screenOf(await app.start());
  const asked = screenOf(await app.enter(first, { choice: 'continue', identifier: email }));
  const screen = screenOf(await app.enter(asked, { choice: 'password' }));
  shown(screen, 'password');
  return screen;
}

test('a person signs in with a password: a wrong one is said to be wrong, the right one gives tokens', async () => {
  await withPassword('ada@example.org');
  const app = await newInstallation();
  const again = screenOf(await app.enter(await atPassword(app, 'ada@example.org'), { choice: 'continue', password: 'another one entirely' }));
  assert.deepEqual([again.notice?.code, again.screen.step], ['password.wrong', 'password']);
  const done = await app.enter(again, { choice: 'continue', password });
  const { status, body } = await app.redeem(done);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(decodeJwt(body.id_token)['amr'], ['pwd']);
  assert.match(done.body.device, /^[\w-]{43}$/);
});

test('guessing passwords is slowed as on the web, and an installation that is known is not locked out by it', async () => {
  await withPassword('bob@example.org');
  const own = await newInstallation();
  const first = await own.enter(await atPassword(own, 'bob@example.org'), { choice: 'continue', password });
  const { device } = first.body as { device: string };
  const onceMore = async () => {
    const start = screenOf(await own.start({ device }));
    const asked = screenOf(await own.enter(start, { choice: 'continue', identifier: 'bob@example.org' }, { device }));
    const known = screenOf(await own.enter(asked, { choice: 'password' }, { device }));
    return own.enter(known, { choice: 'continue', password }, { device });
  };
  // It is known from the first success that it was named at.
  clock.advance(20 * minute);
  assert.equal((await onceMore()).status, 200);
  const guesser = await newInstallation();
  let at = await atPassword(guesser, 'bob@example.org');
  let tries = 0;
  while (at.notice?.code !== 'throttled') {
    tries += 1;
    assert.ok(tries < 30, 'no end of guesses');
    at = screenOf(await guesser.enter(at, { choice: 'continue', password: `guess number ${tries} of many` }));
  }
  at = screenOf(await guesser.enter(at, { choice: 'continue', password }));
  assert.equal(at.notice?.code, 'throttled', 'the right one helps no more now');

  assert.equal((await onceMore()).status, 200);
});

test('a passkey is made and used at the registered origin, and one made to look so elsewhere is refused', async () => {
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: ownOrigin });
  const app = await newInstallation();
  const offer = await newcomer(app, 'eve@example.org');
  const { options } = shown(offer, 'enrol-passkey');
  const made = JSON.stringify(authenticator.create(options as never));
  assert.equal((await app.enter(offer, { choice: 'passkey', credential: made })).status, 200);

  const signIn = async (origin: string) => {
    authenticator.origin = origin;
    const first = screenOf(await app.start());
    const { passkey } = shown(first, 'identify');
    return app.enter(first, { choice: 'passkey', credential: JSON.stringify(authenticator.get(passkey as never)) });
  };
  for (const origin of ['https://evil.example', 'https://shop.example']) {
    assert.equal(screenOf(await signIn(origin)).notice?.code, 'passkey.refused', origin);
  }
  const { body } = await app.redeem(await signIn(ownOrigin));
  assert.deepEqual(decodeJwt(body.id_token)['acr'], 'urn:limen:acr:phr');

  // Another application's origins are nothing to this one.
  const other = await installation(house, 'customers', await ownScreensClient(house, 'customers', { screenOrigins: [] }), '203.0.113.252');
  const first = screenOf(await other.start());
  const { passkey } = shown(first, 'identify');
  const refused = await other.enter(first, { choice: 'passkey', credential: JSON.stringify(authenticator.get(passkey as never)) });
  assert.equal(screenOf(refused).notice?.code, 'passkey.refused');
});

test('who was named has to be the one who signs in, and a name that nobody signed is refused', async () => {
  const app = await newInstallation();
  const { body: tokens } = await app.redeem(await app.enter(await newcomer(app, 'fay@example.org'), { choice: 'skip' }));
  const signInAs = async (email: string) => {
    clock.advance(20 * minute);
    const first = screenOf(await app.start({ id_token_hint: tokens.id_token }));
    const asked = screenOf(await app.enter(first, { choice: 'continue', identifier: email }));
    return pastOffer(app, await app.enter(asked, { choice: 'continue', code: await mailbox.code(email) }));
  };
  const other = await newInstallation();
  await other.enter(await newcomer(other, 'gus@example.org'), { choice: 'skip' });
  const { body } = await signInAs('gus@example.org');
  assert.deepEqual([body.error, body.screen.reason, typeof body.words.title], ['access_denied', 'other-account', 'string']);
  assert.equal((await signInAs('fay@example.org')).status, 200);
  assert.equal((await app.start({ id_token_hint: `${tokens.id_token}x` })).body.error, 'invalid_request');
});
