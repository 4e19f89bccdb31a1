import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales } from '../locale.ts';
import { sampleAccountFrame, sampleAccountPages } from '../samples-account.ts';
import { renderAccount } from './render-account.ts';

const nasty = `"><img src=x onerror=alert(1)>'`;

for (const name of Object.keys(sampleAccountPages)) {
  test(`${name}: a whole page whose forms all carry the token, nothing inline`, () => {
    for (const locale of locales) {
      const page = renderAccount(sampleAccountFrame(name, locale));
      assert.equal(page.match(/<h1>/g)?.length, 1);
      const forms = page.match(/<form method="post" action="\/account\/[^"]+">/g)?.length ?? 0;
      assert.equal(page.match(/<form/g)?.length ?? 0, forms);
      assert.equal(page.match(/name="formToken" value="c2FtcGxl"/g)?.length ?? 0, forms);
      assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/);
    }
  });
}

test('the session that looks is marked and has no button to end it; each other has one that names it', () => {
  const page = renderAccount(sampleAccountFrame('account', 'en'));
  assert.equal(page.match(/This device, now/g)?.length, 1);
  assert.equal(page.match(/action="\/account\/sessions\/end"/g)?.length, 2);
  assert.match(page, /aria-label="End the session of Safari on iOS"/);
  assert.match(page, /action="\/account\/sessions\/end-others"/);
  assert.doesNotMatch(renderAccount(sampleAccountFrame('account-bare', 'en')), /sessions\/end/);
});

test('what can be removed has a link to the question, the last way says why not', () => {
  const page = renderAccount(sampleAccountFrame('account', 'en'));
  assert.match(page, /href="\/account\/remove\/01890000-0000-7000-8000-000000000001"[^>]*aria-label="Remove Passkey: iCloud/);
  assert.doesNotMatch(page, /remove\/01890000-0000-7000-8000-000000000002/);
  assert.match(page, /You need this one to sign in/);
});

test('a check-up shows each address and way, mends each where it stands, and has one button to say that all is right', () => {
  const page = renderAccount(sampleAccountFrame('account-check-up', 'en'));
  assert.match(page, /<bdi>mara\.lindqvist@example\.com<\/bdi>/);
  assert.match(page, /href="\/account\/remove\/01890000-0000-7000-8000-000000000001"/);
  assert.equal(page.match(/class="primary"/g)?.length, 1);
  assert.match(page, /action="\/account\/check-up"/);
});

test('nothing that came from outside becomes markup', () => {
  const base = sampleAccountFrame('account', 'en');
  assert.ok(base.page.page === 'overview');
  const page = renderAccount({
    ...base, formToken: nasty,
    page: {
      ...base.page, displayName: nasty, identifiers: [nasty],
      sessions: base.page.sessions.map((each) => ({ ...each, device: nasty, id: nasty })),
      credentials: base.page.credentials.map((each) => ({ ...each, label: nasty, id: nasty })),
    },
  });
  assert.doesNotMatch(page, /<img/);
});
