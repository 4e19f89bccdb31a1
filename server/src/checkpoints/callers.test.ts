/** Who stands where while it is found out who asks: those who have shown it before, and everybody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { movableClock } from '../kernel/index.ts';
import { createBulkhead, createLimiter } from '../web/index.ts';
import { createCallers } from './callers.ts';

const right = 'Basic right';
const shop = { population: 'customers', client: 'shop' };

/** A door at which `rotten` wait until they are let on, as many as come. */
function doorFor() {
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  const secrets = new Set([right]);
  const callers = createCallers({
    callerOf: async ({ headers: { authorization = '' } }) => {
      asked.push(authorization);
      if (authorization.includes('rotten')) await new Promise<void>((resolve) => { waiting.push(resolve); });
      return secrets.has(authorization) ? shop : undefined;
    },
    strangers: createLimiter({ clock: movableClock(new Date('2026-11-26T09:00:00Z')), burst: 4, perSecond: 0.5 }),
    bulkhead: createBulkhead(2, 1), doorstep: createBulkhead(1, 1),
  });
  const ask = async (authorization: string, clientAddress = '192.0.2.1'): Promise<string> => callers.authenticate(
    { headers: { authorization }, clientAddress } as unknown as FastifyRequest, { header: () => undefined } as unknown as FastifyReply,
  ).then(({ client }) => client, ({ code }: { code: string }) => code);
  return { ask, asked, secrets, letOn: () => waiting.splice(0).forEach((go) => go()) };
}

test('strangers who fill the doorstep keep nobody waiting whose credential was right before', async () => {
  const door = doorFor();
  assert.equal(await door.ask(right), 'shop');
  const flood = ['a', 'b'].map((each) => door.ask(`Basic rotten ${each}`, '203.0.113.5'));
  assert.equal(await door.ask('Basic rotten c', '203.0.113.9'), 'server.busy');
  assert.deepEqual(await Promise.all([door.ask(right), door.ask(right)]), ['shop', 'shop'], 'two at once, too');
  door.letOn();
  assert.equal(await flood[0], 'access.unauthenticated');
  door.letOn();
  assert.equal(await flood[1], 'access.unauthenticated');
});

test('a network that has been wrong too often is sent away before anything is looked at, but for what was right before', async () => {
  const door = doorFor();
  assert.equal(await door.ask(right), 'shop');
  for (let wrong = 0; wrong < 4; wrong += 1) assert.equal(await door.ask(`Basic wrong ${wrong}`), 'access.unauthenticated');
  const before = door.asked.length;
  assert.equal(await door.ask('Basic wrong again'), 'request.rate_limited');
  assert.equal(door.asked.length, before, 'without any work');
  assert.equal(await door.ask(right), 'shop');
  assert.equal(await door.ask('Basic wrong', '203.0.113.5'), 'access.unauthenticated', 'another network has its own');
});

test('what was right before is looked at each time, and once it is wrong it stands with the strangers', async () => {
  const door = doorFor();
  assert.equal(await door.ask(right), 'shop');
  door.secrets.delete(right);
  for (let wrong = 0; wrong < 4; wrong += 1) assert.equal(await door.ask(right), 'access.unauthenticated');
  assert.equal(await door.ask(right), 'request.rate_limited');
});
