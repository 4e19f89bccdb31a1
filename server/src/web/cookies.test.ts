import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookieNaming } from './cookie-naming.ts';
import { readCookies, serialiseCookie } from './cookies.ts';

test('names say how far a cookie reaches: a whole host, a path of a shared origin, or plain http', () => {
  assert.equal(cookieNaming('customers', true, '/').name('session'), '__Host-limen-customers-session');
  assert.equal(cookieNaming('customers', true, '/customers').name('session'), '__Secure-limen-customers-session');
  assert.equal(cookieNaming('customers', false, '/customers').name('session'), 'limen-customers-session');
});

test('a cookie is set and removed with the same path and flags', () => {
  const cookies = cookieNaming('workforce', true, '/workforce');
  assert.equal(cookies.set('session', 'abc', 60.9),
    '__Secure-limen-workforce-session=abc; Path=/workforce; Max-Age=60; HttpOnly; SameSite=Lax; Secure');
  assert.equal(cookies.set('browser', 'abc'),
    '__Secure-limen-workforce-browser=abc; Path=/workforce; HttpOnly; SameSite=Lax; Secure');
  assert.equal(cookies.clear('session'),
    '__Secure-limen-workforce-session=; Path=/workforce; Max-Age=0; HttpOnly; SameSite=Lax; Secure');
});

test('each population reads its own cookies only', () => {
  const header = `${cookieNaming('customers', false, '/customers').name('session')}=theirs`;
  assert.equal(cookieNaming('workforce', false, '/workforce').read(header, 'session'), undefined);
  assert.equal(cookieNaming('customers', false, '/customers').read(header, 'session'), 'theirs');
  assert.equal(cookieNaming('customers', false, '/customers').read(`${header.split('=')[0]}=`, 'session'), undefined);
});

test('a name that comes twice with different values counts as absent', () => {
  assert.equal(readCookies('a=1; a=2; b=3').get('a'), undefined);
  assert.equal(readCookies('a=1; a=2; b=3').get('b'), '3');
  assert.equal(readCookies('a=1; a=1').get('a'), '1');
});

test('what is no cookie is left out, and at most a hundred are read', () => {
  assert.deepEqual([...readCookies('=x; a; b=1 2; c="q"; d==; e=\u00e4; ok=1')], [['d', '='], ['ok', '1']]);
  assert.equal(readCookies(undefined).size, 0);
  assert.equal(readCookies(Array.from({ length: 300 }, (_, i) => `c${i}=1`).join(';')).size, 100);
});

test('nothing can be slipped into a cookie', () => {
  const attributes = { path: '/', secure: false };
  for (const value of ['a;b', 'a\r\nb', 'a b', 'ä', 'a,b', '"a"']) {
    assert.throws(() => serialiseCookie('a', value, attributes), TypeError);
  }
  assert.throws(() => serialiseCookie('a b', 'x', attributes), TypeError);
  assert.throws(() => serialiseCookie('a', 'x', { path: '/; Domain=x', secure: false }), TypeError);
  assert.throws(() => serialiseCookie('a', 'x'.repeat(4096), attributes), RangeError);
});
