import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../contract/messages.ts';
import { locales } from './locale.ts';
import { renderMail } from './render-mail.ts';

const branding = { name: 'Harbour', accent: '#b4531f', supportUrl: 'https://help.example/contact?a=1&b=2' };
const to = 'mara@example.com';
const at = '2026-03-02T09:15:00Z';
const messages: readonly Message[] = [
  { kind: 'code', code: '482915', minutes: 10, purpose: 'sign-in' },
  { kind: 'code', code: '482915', minutes: 1, purpose: 'sign-up' },
  { kind: 'no-account', signUpUrl: 'https://id.example/customers/sign-up' },
  { kind: 'no-account', signUpUrl: null },
  { kind: 'link', link: 'https://id.example/customers/link/token', minutes: 10, purpose: 'sign-in', device: 'Firefox on Windows', at: '2026-03-02T09:15:00Z' },
  { kind: 'notice', about: 'Your membership begins', at: '2026-03-02T09:15:00Z', device: 'Firefox on Windows' },
  { kind: 'invitation', link: 'https://id.example/workforce/invitation#token', minutes: 1_440, isInUse: false },
  { kind: 'invitation', link: 'https://id.example/workforce/invitation#token', minutes: 20, isInUse: true },
  ...(['passkey-added', 'password-set', 'totp-added', 'removed', 'recovery-begun', 'link-made'] as const).map((change) =>
    ({ kind: 'credential-changed' as const, change, at, device: 'Firefox, Linux' })),
  ...(['asked', 'waiting', 'ready', 'finished', 'refused', 'cancelled'] as const).map((stage) => ({
    kind: 'recovery' as const, stage, at, dueAt: '2026-03-05T09:15:00Z', device: 'Firefox, Linux',
    cancelLink: 'https://id.example/customers/stop-recovery/token',
    resumeLink: stage === 'ready' ? 'https://id.example/customers/recover' : null,
  })),
  ...(['be', 'confirm'] as const).map((ask) => ({
    kind: 'contact' as const, ask, owner: 'Mara Lindqvist', at, link: 'https://id.example/customers/contact/token',
  })),
  ...(['asked', 'cancelled', 'done'] as const).map((state) => ({
    kind: 'deletion' as const, state, at, dueAt: '2026-03-16T09:15:00Z', device: 'Firefox, Linux', accountLink: 'https://id.example/customers/account',
  })),
  { kind: 'address-changed', at, until: '2026-03-09T09:15:00Z', device: 'Firefox, Linux', undoLink: 'https://id.example/customers/undo-address/token' },
  ...['NO', ''].map((country) => ({ kind: 'new-sign-in' as const, at, device: 'Firefox, Linux', country })),
  ...(['done', 'in-review', 'approved', 'refused', 'expired'] as const).map((state) => ({
    kind: 'action-news' as const, state, about: 'Change of the payout account', at, device: 'Firefox, Linux',
  })),
  {
    kind: 'action-delayed', about: 'Change of the payout account', at, dueAt: '2026-03-03T09:15:00Z',
    device: 'Firefox, Linux', cancelLink: 'https://id.example/customers/cancel/token',
  },
];

/** What a reader of the HTML part reads, without layout. */
function wordsOf(html: string): string[] {
  const body = /<body[^]*<\/body>/.exec(html)![0].replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
  return body.split(/\s+/).filter(Boolean);
}

for (const message of messages) {
  test(`${message.kind}: the text part says what the HTML part says, in every language`, () => {
    for (const locale of locales) {
      const mail = renderMail({ message, locale, branding, to });
      // The HTML part begins with the operator's name; the text part sets signs of its own.
      const [brand, ...html] = wordsOf(mail.html);
      assert.equal(brand, 'Harbour');
      const plain = (words: readonly string[]) =>
        words.flatMap((word) => word.split('：')).map((word) => word.replace(/:$/, '')).filter((word) => word !== '--' && word !== '');
      assert.deepEqual(plain(html), plain(mail.text.split(/\s+/).filter(Boolean)));
      assert.ok(mail.subject.includes('Harbour'));
      assert.ok((mail.html.match(/<a /g) ?? []).length <= 1, 'more than one action');
    }
  });
}

test('a notice of a changed credential says who, when, where and how to stop it', () => {
  const message = { kind: 'credential-changed', change: 'passkey-added', at, device: 'Firefox, Linux' } as const;
  const { text } = renderMail({ message, locale: 'en', branding, to });
  const how = ['tell the support of Harbour', branding.supportUrl];
  const said = [to, '2 March 2026', '09:15', 'UTC', 'Firefox, Linux', ...how];
  for (const part of said) assert.ok(text.includes(part), part);
});

test('a notice leads to where its reader says that it was not them, and the delayed action to where it is stopped', () => {
  const reportUrl = 'https://id.example/customers/not-me/token';
  const changed = { kind: 'credential-changed', change: 'removed', at, device: '' } as const;
  const news = messages.find(({ kind }) => kind === 'action-news')!;
  const delayed = messages.find(({ kind }) => kind === 'action-delayed')!;
  for (const message of [changed, news, delayed]) {
    for (const locale of locales) {
      const { text, html } = renderMail({ message, locale, branding, to, reportUrl });
      assert.ok(text.includes(reportUrl) && html.includes(reportUrl), `${message.kind} ${locale}`);
    }
  }
  const { text } = renderMail({ message: delayed, locale: 'en', branding, to, reportUrl });
  for (const part of ['Change of the payout account', '3 March 2026', 'https://id.example/customers/cancel/token']) {
    assert.ok(text.includes(part), part);
  }
});

test('a French mail keeps a no-break space before its colons', () => {
  const { text } = renderMail({ message: messages.find(({ kind }) => kind === 'action-delayed')!, locale: 'fr', branding, to });
  assert.match(text, /^Compte\u00a0: mara/m);
  assert.doesNotMatch(text, /[^\u00a0:]:(?!\/\/|\d)/);
});

test('a Japanese mail sets wide colons, with no space behind them', () => {
  const { text } = renderMail({ message: messages.find(({ kind }) => kind === 'action-delayed')!, locale: 'ja', branding, to });
  assert.match(text, /^アカウント：mara/m);
  assert.doesNotMatch(text, /：[^\S\n]|[^\w]:(?!\/\/)/);
});

test('names and links are escaped in HTML and can add no header', () => {
  const name = 'Har<b>our"\r\nBcc: x@y.example';
  const message = { kind: 'invitation', link: 'javascript:alert(1)', minutes: 120, isInUse: false } as const;
  const mail = renderMail({ message, locale: 'en', branding: { ...branding, name }, to: '<i>@example.com' });
  assert.doesNotMatch(mail.html, /<b>|<i>|href="javascript/);
  assert.doesNotMatch(mail.subject, /[\r\n]/);
});

test('an unknown language gives English', () => {
  const message = messages[0]!;
  assert.equal(renderMail({ message, locale: 'xx', branding, to }).subject, '482915 is your code for Harbour');
  assert.equal(renderMail({ message, locale: null, branding, to }).subject, '482915 is your code for Harbour');
});
