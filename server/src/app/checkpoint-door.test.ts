import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLimiter } from '../web/index.ts';
import { byNetwork } from './checkpoint-door.ts';

test('what is limited by address is limited by network', () => {
  const limiter = byNetwork(createLimiter({ clock: () => new Date(0), burst: 1, perSecond: 1 }));
  limiter.take('2001:db8:1:2::5');
  assert.throws(() => { limiter.take('2001:db8:1:2:ffff::6'); }, { code: 'request.rate_limited' });
  limiter.take('2001:db8:1:3::5');
});
