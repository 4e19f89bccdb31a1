/** What is read again of drafts that watch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testEventLog } from '../events/testing.ts';
import { day, hour, minute, movableClock, second, systemRandomness } from '../kernel/index.ts';
import { createPolicies } from '../policy/index.ts';
import { builtInPolicy, publishBuiltIn } from '../policy/testing.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createWatches } from './create-watches.ts';
import type { Features } from './features.ts';

const features: Features = {
  device: { knownFor: 0 }, authentication: { age: minute, acr: 'urn:limen:acr:phr' },
  session: { age: hour }, account: { age: 100 * day }, recovered: null,
  has: { passkey: true, totp: false, password: false, email: true }, email: { verifiedFor: 90 * day }, contact: null,
  risk: null, proved: { strongAge: null, emailCodeAge: null }, challenge: null, pending: null,
};

test('a draft stays the one that began to watch, read and compiled once, whenever servers look which ones do', async () => {
  const clock = movableClock(new Date('2026-03-30T12:00:00Z'));
  const database = await testDatabase();
  const events = testEventLog(database);
  const policies = createPolicies({ database, events, listener: createListener(database, silentLog), clock });
  await publishBuiltIn(database, policies, 'customer');
  const watches = createWatches({ database, events, policies, clock, random: systemRandomness });
  const checkpoints = (await builtInPolicy('customer')).checkpoints!;
  const begin = (name: string) => watches.start({ population: 'customers', name, days: 7, rules: { checkpoints }, basedOn: null, actor: { kind: 'system' } });
  const answered = () => watches.answers('customers', 'payout.change', features, clock())?.map(({ watch, response }) => [watch, response]) ?? [];
  const first = await begin('first');
  assert.deepEqual(answered(), [[first.id, 'challenge']]);
  // Whoever read it anew would have none of its actions.
  await database.pool.query('update checkpoint_watch set checkpoints = \'{"actions":{}}\'');
  clock.advance(6 * second);
  const next = await begin('second');
  assert.deepEqual(answered(), [[first.id, 'challenge'], [next.id, 'challenge']]);
  await watches.stop('customers', first.id, { kind: 'system' });
  assert.deepEqual(answered(), [[next.id, 'challenge']]);
});
