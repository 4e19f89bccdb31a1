import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey, PolicyContent } from '../../../../../contract/policy/index.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

const words = (text: string) => ({ title: { en: text }, text: { en: text } });
const node = (step: string, exits: Record<string, string> = {}, settings: Record<string, unknown> = {}) => (
  { step, with: settings, exits });
const part = (start: string, nodes: Journey['nodes']): Journey => ({ purpose: 'part', timeLimit: '30m', start, nodes });

/** Signing in by a part that proves the address, with another inside that says something twice over. */
const parts: Record<string, Journey> = {
  'prove-address': part('code', {
    code: node('email-code', { verified: 'greet', back: 'gave-up' }),
    greet: node('sub-journey', { done: 'end' }, { journey: 'greeting' }),
    end: node('complete'), 'gave-up': node('refuse', {}, { reason: 'try-later' }),
  }),
  greeting: part('hello', {
    hello: node('message', { read: 'again' }, words('Hello')),
    again: node('message', { read: 'end' }, words('Hello again')), end: node('complete'),
  }),
  lost: part('say', { say: node('message', { read: 'gone' }, words('Gone')), gone: node('refuse', {}, { reason: 'no-recovery' }) }),
};
const withParts = (content: PolicyContent): PolicyContent => {
  if (content.population.kind !== 'customer') return content;
  const signIn: Journey = {
    purpose: 'sign-in', timeLimit: '30m', start: 'who', nodes: {
      who: node('identify', { identified: 'prove', other: 'journey:sign-up' }, { mode: 'sign-in', ask: 'email', passkey: false }),
      prove: node('sub-journey', { done: 'end', refused: 'sorry' }, { journey: 'prove-address' }),
      sorry: node('sub-journey', { done: 'end' }, { journey: 'lost' }), end: node('complete'),
    },
  };
  return { ...content, journeys: { ...content.journeys, ...parts, 'sign-in': signIn } };
};
const world = await testJourneys({ change: withParts });
const population = 'customers';

async function account(address: string): Promise<void> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
}

test('a run goes through parts inside one another and on from where each ends, with what was proved in them', async () => {
  await account('ada@example.org');
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'ada@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  for (const title of ['Hello', 'Hello again']) {
    const { screen } = await browser.see(run);
    assert.equal(screen.step === 'message' && screen.title, title);
    assert.ok(browser.kept.session === undefined, 'the end of a part is not the end of the run');
    await browser.send(run, { choice: 'continue' });
  }
  const result = await world.journeys.takeResult({ population, returnTo: '/back', browser: browser.context() });
  assert.equal(result?.outcome, 'completed');
  await world.events.settle();
  const told = await world.events.read({ population, limit: 1_000 });
  const left = told.filter(({ type, run: id }) => type === 'run.step_left' && id !== null && run.includes(id))
    .map(({ open }) => `${String(open['journey'])}/${String(open['step'])} ${String(open['exit'])}`);
  assert.deepEqual(left, [
    'sign-in/who identified', 'prove-address/code verified', 'greeting/hello read', 'greeting/again read',
    'prove-address/greet done', 'sign-in/prove done',
  ]);
});

test('a part that refuses leaves by refused where that is wired, and ends the run where it is not', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'bea@example.org' });
  await browser.send(run, { choice: 'back' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'message' && screen.title, 'Gone');
  await browser.send(run, { choice: 'continue' });
  const end = (await browser.see(run)).screen;
  assert.equal(end.step === 'refuse' && end.reason, 'no-recovery');
  const result = await world.journeys.takeResult({ population, returnTo: '/back', browser: browser.context() });
  assert.equal(result?.outcome, 'refused');
});

test('a part is for what its caller is for: in a sign-in nobody is made an account', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'nobody@example.org' });
  assert.equal((await browser.see(run)).screen.step, 'email-code');
  assert.deepEqual(world.mails.filter(({ to }) => to === 'nobody@example.org').map(({ message }) => message.kind), ['no-account']);
});
