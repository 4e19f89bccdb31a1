import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../../../credentials/testing.ts';
import { hour, minute } from '../../../kernel/index.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

/** As an operator could write it: whoever has waited is given codes before anything else. */
function codesFirst(content: PolicyContent): PolicyContent {
  const { recover } = content.journeys;
  if (content.population.kind !== 'customer' || !recover) return content;
  const { wait, 'new-codes': codes } = recover.nodes;
  assert.ok(wait && codes);
  return {
    ...content,
    journeys: {
      ...content.journeys,
      recover: {
        ...recover,
        nodes: {
          ...recover.nodes, wait: { ...wait, exits: { ...wait.exits, over: 'codes-first' } },
          'codes-first': { ...codes, exits: { saved: 'which-way-in', skip: 'which-way-in' } },
        },
      },
    },
  };
}

const world = await testJourneys({ change: codesFirst });
const { credentials, database, mails, recovery } = world;
const operator = { kind: 'operator', id: 'test' } as const;
const population = 'customers';

async function passkeyOnly(name: string) {
  return database.transaction(async (tx) => {
    const { principal } = await world.directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator });
    const ref = { population, principal };
    const identifier = { kind: 'email', value: `${name}@example.org`, actor: operator } as const;
    await world.directory.addIdentifier(tx, ref, identifier);
    await world.directory.verifyIdentifier(tx, ref, identifier);
    const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name, displayName: name });
    const lost = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
    await credentials.passkeys.register(tx, ref, rp, {
      response: lost.create(options), challenge: options.challenge, occasion: { actor: operator },
    });
    return ref;
  });
}

async function prove(name: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: `${name}@example.org` });
  world.clock.advance(minute);
  await browser.send(run, { choice: 'continue', code: lastCode(mails, `${name}@example.org`) });
  return { browser, run };
}

/** Waits until it is over, and stands where codes are offered. */
async function waited(name: string) {
  const ref = await passkeyOnly(name);
  const first = await prove(name);
  await first.browser.send(first.run, { choice: 'other-way' });
  await first.browser.send(first.run, { choice: 'continue' });
  world.clock.advance(73 * hour);
  const back = await prove(name);
  assert.equal((await back.browser.see(back.run)).screen.step, 'show-recovery-codes');
  return { ref, ...back };
}

test('codes that are made by a case use it up: they are told of, and everybody else is out', async () => {
  const { ref, browser, run } = await waited('ada');
  await browser.send(run, { choice: 'make' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'show-recovery-codes' && screen.codes.length > 0);
  assert.equal(await recovery.living(database.db, ref), undefined);
  assert.ok((await world.directory.findPrincipal(database.db, ref))?.recoveredAt);
  assert.ok(mails.some(({ to, message }) => to === 'ada@example.org' && message.kind === 'recovery' && message.stage === 'finished'));
  await browser.send(run, { choice: 'saved' });
  assert.equal((await browser.see(run)).screen.step, 'enrol-passkey', 'the same run goes on to a new passkey');
});

test('what was stopped while the run stood there gives no codes, by which its thief could come back', async () => {
  const { ref, browser, run } = await waited('bea');
  const { message } = mails.findLast(({ to, message: { kind } }) => to === 'bea@example.org' && kind === 'recovery')!;
  assert.ok(message.kind === 'recovery');
  await recovery.cancel(population, message.cancelLink!.split('/').at(-1)!);
  await assert.rejects(browser.send(run, { choice: 'make' }), { code: 'recovery.not_ready' });
  assert.deepEqual((await credentials.list(database.db, ref)).map(({ kind }) => kind), ['passkey']);
});
