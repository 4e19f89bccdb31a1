import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccountVisits, type VisitDeps } from './account-visit.ts';

test('forms are counted by network: whoever has one address of IPv6 has 2^64 of them', async () => {
  const keys: string[] = [];
  const visits = createAccountVisits({
    limiter: { take: (key: string) => { keys.push(key); } },
    cookies: { read: () => ({ sessionSecret: undefined }) },
  } as unknown as VisitDeps);
  for (const clientAddress of ['2001:db8:1:2::5', '2001:db8:1:2:ffff::6', '192.0.2.7']) {
    await assert.rejects(visits.sender({ clientAddress, headers: {} } as never, 'token'), { code: 'session.ended' });
  }
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[0], keys[2]);
});
