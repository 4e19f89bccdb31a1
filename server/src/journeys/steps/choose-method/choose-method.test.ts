import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

/** Choosing before a proof, and again afterwards. */
function withChoice(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  const choose = { step: 'choose-method', with: {}, exits: {
    'email-code': 'code', password: 'password', passkey: 'passkey', 'other-way': 'end',
  } };
  return { ...content, journeys: { ...content.journeys, 'sign-in': {
    purpose: 'sign-in', timeLimit: '30m', start: 'who', nodes: {
      who: { step: 'identify', with: { mode: 'sign-in', ask: 'email', passkey: false }, exits: { identified: 'choose', other: 'journey:sign-up' } },
      choose, again: choose,
      code: { step: 'email-code', with: {}, exits: { verified: 'again' } },
      password: { step: 'password', with: {}, exits: { correct: 'again' } },
      passkey: { step: 'passkey', with: {}, exits: { correct: 'end', 'other-way': 'choose' } },
      end: { step: 'complete', with: {}, exits: {} },
    },
  } } };
}

const population = 'customers';
const world = await testJourneys({ change: withChoice });

async function begin(identifier: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier });
  return { browser, run };
}

async function account(address: string, password?: string): Promise<void> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { principal } = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  if (password === undefined) return;
  await world.database.transaction((tx) => world.credentials.passwords.set(tx, { population, principal }, password, {
    minimum: 15, context: [], occasion: { actor: { kind: 'system' } },
  }));
}

test('before a proof a stranger is offered what a customer is: all that the journey has, the strongest first', async () => {
  await account('ada@example.org');
  for (const address of ['ada@example.org', 'nobody@example.org']) {
    const { browser, run } = await begin(address);
    const { screen } = await browser.see(run);
    assert.deepEqual(screen.step === 'choose-method' && screen.methods, ['passkey', 'password', 'email-code']);
  }
});

test('afterwards only what the account has and was not shown is offered, and where nothing is left nobody is asked', async () => {
  await account('bea@example.org', 'a long and quiet sentence');
  const { browser, run } = await begin('bea@example.org');
  await browser.send(run, { choice: 'email-code' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'bea@example.org') });
  const { screen } = await browser.see(run);
  assert.deepEqual(screen.step === 'choose-method' && screen.methods, ['password']);
  await browser.send(run, { choice: 'password' });
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a long and quiet sentence' }), '/back');
});

test('a way that was not offered can\'t be chosen by a form made by hand', async () => {
  await account('cyn@example.org', 'a long and quiet sentence');
  const { browser, run } = await begin('cyn@example.org');
  await browser.send(run, { choice: 'email-code' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'cyn@example.org') });
  await assert.rejects(() => browser.send(run, { choice: 'passkey' }));
  await browser.send(run, { choice: 'recovery-code' });
  assert.equal((await browser.see(run)).notice?.code, 'input.invalid');
});
