import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIban } from './iban.ts';

test('an IBAN is taken with spaces, and refused with one digit wrong', () => {
  assert.equal(readIban('gb82 west 1234 5698 7654 32'), 'GB82WEST12345698765432');
  assert.equal(readIban('GB82WEST12345698765433'), undefined);
  assert.equal(readIban('<script>'), undefined);
  assert.equal(readIban(''), undefined);
});
