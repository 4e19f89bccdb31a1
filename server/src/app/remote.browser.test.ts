/** A kiosk and a desk at one screen, a person at their own: in real browsers, against the whole server and its demo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import type { Page } from 'playwright-core';
import { cibaGrant } from '../../../contract/admin/client-registration.ts';
import { heading, press, testDemo } from './test-demo.ts';
import { operatorOf } from './test-operator.ts';

const { server, demo, newPage, signUp, codeFor, linkFor } = await testDemo();
const { url, dataFolder } = server.config;
const operator = operatorOf(dataFolder);
const email = 'mara@example.org';
const phone = await newPage();
await signUp(phone, email, 'Mara');
await press(phone, 'Not now');
await heading(phone, 'Your account');

async function codeOnKiosk(kiosk: Page): Promise<string> {
  await kiosk.goto(`${demo.shop.url}/kiosk`);
  await press(kiosk, 'Sign in with your phone');
  await heading(kiosk, 'Go on with your phone');
  return kiosk.locator('.big').innerText();
}

test('a kiosk shows a code, the phone lets it in by a sign-in there, and "I am done" leaves nothing', async () => {
  const [kiosk, own] = [await newPage(), await newPage()];
  const code = await codeOnKiosk(kiosk);
  await own.goto(`${url}/customers/device?user_code=${code}`);
  assert.equal(await own.getByLabel('Code on the screen').inputValue(), code);
  await press(own, 'Continue');
  await heading(own, 'Sign in on Larch & Loom kiosk, Main Street?');
  assert.equal(await own.locator('.digits').innerText(), code);
  await press(own, 'Sign in and let that screen in');
  await own.getByLabel('E-mail address').fill(email);
  await press(own, 'Continue');
  await own.getByLabel('Code from the e-mail').fill(await codeFor(email));
  await press(own, 'Continue');
  await press(own, 'Not now');
  await heading(own, 'You are signed in on that screen');
  await heading(kiosk, 'Good day, Mara');
  await own.goto(`${url}/customers/account`);
  await own.getByText('Larch & Loom kiosk, Main Street').waitFor();
  await linkFor(email, 'screen-let-in', 'not-me');
  await press(kiosk, 'I am done');
  await heading(kiosk, 'Your orders, on this screen');
  assert.deepEqual(await kiosk.context().cookies(), []);
  await own.reload();
  assert.equal(await own.getByText('Larch & Loom kiosk, Main Street').count(), 0);
});

test('a wrong code and a refusal are told in words, and the kiosk offers another code', async () => {
  const [kiosk, own] = [await newPage(), await newPage()];
  const code = await codeOnKiosk(kiosk);
  await own.goto(`${url}/customers/device`);
  await own.getByLabel('Code on the screen').fill('BBBB-BBBB');
  await press(own, 'Continue');
  await own.getByText('No screen shows this code now.').waitFor();
  await own.getByLabel('Code on the screen').fill(code);
  await press(own, 'Continue');
  await press(own, 'I did not ask for this');
  await heading(own, 'That screen was not let in');
  await heading(kiosk, 'Nobody was signed in');
});

test('a desk asks, the account page and a mail lead to the question, and the number from the desk answers it', async () => {
  const { client, secret } = await operator.createClient('customers', {
    name: 'Larch & Loom support', purpose: 'Helps customers who call', grantTypes: [cibaGrant], scopes: ['openid', 'profile'],
  });
  const desk = await oidc.discovery(new URL(`${url}/customers`), client.id, undefined, oidc.ClientSecretBasic(secret), {
    execute: [oidc.allowInsecureRequests],
  });
  const asked = await oidc.initiateBackchannelAuthentication(desk, { scope: 'openid profile', login_hint: email, binding_message: '38' });
  const link = await linkFor(email, 'request', 'approve');
  await phone.goto(`${url}/customers/account`);
  await phone.getByRole('link', { name: 'Look at what Larch & Loom support asks' }).click();
  await heading(phone, 'Does Larch & Loom support know that it is you?');
  assert.equal(phone.url(), link);
  await phone.getByText('Helps customers who call').waitFor();
  const number = phone.getByLabel('Number that Larch & Loom support shows or tells you');
  await number.fill('83');
  await press(phone, 'Yes, it is me');
  await phone.getByText('That is not the number.').waitFor();
  await number.fill('38');
  await press(phone, 'Yes, it is me');
  await heading(phone, 'Confirmed');
  const tokens = await oidc.pollBackchannelAuthenticationGrant(desk, { ...asked, interval: 1 });
  assert.equal((await oidc.fetchUserInfo(desk, tokens.access_token, tokens.claims()!.sub)).name, 'Mara');

  await oidc.initiateBackchannelAuthentication(desk, { scope: 'openid', login_hint: email, binding_message: '12' });
  await phone.goto(`${url}/customers/account`);
  await phone.getByRole('link', { name: /^Look at what/ }).click();
  await press(phone, 'This was not me');
  await heading(phone, 'Nothing was confirmed');
  const [event] = (await operator.events('remote.refused')).slice(-1);
  assert.equal((event!.open as { reason?: string }).reason, 'not-me');
});

test('who is signed in on their phone is asked all the same, and the mail about it ends what was let in', async () => {
  const kiosk = await newPage();
  const code = await codeOnKiosk(kiosk);
  await phone.goto(`${url}/customers/device?user_code=${code}`);
  await press(phone, 'Continue');
  await press(phone, `Let that screen in as ${email}`);
  await heading(phone, 'You are signed in on that screen');
  await heading(kiosk, 'Good day, Mara');
  await phone.goto(await linkFor(email, 'screen-let-in', 'not-me'));
  await press(phone, 'Sign out everywhere');
  await heading(phone, 'Everybody is signed out');
  const { id: principal } = (await operator.find('customers', email))[0]!;
  const { sessions } = server.limen;
  assert.deepEqual(await sessions.list(server.ground.database.db, { population: 'customers', principal }), []);
});
