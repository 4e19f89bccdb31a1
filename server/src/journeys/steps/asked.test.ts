/** Steps that ask about the person, or to agree to something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../contract/policy/index.ts';
import { lastCode, testBrowser, testJourneys } from '../testing.ts';

const words = (en: string) => ({ en });
const fields = [
  { name: 'nickname', type: 'text', label: words('Nickname'), purpose: words('To greet you'), required: true },
  { name: 'height', type: 'number', label: words('Height'), purpose: words('For your saddle'), required: false },
];
const text = { text: 'terms', version: '2', title: words('Terms'), summary: words('Short.'), link: 'https://shop.example/terms' };

/** Asks everybody who comes in, before the passkey is offered: about themselves, then for their agreement. */
function change(content: PolicyContent): PolicyContent {
  const signUp = content.journeys['sign-up'];
  if (!signUp) return content;
  const account = signUp.nodes['account']!;
  const on = account.exits['created']!;
  const nodes = {
    ...signUp.nodes,
    'account': { ...account, exits: { created: 'ask', exists: 'ask' } },
    'ask': { step: 'collect', with: { title: words('About you'), fields }, exits: { collected: 'agree', skip: 'agree' } },
    'agree': { step: 'accept-text', with: text, exits: { accepted: on, decline: 'declined' } },
    'declined': { step: 'refuse', with: { reason: 'try-later' }, exits: {} },
  };
  return { ...content, journeys: { ...content.journeys, 'sign-up': { ...signUp, nodes } } };
}

const world = await testJourneys({ change });

/** To the first question after the address was proved. */
async function cameIn(address: string, isNew: boolean) {
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  if (isNew) await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  return { browser, run, stepAt: async () => (await browser.see(run)).screen.step };
}
async function ownerOf(address: string) {
  return await world.directory.findByIdentifier(world.database.db, 'customers', address) ?? assert.fail('no account');
}

test('what is missing or wrong is said at its field, and what was typed stays; then it is kept and not asked again', async () => {
  const { browser, run, stepAt } = await cameIn('ada@example.org', true);
  await browser.send(run, { choice: 'continue', 'told-nickname': '', 'told-height': '170' });
  assert.deepEqual((await browser.see(run)).notice, { code: 'input.missing', kind: 'error', field: 'told-nickname' });
  await browser.send(run, { choice: 'continue', 'told-nickname': 'Countess', 'told-height': 'tall' });
  const { screen, notice } = await browser.see(run);
  assert.equal(notice?.field, 'told-height');
  assert.ok(screen.step === 'collect' && screen.fields[0]!.value === 'Countess');
  await browser.send(run, { choice: 'continue', 'told-nickname': 'Countess', 'told-height': '', 'told-other': 'x' });
  assert.equal(await stepAt(), 'accept-text');
  const kept = await world.directory.attributes(world.database.db, await ownerOf('ada@example.org'));
  assert.deepEqual(kept.map(({ name, value, purpose }) => [name, value, purpose]), [['nickname', 'Countess', 'To greet you']]);

  const again = await cameIn('ada@example.org', false);
  const asked = (await again.browser.see(again.run)).screen;
  assert.deepEqual(asked.step === 'collect' && asked.fields.map(({ name }) => name), ['told-height']);
  await again.browser.send(again.run, { choice: 'skip' });
  assert.equal(await again.stepAt(), 'accept-text', 'nothing was agreed to yet');
});

test('agreeing leaves a receipt, and the same version is not asked for again', async () => {
  const { browser, run } = await cameIn('bea@example.org', true);
  await browser.send(run, { choice: 'skip' });
  await browser.send(run, { choice: 'continue' });
  const [receipt, ...others] = await world.directory.textReceipts(world.database.db, await ownerOf('bea@example.org'));
  assert.deepEqual([receipt?.text, receipt?.version, others.length], ['terms', '2', 0]);
  const again = await cameIn('bea@example.org', false);
  await again.browser.send(again.run, { choice: 'skip' });
  assert.notEqual(await again.stepAt(), 'accept-text');
});

test('who does not agree goes the way that the journey has for it, and leaves none', async () => {
  const { browser, run, stepAt } = await cameIn('cyn@example.org', true);
  await browser.send(run, { choice: 'skip' });
  await browser.send(run, { choice: 'decline' });
  assert.equal((await world.directory.textReceipts(world.database.db, await ownerOf('cyn@example.org'))).length, 0);
  assert.equal(await stepAt(), 'refuse');
});
