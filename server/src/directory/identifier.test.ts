import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalLocale, displayNameOf, normaliseEmail, normaliseIdentifier, normaliseTyped } from './identifier.ts';

test('the domain is compared by IDNA and in lower case; dots and plus of the local part stay', () => {
  assert.equal(normaliseEmail('  Ada.Love+Shop@BÜCHER.Example '), 'ada.love+shop@xn--bcher-kva.example');
  assert.notEqual(normaliseEmail('a.da@example.org'), normaliseEmail('ada@example.org'));
  assert.equal(normaliseEmail('ada@localhost'), 'ada@localhost');
});

test('no two mailboxes become one by folding letters beyond ASCII', () => {
  assert.equal(normaliseEmail('mi\u212ae@example.org'), undefined);
  assert.notEqual(normaliseEmail('m\u0131ke@example.org'), normaliseEmail('mike@example.org'));
  assert.equal(normaliseEmail('jose\u0301@example.org'), normaliseEmail('jos\u00e9@example.org'));
});

test('what is not an address is refused', () => {
  const wrong = [
    '', 'ada', '@example.org', 'ada@', 'a da@example.org', '.ada@example.org', 'ada.@example.org', 'a..b@example.org',
    '"ada"@example.org', 'ada@exa_mple.org', 'ada@-example.org', 'ada@127.0.0.1', 'ada@[127.0.0.1]', 'ada@1.2.3',
    'ada\u0000@example.org', 'ada\n@example.org', 'a@b@example.org', `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`, `ada@${'abcdefgh.'.repeat(30)}org`, 'ada@example.org/path',
    'ada@example.org?x', 'ada@example.org:25', 'ada@ex%61mple.org',
  ];
  assert.deepEqual(wrong.filter((text) => normaliseEmail(text) !== undefined), []);
});

test('usernames and employee numbers are compared without regard to case and never look like addresses', () => {
  assert.equal(normaliseIdentifier('username', ' Ada.L '), 'ada.l');
  assert.equal(normaliseIdentifier('employee-number', 'E-0042/B'), 'e-0042/b');
  for (const wrong of ['ada@x', 'a b', '-ada', 'ada-', '', 'a'.repeat(65), 'ad\u00e4']) {
    assert.equal(normaliseIdentifier('username', wrong), undefined, wrong);
  }
});

test('what is typed at the door is matched whatever its kind', () => {
  assert.equal(normaliseTyped(' ADA@Example.org'), 'ada@example.org');
  assert.equal(normaliseTyped('E-0042/B'), 'e-0042/b');
  assert.equal(normaliseTyped('two words'), undefined);
});

test('names and languages are taken in one spelling or not at all', () => {
  assert.equal(canonicalLocale('EN-gb'), 'en-GB');
  assert.equal(canonicalLocale('not a tag'), undefined);
  assert.equal(displayNameOf('  Ada Lovelace '), 'Ada Lovelace');
  for (const wrong of [' ', 'a\u202eb', 'a\nb', 'a'.repeat(121)]) assert.equal(displayNameOf(wrong), undefined);
});
