import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebServer } from '../../web/index.ts';
import { addConsoleRoutes, type ConsoleRoutesDeps } from './console-routes.ts';

test('ways into the console are counted by network of the client', async () => {
  const keys: string[] = [];
  const hooks: ((request: unknown) => Promise<void>)[] = [];
  const route = (_path: string, { onRequest }: { onRequest: never }) => { hooks.push([onRequest].flat()[0]!); };
  addConsoleRoutes({ get: route, post: route } as unknown as WebServer, {
    limiter: { take: (key: string) => { keys.push(key); } },
  } as unknown as ConsoleRoutesDeps);
  for (const hook of hooks) await hook({ door: { console: true }, clientAddress: '2001:db8:1:2::5' });
  await hooks[0]!({ door: { console: true }, clientAddress: '2001:db8:1:2:ffff::6' });
  assert.equal(new Set(keys).size, 1);
  assert.equal(keys.length, hooks.length + 1);
});
