import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHome } from './render-home.ts';
import { renderInbox, renderInboxMessage } from './render-inbox.ts';

const message = {
  to: 'a@example.com', from: 'no-reply@localhost', subject: '<b>Hi</b>', at: new Date('2026-03-02T09:15:00Z'),
  population: 'customers', kind: 'customer', text: 'plain <i>',
  html: '<p title="x">"quoted" <script>alert(1)</script></p>',
} as const;

test('the start page lists doors, applications and the inbox', () => {
  const page = renderHome({
    locale: 'en', inboxUrl: '/inbox?token=1',
    doors: [{ kind: 'customer', name: 'Shop <1>', issuer: 'http://localhost:3000/customers', discoveryUrl: '/d' }],
    applications: [{ kind: 'workload', name: 'Job' }, { kind: 'customer', name: 'Shop', url: 'http://localhost:4001' }],
  });
  const parts = [
    'Shop &lt;1&gt;', 'http://localhost:3000/customers', 'href="/d"', 'Job', 'href="http://localhost:4001"',
    'href="/inbox?token=1"',
  ];
  for (const part of parts) assert.ok(page.includes(part), part);
});

test('the start page says how to get applications where there are none, and shows no inbox that is not there', () => {
  const page = renderHome({ locale: 'en', doors: [], applications: [] });
  assert.match(page, /<code dir="ltr">npm run demo<\/code>/);
  assert.doesNotMatch(page, /Development inbox/);
});

test('the inbox lists what was sent', () => {
  const page = renderInbox({ locale: 'en', messages: [{ ...message, url: '/inbox/1' }] });
  assert.match(page, /href="\/inbox\/1"><strong>&lt;b&gt;Hi&lt;\/b&gt;<\/strong>/);
  assert.match(renderInbox({ locale: 'en', messages: [] }), /No e-mail yet/);
});

test('a caught mail is shown in a frame that can do nothing', () => {
  const page = renderInboxMessage({ locale: 'en', message, inboxUrl: '/inbox' });
  assert.match(page, /<iframe class="sheet" sandbox="" title="As HTML" srcdoc="&lt;p title=&quot;x&quot;&gt;/);
  assert.doesNotMatch(page, /<script>alert/);
  assert.ok(page.includes('plain &lt;i&gt;'));
});
