import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screen as screens } from '../../contract/screens/index.ts';
import { locales } from './locale.ts';
import { renderScreen } from './render-screen.ts';
import { sampleFrame, sampleScreens } from './samples.ts';

const count = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;
const nasty = `"><img src=x onerror=alert(1)>'`;

test('there is a sample of every screen, and each is one', () => {
  const steps = new Set(Object.values(sampleScreens).map((sample) => screens.parse(sample.screen).step));
  assert.deepEqual([...steps].sort(), screens.options.map((option) => option.shape.step.value).sort());
});

for (const name of Object.keys(sampleScreens)) {
  test(`${name}: a whole page with one question, safe forms and nothing inline`, () => {
    for (const locale of locales) {
      const frame = sampleFrame(name, locale);
      const page = renderScreen(frame);
      assert.match(page, new RegExp(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`));
      assert.equal(count(page, /<h1>/g), 1);
      assert.ok(count(page, /class="primary"/g) <= 1, 'more than one primary button');
      const forms = count(page, /<form/g);
      assert.equal(count(page, /<form[^>]* method="post" action="\/run\/sample"/g), forms);
      assert.equal(count(page, /name="screenToken" value="3\.c2FtcGxlLXRva2Vu"/g), forms);
      assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/);
    }
  });
}

test('each screen has the fields and choices that its step reads', () => {
  const has = (name: string, ...parts: readonly string[]) => {
    const page = renderScreen(sampleFrame(name, 'en'));
    for (const part of parts) assert.ok(page.includes(part), `${name} lacks ${part}`);
  };
  const button = (choice: string) => `name="choice" value="${choice}"`;
  has('identify', 'name="identifier"', 'autocomplete="username webauthn"', button('continue'), button('passkey'));
  has('identify', button('other'));
  has('identify-sign-up', 'autocomplete="email"', button('continue'));
  has('email-code', 'name="code"', 'inputmode="numeric"', 'autocomplete="one-time-code"', button('again'));
  has('email-code', button('back'), button('continue'), button('password'));
  has('password', 'name="password"', 'autocomplete="current-password"', 'autocomplete="username"', button('continue'));
  has('password', button('email-code'), button('back'));
  has('passkey', 'name="credential"', button('passkey'), button('other-way'), button('back'));
  has('totp', 'name="code"', button('continue'), button('back'));
  has('enrol-passkey', 'name="credential"', button('passkey'), button('skip'));
  has('set-password', 'autocomplete="new-password"', 'autocomplete="username"', button('continue'), button('passkey'));
  has('enrol-totp', 'href="otpauth://totp/', 'JBSW Y3DP', '<svg class="qr"', button('continue'), button('back'));
  has('accept-invitation', button('continue'));
  has('create-account', 'name="displayName"', 'autocomplete="name"', button('continue'));
  has('refuse-try-later', button('return'));
  has('complete', button('continue'));
  has('consent', button('allow'), button('refuse'), 'orders:read');
  has('sign-out', button('sign-out'), button('stay'));
  has('recovery-code', 'name="code"', 'autocomplete="off"', button('continue'), button('other-way'), button('back'));
  has('offer-recovery-codes', button('make'), button('skip'));
  has('show-recovery-codes', '<code>7K3Q-9ZTM-4VXE-R0HB</code>', button('saved'));
  has('identify-recover', button('recover'));
  has('password-forgot', button('forgot'));
});

test('Enter in a field presses the primary button: it is the first of its form', () => {
  for (const name of Object.keys(sampleScreens)) {
    const main = /<form id="step"[^]*?<\/form>/.exec(renderScreen(sampleFrame(name, 'en')))?.[0];
    if (!main) continue;
    const buttons = [...main.matchAll(/<button[^>]*>/g)].map(([tag]) => tag);
    const submits = buttons.filter((tag) => tag.includes('type="submit"') && !tag.includes('form="ways"'));
    assert.equal(submits.length, 1, name);
    assert.match(submits[0]!, /class="primary"/, name);
  }
});

test('what was typed comes back, and nothing that came from outside becomes markup', () => {
  const base = sampleFrame('identify-fault', 'en');
  const page = renderScreen({
    ...base, screen: { ...base.screen, value: nasty } as typeof base.screen, application: nasty,
    screenToken: nasty, action: `/run/${nasty}`, cancelUrl: `/back?${nasty}`,
    branding: { name: nasty, accent: '#b4531f', supportText: nasty, supportUrl: 'https://help.example/' },
  });
  assert.ok(page.includes('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;"'));
  assert.doesNotMatch(page, /<img/);
});

test('options of a passkey stay data', () => {
  const base = sampleFrame('passkey', 'en');
  const screen = { ...base.screen, options: { challenge: nasty } } as typeof base.screen;
  const page = renderScreen({ ...base, screen });
  assert.doesNotMatch(page, /<img/);
});

test('a way back that would run something leads nowhere', () => {
  const page = renderScreen({ ...sampleFrame('totp', 'en'), cancelUrl: 'javascript:alert(1)' });
  assert.doesNotMatch(page, /javascript:/);
});

test('an error stands beside its field, is announced and named by it', () => {
  const page = renderScreen(sampleFrame('password-wrong', 'en'));
  assert.match(page, /<p class="fault" id="password-fault" role="alert">/);
  assert.match(page, /<input id="password"[^>]* aria-invalid="true" aria-describedby="password-fault"/);
  assert.match(page, /<title>Error: Enter your password/);
  assert.doesNotMatch(page, /class="notice error" role="alert"[^]*<h1>/);
});

test('an error without a field on the page stands above the form', () => {
  const base = sampleFrame('totp', 'en');
  for (const field of [undefined, 'credential']) {
    const page = renderScreen({ ...base, notice: { code: 'throttled', kind: 'error', field, values: { minutes: 2 } } });
    assert.match(page, /<div class="notice error" role="alert"[^]*Wait 2 minutes[^]*<form id="step"/);
  }
});

test('the same page is drawn for the same frame', () => {
  assert.equal(renderScreen(sampleFrame('enrol-totp', 'en')), renderScreen(sampleFrame('enrol-totp', 'en')));
});
