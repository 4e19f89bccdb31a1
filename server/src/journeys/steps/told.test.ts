/** Steps that say something, on the screen or by mail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../contract/policy/index.ts';
import { lastCode, testBrowser, testJourneys } from '../testing.ts';

const about = { en: 'Your membership begins', de: 'Ihre Mitgliedschaft beginnt' };

/** A sign-up that notifies before and after anything was proved, deals, and says something in between. */
function change(content: PolicyContent): PolicyContent {
  const signUp = content.journeys['sign-up'];
  if (!signUp) return content;
  const { identify, 'prove-address': proof, account, ...nodes } = signUp.nodes;
  const to = (node: typeof identify, exit: string, target: string) => ({ ...node!, exits: { ...node!.exits, [exit]: target } });
  const onward = account!.exits['created']!;
  return {
    ...content,
    journeys: {
      ...content.journeys,
      'sign-up': {
        ...signUp,
        nodes: {
          ...nodes,
          'identify': to(identify, 'identified', 'too-early'),
          'too-early': { step: 'notify', with: { about }, exits: { done: 'prove-address' } },
          'prove-address': proof!,
          'account': to(account, 'created', 'deal'),
          'deal': { step: 'split', with: { name: 'welcome', weights: { a: 0, b: 1 } }, exits: { a: onward, b: 'say' } },
          'say': {
            step: 'message', with: { title: { en: 'Welcome', de: 'Willkommen' }, text: { en: 'One.\n\nTwo.' } },
            exits: { read: 'tell' },
          },
          'tell': { step: 'notify', with: { about }, exits: { done: onward } },
        },
      },
    },
  };
}

test('words of the operator are shown in the person\'s language, and mailed once something was proved', async () => {
  const world = await testJourneys({ change });
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-up', { ask: { application: null, locale: 'de' } });
  await browser.send(run, { choice: 'continue', identifier: 'ada@example.org' });
  assert.deepEqual(world.mails.map(({ message }) => message.kind), ['code']);
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  assert.deepEqual((await browser.see(run)).screen, { step: 'message', title: 'Willkommen', text: 'One.\n\nTwo.' });
  await browser.send(run, { choice: 'continue' });
  assert.equal((await browser.see(run)).screen.step, 'enrol-passkey');
  const [, { to, message } = assert.fail('nothing was mailed')] = world.mails;
  assert.equal(to, 'ada@example.org');
  assert.ok(message.kind === 'notice' && message.about === 'Ihre Mitgliedschaft beginnt');
  await world.events.settle();
  const left = (await world.events.read({ population: 'customers', limit: 500 })).filter(({ type }) => type === 'run.step_left');
  assert.ok(left.some(({ open }) => 'kind' in open && open.kind === 'split' && 'exit' in open && open.exit === 'b'));
});
