import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Secret, systemRandomness } from '../../kernel/index.ts';
import { createSealer } from '../../keys/index.ts';
import { consoleCookies } from './console-cookies.ts';
import { consolePage } from './console-sign-in.ts';

const sealer = createSealer([new Secret(randomBytes(32))], systemRandomness);
const label = {
  seal: (context: string, plain: Buffer) => sealer.seal('console', context, plain),
  open: (context: string, sealed: Buffer) => sealer.open('console', context, sealed),
};
const id = '0196aaaa-0000-7000-8000-000000000000';
const kept = { id, provedAt: new Date(1_000) };
const begun = { state: 's', nonce: 'n', verifier: 'v', to: '/console/', at: 1 };
const pair = (cookie: string): string => cookie.split(';')[0]!;

test('over https the cookies are bound to the host; the session\'s never comes with another site\'s request', () => {
  const cookies = consoleCookies(label, true);
  assert.match(cookies.keepSession(kept), /^__Host-limen-console=[\w-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/);
  assert.match(cookies.keepSignIn(begun), /^__Host-limen-console-sign-in=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/);
  assert.match(cookies.forgetSession(), /^__Host-limen-console=; Path=\/; Max-Age=0;/);
});

test('what was kept is read again, and nothing that was made elsewhere or for something else', () => {
  const cookies = consoleCookies(label, false);
  assert.deepEqual(cookies.session(pair(cookies.keepSession(kept))), kept);
  assert.deepEqual(cookies.signIn(pair(cookies.keepSignIn(begun))), begun);
  const moved = pair(cookies.keepSignIn({ ...begun, id } as never)).replace('limen-console-sign-in=', 'limen-console=');
  // Not the last letter: some of its bits say nothing, so that another one may mean the same.
  const changed = pair(cookies.keepSession(kept)).replace(/.(?=.{9}$)/, (each) => (each === 'A' ? 'B' : 'A'));
  for (const header of [undefined, '', 'limen-console=', 'limen-console=AAAA', moved, changed]) {
    assert.equal(cookies.session(header), undefined, header);
  }
});

test('only addresses of the console are gone on to', () => {
  for (const good of ['/console', '/console/', '/console/p/customers/events?types=a,b#x', '/console?tour=1']) {
    assert.equal(consolePage(good), good);
  }
  for (const bad of [undefined, '', '/', '/consoles', '//evil.example', '/console/../x', '/console/%2E%2e/x', '/console\\..', '/console/ x',
    'javascript:alert(1)', '/console/sign-out', '/console/sign-in?return=/', '/console/callback?code=x', `/console/${'x'.repeat(1_001)}`]) {
    assert.equal(consolePage(bad), '/console/', bad);
  }
});
