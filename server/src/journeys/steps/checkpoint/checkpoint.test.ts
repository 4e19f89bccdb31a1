import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from '../../testing.ts';

const say = (text: string) => (
  { step: 'message', with: { title: { en: text }, text: { en: text } }, exits: { read: 'end' } });

/** To change something a code by mail is asked for first, and what the action's checkpoint answers afterwards. */
function change(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  const about = { about: 'A change', valueAtRisk: 'elevated', frictionTolerance: 'medium' } as const;
  const ask = (action: string, exits: Record<string, string>) => ({ step: 'checkpoint', with: { action }, exits: { allow: 'allowed', deny: 'denied', ...exits } });
  return {
    ...content,
    checkpoints: { actions: {
      'name.change': { ...about, reasons: { 'device-unknown': 'device.knownFor < duration("24h")' }, responses: [{ respond: 'challenge', with: 'email-code', within: '5m', when: 'has.email' }, { respond: 'deny' }] },
      'address.change': { ...about, reasons: { 'always': 'true' }, responses: [{ respond: 'delay', for: '24h' }] },
    } },
    journeys: { ...content.journeys, 'edit': { purpose: 'profile-edit', timeLimit: '30m', start: 'code', nodes: {
      code: { step: 'email-code', with: {}, exits: { verified: 'ask' } },
      ask: ask('name.change', { challenge: 'again' }),
      again: { step: 'email-code', with: {}, exits: { verified: 'ask' } },
      allowed: say('allowed'), denied: say('denied'), end: { step: 'complete', with: {}, exits: {} },
    } }, 'move': { purpose: 'credential-reset', timeLimit: '30m', start: 'code', nodes: {
      code: { step: 'email-code', with: {}, exits: { verified: 'ask' } },
      ask: ask('address.change', { delay: 'waits' }),
      waits: say('waits'), allowed: say('allowed'), denied: say('denied'), end: { step: 'complete', with: {}, exits: {} },
    } } },
  };
}

const population = 'customers';
const world = await testJourneys({ change });

async function signedUp(address: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  const code = (at: string) => browser.send(at, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', identifier: address });
  await code(run);
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { principal } = await world.sessions.findBySecret(population, browser.kept.session!) ?? assert.fail('not signed in');
  const come = (purpose: 'profile-edit' | 'credential-reset') => browser.start(purpose, { ask: { application: null, principal } });
  const stepAt = async (at: string) => {
    const { screen } = await browser.see(at);
    return screen.step === 'message' ? screen.title : screen.step;
  };
  return { browser, principal, code, come, stepAt };
}

test('a challenge is met by what is shown after it, and the decision is recorded with its run', async () => {
  const { browser, principal, code, come, stepAt } = await signedUp('ada@example.org');
  const run = await come('profile-edit');
  world.clock.advance(61_000);
  await code(run);
  // The code from before is no answer to a challenge that came after it.
  assert.equal(await stepAt(run), 'email-code');
  world.clock.advance(61_000);
  if ((await browser.see(run)).screen.step === 'email-code') await browser.send(run, { choice: 'again' });
  await code(run);
  assert.equal(await stepAt(run), 'allowed');
  const decisions = await world.checkpoints.list({ population, principal, limit: 10 });
  assert.deepEqual(decisions.map(({ response, reasons, outcome }) => [response, reasons, outcome]), [
    ['allow', ['device-unknown', 'challenge-met'], null], ['challenge', ['device-unknown'], 'permitted'],
  ]);
  assert.deepEqual([...new Set(decisions.map((each) => `${each.run}/${each.session}`))], [`${runOf(run)}/null`]);
  await world.events.settle();
  const made = (await world.events.latest({ limit: 100 })).filter(({ type, run: of }) => type === 'decision.made' && of === runOf(run));
  assert.equal(made.length, 2);
});

test('a challenge met in one run counts for nothing in the next', async () => {
  const { code, come, stepAt } = await signedUp('bea@example.org');
  const first = await come('profile-edit');
  await code(first);
  assert.equal(await stepAt(first), 'email-code');
  const second = await come('profile-edit');
  await code(second);
  assert.equal(await stepAt(second), 'email-code');
});

test('a browser that has been known for long is let by unasked', async () => {
  const { code, come, stepAt } = await signedUp('cyn@example.org');
  world.clock.advance(25 * 3_600_000);
  const run = await come('profile-edit');
  await code(run);
  assert.equal(await stepAt(run), 'allowed');
});

test('what waits tells the owner, goes on in a later run, and is denied once they stopped it', async () => {
  const { principal, code, come, stepAt } = await signedUp('dee@example.org');
  const begun = await come('credential-reset');
  await code(begun);
  assert.equal(await stepAt(begun), 'waits');
  const notice = world.mails.findLast(({ to, message }) => to === 'dee@example.org' && message.kind === 'action-delayed');
  assert.ok(notice?.message.kind === 'action-delayed');
  world.clock.advance(25 * 3_600_000);
  const later = await come('credential-reset');
  await code(later);
  assert.equal(await stepAt(later), 'allowed');
  const again = await come('credential-reset');
  await code(again);
  const stopping = world.mails.findLast(({ to, message }) => to === 'dee@example.org' && message.kind === 'action-delayed');
  assert.ok(stopping?.message.kind === 'action-delayed' && stopping !== notice);
  await world.checkpoints.cancel(population, stopping.message.cancelLink.split('/').at(-1)!);
  world.clock.advance(25 * 3_600_000);
  const stopped = await come('credential-reset');
  await code(stopped);
  assert.equal(await stepAt(stopped), 'denied');
  const [last] = await world.checkpoints.list({ population, principal, limit: 1 });
  assert.deepEqual(last?.reasons, ['always', 'cancelled']);
});
