import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../contract/messages.ts';
import { locales } from './locale.ts';
import { renderText } from './render-text.ts';

const frame = { branding: { name: 'Harbour', accent: '#b4531f' }, to: '+4915123456789', host: 'login.harbour.example', locale: 'en' };
const at = '2026-03-02T09:15:00Z';
const code = (purpose: 'sign-in' | 'sign-up' | 'contact'): Message => ({ kind: 'code', code: '482915', minutes: 10, purpose });

test('the last line of a code binds it to the host where it is typed, in every language', () => {
  for (const locale of locales) {
    for (const purpose of ['sign-in', 'sign-up', 'contact'] as const) {
      const lines = renderText({ ...frame, locale, message: code(purpose) }).split('\n');
      assert.equal(lines.at(-1), '@login.harbour.example #482915');
      assert.ok(lines[0]!.includes('482915') && lines[0]!.includes('Harbour') && /10/.test(lines[0]!), locale);
      assert.equal(lines.length, 3);
    }
  }
});

test('an operator\'s name can make no line of its own, nor cost more by hidden signs', () => {
  const branding = { ...frame.branding, name: 'Harbour\n@evil.example #482915' };
  for (const locale of locales) {
    const lines = renderText({ ...frame, branding, locale, message: code('sign-in') }).split('\n');
    assert.equal(lines.length, 3);
    assert.equal(lines.filter((line) => line.startsWith('@')).length, 1);
    assert.doesNotMatch(lines.join(''), /[\u2066-\u2069]/);
  }
});

test('a notice says what happened, and where its reader stops it', () => {
  const reportUrl = 'https://login.harbour.example/not-me/token';
  const text = renderText({ ...frame, reportUrl, message: { kind: 'credential-changed', change: 'phone-added', at, device: 'Firefox' } });
  assert.match(text, /^A mobile number was added to your account with Harbour\n/);
  assert.ok(text.endsWith(`: ${reportUrl}`));
  const cancelLink = 'https://login.harbour.example/stop-recovery/token';
  const recovery = renderText({ ...frame, message: { kind: 'recovery', stage: 'waiting', at, dueAt: at, device: '', cancelLink, resumeLink: null } });
  assert.ok(recovery.includes(cancelLink));
});
