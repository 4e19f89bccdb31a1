/** What people do in real journeys, and what the boards and the graph of the journey say of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, second } from '../kernel/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from '../journeys/testing.ts';
import { createMeasures } from '../measures/index.ts';

const world = await testJourneys();
const measures = createMeasures(world);
const population = 'customers';
const range = { population, origin: 'real', from: world.clock(), to: new Date(world.clock().getTime() + 5 * hour) } as const;

async function figure(key: string): Promise<readonly [number | null, number]> {
  const { figures } = await measures.board({ ...range, bucket: 'hour' });
  const { value, sample } = figures.find((each) => each.key === key)!;
  return [value, sample];
}

async function signUp(address: string): Promise<string> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  world.clock.advance(20 * second);
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: '' });
  await browser.send(run, { choice: 'skip' });
  return run;
}

test('real runs are counted where they went and where they stopped', async () => {
  await signUp('ada@example.org');
  const leaving = testBrowser(world, population);
  const left = await leaving.start('sign-up');
  await leaving.send(left, { choice: 'continue', identifier: 'leaves@example.org' });
  await leaving.send(left, { choice: 'continue', code: '000000' });
  const cancelling = testBrowser(world, population);
  const cancelled = await cancelling.start('sign-in');
  await world.journeys.cancel({ population, run: runOf(cancelled), browser: cancelling.context() });
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'ada@example.org' });
  world.clock.advance(30 * second);
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  await browser.send(run, { choice: 'skip' });
  world.clock.advance(hour);
  await world.journeys.closeExpired();
  await world.events.settle();

  assert.deepEqual(await figure('customer.sign-up.completed'), [0.5, 2]);
  assert.deepEqual(await figure('customer.sign-in.completed'), [0.5, 2]);
  assert.deepEqual(await figure('customer.sign-in.passkey-share'), [0, 1]);
  assert.deepEqual(await figure('customer.attempt.failed'), [1, 1]);
  const [time] = await figure('customer.sign-in.time-p50');
  assert.ok(Math.abs(time! - 30_000) <= 600, String(time));

  const signUps = await measures.journeyTraffic({ ...range, journey: 'sign-up' });
  const code = signUps.nodes.find(({ node }) => node === 'prove-address')!;
  assert.deepEqual(code, {
    node: 'prove-address', entered: 2, exits: [{ exit: 'verified', count: 1 }],
    abandoned: { expired: 1, cancelled: 0 }, refused: 0,
  });
  const signIns = await measures.journeyTraffic({ ...range, journey: 'sign-in' });
  assert.deepEqual(signIns.nodes.find(({ node }) => node === 'identify')?.abandoned, { expired: 0, cancelled: 1 });
});
