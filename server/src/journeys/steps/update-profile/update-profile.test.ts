import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from '../../testing.ts';

const en = (text: string) => ({ en: text });
const fields = [
  { name: 'height', type: 'number', label: en('Height'), purpose: en('For your saddle'), required: true },
  { name: 'nickname', label: en('Nickname'), purpose: en('To greet you') },
];

/** Asks for a code, then shows the profile; at `credential-reset` it does so of somebody who has shown nothing. */
function change(content: PolicyContent): PolicyContent {
  const edit = { step: 'update-profile', with: { title: en('About you'), fields }, exits: { updated: 'end', skip: 'end' } };
  const code = { step: 'email-code', with: {}, exits: { verified: 'edit' } };
  const end = { step: 'complete', with: {}, exits: {} };
  const journey = (start: string, nodes: object) => ({ timeLimit: '30m', start, nodes: { end, ...nodes } });
  return { ...content, journeys: {
    ...content.journeys, 'edit': { purpose: 'profile-edit', ...journey('code', { code, edit }) } as never,
    'bare': { purpose: 'credential-reset', ...journey('edit', { edit }) } as never,
  } };
}

const population = 'customers';
const world = await testJourneys({ change });

async function signedUp(address: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { principal } = await world.sessions.findBySecret(population, browser.kept.session!) ?? assert.fail('not signed in');
  const ref = { population, principal };
  const come = async () => {
    world.clock.advance(61_000);
    const at = await browser.start('profile-edit', { ask: { application: null, principal } });
    await browser.send(at, { choice: 'continue', code: lastCode(world.mails, address) });
    return at;
  };
  const told = async () => Object.fromEntries((await world.directory.attributes(world.database.db, ref)).map(({ name, value }) => [name, value]));
  return { browser, ref, come, told, person: () => world.directory.findPrincipal(world.database.db, ref) };
}

test('what is known is shown, changed as one form, and forgotten where it is optional and left empty', async () => {
  const { browser, come, told, person } = await signedUp('ada@example.org');
  const first = await come();
  const { screen } = await browser.see(first);
  assert.ok(screen.step === 'update-profile');
  assert.deepEqual([screen.displayName, screen.locale, screen.fields.map(({ name, value, required }) => [name, value, required])],
    ['Ada', 'en', [['told-height', '', true], ['told-nickname', '', false]]]);
  const form = { choice: 'continue', displayName: 'Ada Lovelace', locale: 'de', 'told-height': '170', 'told-nickname': 'Countess' };
  assert.equal(await browser.send(first, form), '/back');
  assert.deepEqual([(await person())?.displayName, (await person())?.locale], ['Ada Lovelace', 'de']);
  assert.deepEqual(await told(), { height: '170', nickname: 'Countess' });
  const second = await come();
  const again = (await browser.see(second)).screen;
  assert.ok(again.step === 'update-profile' && again.fields[1]!.value === 'Countess');
  await browser.send(second, { ...form, displayName: '', 'told-nickname': '' });
  assert.deepEqual([(await person())?.displayName, await told()], [null, { height: '170' }]);
  await world.events.settle();
  const log = (await world.events.latest({ limit: 100 })).filter(({ run }) => run === runOf(second));
  assert.deepEqual(log.filter(({ type }) => /profile|attribute/.test(type)).map(({ type, open }) => [type, open]), [
    ['principal.profile_changed', { fields: ['displayName'] }], ['attribute.set', { attributes: ['height'] }],
    ['attribute.withdrawn', { attribute: 'nickname' }],
  ]);
});

test('what can not be taken is said at its field, what was typed stays, and nothing is kept', async () => {
  const { browser, come, told, person } = await signedUp('bea@example.org');
  const run = await come();
  const form = { choice: 'continue', displayName: 'Bea', locale: 'en', 'told-height': '170' };
  for (const [wrong, field, code] of [
    [{ 'told-height': 'tall' }, 'told-height', 'input.invalid'], [{ 'told-height': '' }, 'told-height', 'input.missing'],
    [{ locale: 'no language' }, 'locale', 'input.invalid'], [{ displayName: 'a\u202eb' }, 'displayName', 'input.invalid'],
  ] as const) {
    await browser.send(run, { ...form, displayName: 'Typed', ...wrong });
    const { screen, notice } = await browser.see(run);
    assert.deepEqual(notice, { code, kind: 'error', field });
    assert.ok(screen.step === 'update-profile');
    if (!('displayName' in wrong)) assert.equal(screen.displayName, 'Typed');
  }
  assert.deepEqual([(await person())?.displayName, await told()], ['Ada', {}]);
});

test('nobody who has shown nothing sees or changes anything', async () => {
  const { browser, ref, person } = await signedUp('cyn@example.org');
  // The run is over at once, and refused for want of any proof.
  assert.equal(await browser.start('credential-reset', { ask: { application: null, principal: ref.principal } }), '/back');
  assert.equal((await person())?.displayName, 'Ada');
});

test('at work the name is the organisation\'s', async () => {
  const step = world.steps.get('update-profile')!;
  const ref = await world.database.transaction((tx) => world.directory.createPrincipal(tx, {
    population: 'workforce', kind: 'person', basis: 'import', actor: { kind: 'operator', id: 'test' }, displayName: 'Jide Okonkwo',
  }));
  const run = {
    id: ref.principal, population: 'workforce', populationKind: 'workforce', locale: 'en', wired: ['updated'],
    facts: { principal: ref.principal, proofs: [{ kind: 'passkey', at: world.clock() }] },
  } as unknown as Parameters<typeof step.enter>[1];
  const config = step.config.parse({ title: en('About you') });
  const entered = await step.enter(world.database.db, run, config);
  assert.ok('show' in entered && (entered.show as { displayName: unknown }).displayName === null);
  await world.database.transaction((tx) => step.submit!(tx, run, config, null, { choice: 'continue', displayName: 'The Boss', locale: 'fr' }));
  const now = await world.directory.findPrincipal(world.database.db, ref);
  assert.deepEqual([now?.displayName, now?.locale], ['Jide Okonkwo', 'fr']);
});
