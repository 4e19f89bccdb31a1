import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from './testing.ts';

/** The shop has a way in of its own; to change how an account is opened, everybody has one. */
function change(content: PolicyContent): PolicyContent {
  const { 'sign-in': signIn, 'step-up': stepUp } = content.journeys;
  return {
    ...content,
    journeys: {
      ...content.journeys, 'shop-sign-in': { ...signIn!, applications: ['shop'] },
      'change-credentials': { ...stepUp!, purpose: 'credential-reset' },
    },
  };
}

const world = await testJourneys({ change });

async function began(location: string): Promise<Record<string, unknown>> {
  await world.events.settle();
  const log = await world.events.latest({ limit: 200 });
  return log.find(({ type, run }) => type === 'run.started' && run === runOf(location))!.open as Record<string, unknown>;
}

test('an application\'s people go its own way, and everybody else goes everybody\'s', async () => {
  const ask = (id: string) => ({ ask: { application: { id, name: id } } });
  const browser = testBrowser(world, 'customers');
  assert.equal((await began(await browser.start('sign-in', ask('shop'))))['journey'], 'shop-sign-in');
  assert.equal((await began(await browser.start('sign-in', ask('intranet'))))['journey'], 'sign-in');
  assert.equal((await began(await browser.start('sign-in')))['journey'], 'sign-in');
  assert.equal((await began(await browser.start('sign-up', ask('shop'))))['journey'], 'sign-up');
});

test('a run says what it is for, whichever journey it goes through', async () => {
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: 'ada@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { principal } = await world.sessions.findBySecret('customers', browser.kept.session!) ?? assert.fail('not signed in');
  const ask = { application: null, principal };
  const own = await browser.start('credential-reset', { ask });
  assert.deepEqual([(await began(own))['purpose'], (await began(own))['journey']], ['credential-reset', 'change-credentials']);
  const stoodInFor = await browser.start('delete', { ask });
  assert.deepEqual([(await began(stoodInFor))['purpose'], (await began(stoodInFor))['journey']], ['delete', 'step-up']);
  // Who they are is known from the session, as in step-up: nobody is asked for an address.
  assert.equal((await browser.see(stoodInFor)).screen.step, 'email-code');
});
