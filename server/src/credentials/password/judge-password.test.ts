import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgePassword } from './judge-password.ts';

const judge = (password: string, context: readonly string[] = []) => judgePassword(password, 8, context);

test('length counts code points of the normalised form, whatever the characters', () => {
  assert.equal(judgePassword('kettle-moon-9', 15, []), 'too-short');
  assert.equal(judgePassword('zebra-kettle-moon', 15, []), undefined);
  assert.equal(judge('🦊🐢🦉🐙🦔🐝🦋'), 'too-short');
  assert.equal(judge('🦊🐢🦉🐙🦔🐝🦋🐌'), undefined);
  // e and its accent are two code points as typed on some keyboards and one when normalised.
  assert.equal(judge('re\u0301se\u0301da\u0301'), 'too-short');
  assert.equal(judge('lamp river '.repeat(23) + 'xyz'), undefined);
  assert.equal(judge('lamp river '.repeat(24)), 'too-long');
  assert.equal(judge('x'.repeat(1_000_000)), 'too-long');
});

test('nothing is asked of its composition, and at least 64 characters may be used', () => {
  assert.equal(judge('lamp river quartz'), undefined);
  assert.equal(judge('plainlowercaseletters'), undefined);
  assert.equal(judge('eight unrelated words make a rather long but good password here'), undefined);
});

test('what many people choose is refused, also dressed up', () => {
  const common = [
    'password', 'Password1', 'iloveyou', '1q2w3e4r5t', 'passwordpassword', 'P@ssw0rdP@ssw0rd', 'aaaaaaaaaaaaaaaa',
    '123456789012345', 'abcdefghijklmnop', 'qwertyuiopasdfg', 'drowssapdrowssap', 'correct horse battery staple',
    'This-is-my-password', 'letmeinletmein1', 'a'.repeat(200),
  ];
  assert.deepEqual(common.filter((password) => judge(password) !== 'common'), []);
});

test('a long password with a common part is not common', () => {
  assert.equal(judge('password of the lighthouse keeper'), undefined);
  assert.equal(judge(`${'a'.repeat(32)}xk2v9qplfj3m`), undefined);
});

test('it must not live on the names of the application or the person', () => {
  const context = ['Nordlicht Outfitters', 'maria.lopez@example.org'];
  assert.equal(judge('nordlicht2026', context), 'contains-context');
  assert.equal(judge('Maria-Lopez-1985', context), 'contains-context');
  assert.equal(judge('maria.lopez@example.org', context), 'contains-context');
  assert.equal(judge('maria paints nine lanterns', context), undefined);
  assert.equal(judge('organ pipes and lamps', context), undefined, 'short parts stand in words by chance');
});
