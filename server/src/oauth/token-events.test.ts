import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { fail } from '../kernel/index.ts';
import { silentLog } from '../storage/testing.ts';
import { tokenEvents } from './token-events.ts';

/** As much of a request to the token endpoint as is looked at. */
function answered(): KoaContextWithOIDC {
  return {
    status: 200, body: { access_token: 'secret' }, state: {}, set: () => undefined,
    oidc: { route: 'token', entities: {}, params: { grant_type: 'client_credentials' }, client: { clientId: 'job' } },
  } as unknown as KoaContextWithOIDC;
}

test('a token of which no event can be kept is not given out', async () => {
  const ctx = answered();
  const events = { appendGrouped: async () => fail('server.busy') };
  await tokenEvents({ events, log: silentLog }, 'workloads')(ctx, async () => undefined);
  assert.equal(ctx.status, 503);
  assert.deepEqual(ctx.body, { error: 'temporarily_unavailable', error_description: 'try again in a moment' });
});

test('the answer waits for its event', async () => {
  const order: string[] = [];
  const events = { appendGrouped: async () => { await Promise.resolve(); order.push('event'); } };
  const ctx = answered();
  await tokenEvents({ events, log: silentLog }, 'workloads')(ctx, async () => { order.push('token'); });
  assert.deepEqual([...order, ctx.status], ['token', 'event', 200]);
});
