import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputDigest, readScreenToken, screenToken } from './screen-token.ts';

const run = '0193a000-0000-7000-8000-000000000001';

test('a token names its state to the browser and run that it was made for, and to no others', () => {
  const token = screenToken('secret', run, 3);
  assert.equal(readScreenToken('secret', run, token), 3);
  assert.equal(readScreenToken('another', run, token), undefined);
  assert.equal(readScreenToken('secret', run.replace('1', '2'), token), undefined);
  assert.equal(readScreenToken('secret', run, token.replace(/^3/, '4')), undefined);
  for (const rubbish of ['', '3', '3.', '.x', '-1.x', '99999999.x', `${token} `]) {
    assert.equal(readScreenToken('secret', run, rubbish), undefined, rubbish);
  }
});

test('the same input has the same digest, whatever the order and the form token', () => {
  const first = inputDigest('secret', { choice: 'continue', code: '123456', screenToken: 'a' });
  assert.deepEqual(inputDigest('secret', { code: '123456', screenToken: 'b', choice: 'continue' }), first);
  assert.notDeepEqual(inputDigest('secret', { code: '123457', choice: 'continue' }), first);
  assert.notDeepEqual(inputDigest('other', { choice: 'continue', code: '123456' }), first);
});
