/** The client for browsers at a whole server: every turn of a sign-in, with what is kept between visits. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { testMailbox } from './test-application.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { ownScreensClient } from './test-own-screens.ts';
import { startTestServer } from './testing.ts';

// As browsers load it. Its types are another room's.
const built = pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'sdk', 'built', 'limen.js')).href;
// oxlint-disable-next-line typescript/no-explicit-any -- what it gives is what the assertions are about
const { createSignIn, memoryStore } = await import(built) as any;

const server = await startTestServer();
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const clientId = await ownScreensClient(house, 'customers');
const issuer = `${url}/customers`;

test('a sign-up that is closed halfway goes on at the next visit, and its tokens are renewed', async () => {
  const store = memoryStore();
  const visit = (locale = 'en') => createSignIn({ issuer, clientId, scope: 'openid email', store, locale });
  assert.equal(await visit().resume(), undefined);
  const first = await visit().start({ create: true });
  const asked = await visit().submit(first, { choice: 'continue', identifier: 'ada@example.org' });
  assert.equal(asked.screen.step, 'email-code');

  const again = await visit().resume();
  assert.deepEqual([again.screen, again.token], [asked.screen, asked.token]);
  const wrong = await visit().submit(again, { choice: 'continue', code: '12' });
  assert.deepEqual([wrong.kind, wrong.notice.kind, typeof wrong.words.notice], ['screen', 'error', 'string']);
  const named = await visit().submit(wrong, { choice: 'continue', code: await mailbox.code('ada@example.org') });
  const offer = await visit().submit(named, { choice: 'continue', displayName: 'Ada' });
  const done = await visit().submit(offer, { choice: 'skip' });
  assert.equal(done.kind, 'done');
  assert.equal(await visit().resume(), undefined, 'what is done is not under way');

  const next = await visit().refresh(done.tokens.refreshToken);
  const place = `${issuer}/userinfo`;
  const person = await fetch(place, { headers: await visit().authorize('GET', place, next.accessToken) });
  assert.equal((await person.json() as { email: string }).email, 'ada@example.org');
  await assert.rejects(visit().refresh(done.tokens.refreshToken), { kind: 'refused', code: 'invalid_grant' });
});

test('what was left is over, and another installation has no part in it', async () => {
  const store = memoryStore();
  const client = createSignIn({ issuer, clientId, store });
  const first = await client.start();
  const other = createSignIn({ issuer, clientId, store: memoryStore() });
  await assert.rejects(other.submit(first, { choice: 'other' }), { kind: 'expired' });
  await client.cancel();
  await assert.rejects(client.submit(first, { choice: 'other' }), { kind: 'expired' });
});

test('where the application cannot go on, there is an address for a browser', async () => {
  const staff = await ownScreensClient(house, 'workforce');
  const step = await createSignIn({ issuer: `${url}/workforce`, clientId: staff, store: memoryStore() }).start();
  assert.equal(step.kind, 'web');
  const { status, headers } = await house.fetch(step.url);
  assert.deepEqual([status, /\/workforce\/interaction\//.test(headers.get('location') ?? '')], [303, true]);
});
