import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brandFor, branding, type Branding } from '../../contract/policy/index.ts';
import { renderAccount } from './account/render-account.ts';
import { brandStylesheet } from './brand-stylesheet.ts';
import { locales } from './locale.ts';
import { renderError } from './render-error.ts';
import { renderMail } from './render-mail.ts';
import { renderScreen } from './render-screen.ts';
import { sampleAccountFrame } from './samples-account.ts';
import { sampleErrorFrame, sampleFrame } from './samples.ts';

const [light, dark, font] = [`${'a'.repeat(43)}.svg`, `${'b'.repeat(43)}.png`, `${'c'.repeat(43)}.woff2`];
const full: Branding = branding.parse({
  name: 'Harbour', accent: '#b4531f', accentDark: '#ffb27a', logo: { light, dark }, font, typeface: 'serif', corners: 'round',
  texts: {
    any: { footer: 'Harbour & Sons "Ltd"', signUpTitle: 'Join us', privacyUrl: 'https://shop.example/privacy?a=1&b=2', mailSignature: 'Yours,\nHarbour' },
    de: { signInTitle: 'Willkommen zurück', signInLead: 'Schön, dass Sie da sind.', footer: 'Hafen GmbH', termsUrl: 'https://shop.example/agb', supportText: 'Ruf an: 4400' },
  },
});
const page = (name: string, locale: string, brand: ReturnType<typeof brandFor> = brandFor(full)): string => (
  renderScreen({ ...sampleFrame(name, locale), branding: brand }));
const heading = (text: string): string => /<h1>(.*?)<\/h1>/.exec(text)![1]!;

test('every page shows the logo, for light and dark, with the name as its words', () => {
  const account = renderAccount({ ...sampleAccountFrame('account', 'en'), branding: full });
  const error = renderError({ ...sampleErrorFrame('en'), branding: { ...brandFor(full), population: 'customers' } });
  for (const text of [page('identify', 'en'), page('email-code', 'ar'), account, error]) {
    assert.ok(text.includes(`<picture><source media="(prefers-color-scheme: dark)" srcset="/customers/brand/${dark}">`
      + `<img class="logo" src="/customers/brand/${light}" alt="Harbour"></picture></header>`));
    assert.match(text, /<link rel="stylesheet" href="\/customers\/brand\.css\?v=[\w-]{8}">/);
  }
  const named = page('identify', 'en', brandFor({ ...full, logo: { light, withName: true } }));
  assert.ok(named.includes(`<img class="logo" src="/customers/brand/${light}" alt=""><span>Harbour</span></header>`));
});

test('words of one\'s own stand where they are for the page\'s language, and Limen\'s where there are none', () => {
  assert.equal(heading(page('identify', 'de')), 'Willkommen zurück');
  assert.match(page('identify', 'de'), /<p class="lead">Schön, dass Sie da sind\.<\/p>/);
  assert.equal(heading(page('identify', 'en')), 'Sign in');
  assert.equal(heading(page('identify-sign-up', 'ar')), 'Join us');
  assert.match(page('identify', 'de'), />Ruf an: 4400<.*>Nutzungsbedingungen<.*>Datenschutz<.*<span dir="auto">Hafen GmbH<\/span>/s);
  assert.match(page('identify', 'ar'), /<span dir="auto">Harbour &amp; Sons &quot;Ltd&quot;<\/span>/);
  assert.doesNotMatch(page('identify', 'ar'), /شروط الاستخدام/);
  assert.match(page('email-code', 'en'), /href="https:\/\/shop\.example\/privacy\?a=1&amp;b=2"/);
});

test('texts that came past every check are still words on the page', () => {
  const nasty = '"><script>alert(1)</script>';
  const brand = { name: nasty, accent: '#b4531f', texts: { any: { signInTitle: nasty, signInLead: nasty, footer: nasty, supportText: nasty, termsUrl: 'javascript:alert(1)', mailSignature: nasty } } };
  const text = page('identify', 'en', brand);
  assert.doesNotMatch(text, /<script>|href="javascript/);
  assert.equal(text.match(/&lt;script&gt;/g)!.length >= 5, true);
  const message = { kind: 'code', code: '482915', minutes: 10, purpose: 'sign-in' } as const;
  assert.doesNotMatch(renderMail({ message, locale: 'en', branding: brand, to: 'a@example.com' }).html, /<script>/);
});

test('a mail ends with the signature, in the typeface and corners of the look; text and HTML say the same', () => {
  const message = { kind: 'invitation', link: 'https://id.example/i', minutes: 60, isInUse: false } as const;
  for (const locale of locales) {
    const { html, text } = renderMail({ message, locale, branding: full, to: 'a@example.com' });
    assert.match(text, /\n\nYours,\nHarbour\n\n--\n\n/);
    assert.match(html, /<p style="[^"]*pre-line" dir="auto">Yours,\nHarbour<\/p>/);
    assert.match(html, /font-family:'Iowan Old Style',[^"]*serif"/);
    assert.match(html, /border-radius:18px/);
    // What a style attribute holds must not end it.
    assert.equal((html.match(/style="[^"<>]*"/g) ?? []).length, html.split('style=').length - 1);
  }
});

test('a mail says where help is found in its reader\'s language, else as for all', () => {
  const message = { kind: 'notice', about: 'A new device', at: '2026-03-02T09:15:00Z', device: 'Firefox, Linux' } as const;
  const text = (locale: string): string => renderMail({ message, locale, branding: { ...full, supportText: 'Call 4400' }, to: 'a@example.com' }).text;
  assert.match(text('de'), /Ruf an: 4400/);
  assert.doesNotMatch(text('de'), /Call 4400/);
  assert.match(text('en'), /Call 4400/);
});

test('the stylesheet has nothing in it but what was chosen and what has a fixed form', () => {
  const css = brandStylesheet(brandFor(full));
  assert.match(css, /@font-face\{font-family:Brand;font-display:swap;font-weight:100 900;src:url\("brand\/c{43}\.woff2"\) format\("woff2"\)\}/);
  assert.match(css, /:root body\{font-family:Brand,"Iowan Old Style",/);
  assert.match(css, /:root\{--corner:18px\}/);
  assert.match(css, /@media\(prefers-color-scheme:dark\)\{:root\{--accent:#ffb27a;/);
  for (const word of ['Harbour', 'Hafen', 'shop.example']) assert.doesNotMatch(css, new RegExp(word));
  assert.equal(brandStylesheet({ name: 'x', accent: '#b4531f' }).includes('font'), false);
});

test('an application\'s own look has a stylesheet of its own address', () => {
  const shop = brandFor({ ...full, applications: { 'a&b': { accent: '#0050a0' } } }, 'a&b');
  assert.match(page('identify', 'en', shop), /brand\.css\?v=[\w-]{8}&amp;of=a%26b"/);
});
