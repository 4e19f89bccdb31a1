import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckpointResponse } from './checkpoints.ts';
import { isWayAround } from './said-facts.ts';

const challenge = (proof: 'email-code' | 'passkey-or-totp' | 'passkey', within = '5m'): CheckpointResponse => ({ respond: 'challenge', with: proof, within });
const delay = (span: string): CheckpointResponse => ({ respond: 'delay', for: span });
const [allow, notify, deny]: CheckpointResponse[] = [{ respond: 'allow' }, { respond: 'notify' }, { respond: 'deny' }];
const review: CheckpointResponse = { respond: 'review', within: '24h' };

/** What an application may choose before what, and what it may not. */
const rows: readonly (readonly [isWay: boolean, ...row: readonly CheckpointResponse[]])[] = [
  [false, allow!, allow!], [true, allow!, notify!], [false, notify!, allow!], [true, notify!, challenge('email-code')],
  [false, deny!, review, deny!], [false, review, delay('30d')], [true, review, deny!],
  [false, challenge('passkey'), challenge('passkey-or-totp'), delay('24h')], [true, challenge('passkey-or-totp'), challenge('passkey')],
  // A thief with the mailbox would rather have the code than wait, one without a passkey would rather wait.
  [true, challenge('email-code'), delay('1h')], [true, delay('24h'), challenge('passkey-or-totp')], [false, delay('24h'), challenge('email-code')],
  [true, delay('1h'), delay('24h')], [false, delay('24h'), delay('1h')], [true, challenge('passkey', '1h'), challenge('passkey', '5m')],
  // The first that follows counts as well as the last.
  [true, challenge('passkey'), review, notify!], [false, review, challenge('passkey'), notify!],
];

test('what an application may choose is at least as strict as whatever follows in the row', () => {
  for (const [isWay, ...row] of rows) assert.equal(isWayAround(row, 0) !== undefined, isWay, JSON.stringify(row));
});
