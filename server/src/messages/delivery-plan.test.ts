import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute, second } from '../kernel/index.ts';
import { mostTries, pauseAfter, priorityOf, usefulFor } from './delivery-plan.ts';
import { checkRecipient, subjectLine } from './recipient.ts';

const always = (byte: number) => (length: number): Buffer => Buffer.alloc(length, byte);

test('pauses grow, with a tenth of jitter either way, and end', () => {
  const middle = Array.from({ length: mostTries }, (_, index) => pauseAfter(index + 1, always(127)));
  assert.equal(middle.at(-1), undefined);
  const pauses = middle.slice(0, -1) as number[];
  assert.deepEqual(pauses, [...pauses].sort((a, b) => a - b));
  assert.ok(pauses.reduce((sum, pause) => sum + pause, 0) < 6 * hour);
  assert.equal(pauseAfter(1, always(0)), 4.5 * second);
  assert.equal(pauseAfter(1, always(255)), 5.5 * second);
});

test('a message is of use as long as what is in it', () => {
  assert.equal(usefulFor({ kind: 'code', code: '123456', minutes: 10, purpose: 'sign-in' }), 10 * minute);
  assert.equal(usefulFor({ kind: 'invitation', link: 'https://x/', minutes: 1_440, isInUse: false }), 24 * hour);
});

test('whether there is an account or not, the mail leaves at the same pace', () => {
  const code = { kind: 'code', code: '123456', minutes: 10, purpose: 'sign-in' } as const;
  const none = { kind: 'no-account', signUpUrl: null } as const;
  assert.equal(priorityOf(code), priorityOf(none));
  assert.equal(usefulFor(code), usefulFor(none));
  assert.ok(priorityOf(code) < priorityOf({ kind: 'invitation', link: 'https://x/', minutes: 1_440, isInUse: false }));
});

test('a recipient is one plain address', () => {
  for (const good of ['maria@example.org', 'm.l+shop@xn--bcher-kva.example', 'jürgen@example.org', 'a@localhost']) {
    assert.doesNotThrow(() => checkRecipient(good), good);
  }
  const bad = [
    '', 'maria', 'a@b@c', 'a@b,c@d', 'a@b;c@d', 'A <a@b>', 'a@b\r\nBcc: c@d', 'a@b\n', ' a@b', 'a b@c', '"a b"@c',
    'a@[::1]', `${'x'.repeat(65)}@b`, `a@${'b'.repeat(260)}`, 'a@b\u0000', 'a\u202e@b', 'a@b(c)',
  ];
  for (const each of bad) {
    assert.throws(() => checkRecipient(each), { code: 'identifier.invalid' }, JSON.stringify(each));
  }
});

test('a subject stays on its line', () => {
  assert.equal(subjectLine('Your code\r\nBcc: thief@example.org'), 'Your code Bcc: thief@example.org');
  assert.equal(subjectLine('a\u2028b'), 'a b');
  assert.equal([...subjectLine('🦊'.repeat(500))].length, 200);
});
