import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { day, hour, minute, type PrincipalRef } from '../kernel/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

const world = await testJourneys();
const operator = { kind: 'operator', id: 'test' } as const;
const occasion = { actor: operator };
const newAuthenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
type Browser = ReturnType<typeof testBrowser>;
const { credentials, sessions, database, recovery, mails } = world;

/** A customer with two addresses and a passkey that is lost: nothing here can use it. */
async function passkeyOnly(name: string, population = 'customers'): Promise<PrincipalRef> {
  return database.transaction(async (tx) => {
    const { principal } = await world.directory.createPrincipal(tx, {
      population, kind: 'person', basis: 'operator', actor: operator, displayName: name,
    });
    const ref = { population, principal };
    for (const value of [`${name}@example.org`, `${name}@second.example`]) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await world.directory.addIdentifier(tx, ref, identifier);
      await world.directory.verifyIdentifier(tx, ref, identifier);
    }
    const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name, displayName: name });
    await credentials.passkeys.register(tx, ref, rp, {
      response: newAuthenticator().create(options), challenge: options.challenge, occasion,
    });
    return ref;
  });
}

const stepOf = async (browser: Browser, run: string) => (await browser.see(run)).screen.step;
const stagesTo = (address: string) => mails.filter(({ to }) => to === address)
  .flatMap(({ message }) => (message.kind === 'recovery' ? [message.stage] : []));

/** Proves the address in a recovery; `first` is whether nothing was begun before. */
async function prove(browser: Browser, name: string, first = true): Promise<string> {
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: `${name}@example.org` });
  world.clock.advance(minute);
  await browser.send(run, { choice: 'continue', code: lastCode(mails, `${name}@example.org`) });
  if (first) await browser.send(run, { choice: 'other-way' });
  return run;
}

async function makePasskey(browser: Browser, run: string): Promise<string> {
  const authenticator = newAuthenticator();
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey' && screen.reason === 'replaces-lost');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  const use = (await browser.see(run)).screen;
  assert.ok(use.step === 'passkey');
  return browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.get(use.options as never)) });
}

/** What was logged of recovery for somebody, oldest first, without ids. */
async function logged({ population, principal }: PrincipalRef) {
  await world.events.settle();
  const all = await world.events.read({ population, principal, limit: 200 });
  return all.flatMap(({ type, open }) => {
    if (!type.startsWith('recovery.')) return [];
    const { route, outcome, verdict } = open as { route?: string; outcome?: string; verdict?: string };
    return [[type, route, outcome ?? verdict].filter((each) => each !== undefined).join(' ')];
  });
}

test('a lost passkey is replaced after the wait; every address is told at each turn; nobody asks for a password', async () => {
  const ref = await passkeyOnly('ada');
  const before = await database.transaction((tx) => sessions.start(tx, {
    ref, proofs: [{ kind: 'passkey', at: world.clock(), userVerified: true }],
  }));
  const browser = testBrowser(world, 'customers');
  const run = await prove(browser, 'ada');
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'wait' && screen.state === 'offer' && screen.hours === 72);
  assert.deepEqual(stagesTo('ada@example.org'), [], 'an offer begins nothing');
  await browser.send(run, { choice: 'continue' });
  const waiting = (await browser.see(run)).screen;
  assert.ok(waiting.step === 'wait' && waiting.state === 'waiting');
  assert.equal(waiting.dueAt, new Date(world.clock().getTime() + 72 * hour).toISOString());
  await browser.send(run, { choice: 'continue' });
  const kept = (await browser.see(run)).screen;
  assert.equal(kept.step === 'refuse' && kept.reason, 'recovery-waits');
  assert.equal(browser.kept.session, undefined);

  world.clock.advance(71 * hour);
  await recovery.tidy();
  const early = await prove(browser, 'ada', false);
  const still = (await browser.see(early)).screen;
  assert.ok(still.step === 'wait' && still.state === 'waiting' && still.dueAt === waiting.dueAt);

  world.clock.advance(2 * hour);
  await recovery.tidy();
  await recovery.tidy();
  const elsewhere = testBrowser(world, 'customers');
  const back = await prove(elsewhere, 'ada', false);
  assert.equal(await makePasskey(elsewhere, back), '/back');
  assert.equal(await sessions.find('customers', before.session.id), undefined, 'who was signed in before is out');
  const session = await sessions.findBySecret('customers', elsewhere.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr');
  assert.ok(session.proofs.every(({ kind }) => kind !== 'password'));
  for (const address of ['ada@example.org', 'ada@second.example']) {
    assert.deepEqual(stagesTo(address), ['waiting', 'ready', 'finished']);
  }
  assert.deepEqual(await logged(ref), ['recovery.opened wait', 'recovery.closed wait used']);
  assert.equal(await recovery.living(database.db, ref), undefined);
  assert.ok((await world.directory.findPrincipal(database.db, ref))?.recoveredAt);
});

test('the owner stops it from any address; looking stops nothing, and what was proved meanwhile binds nothing', async () => {
  const ref = await passkeyOnly('bea');
  const thief = testBrowser(world, 'customers');
  const run = await prove(thief, 'bea');
  await thief.send(run, { choice: 'continue' });
  const link = mails.findLast(({ to, message }) => to === 'bea@second.example' && message.kind === 'recovery')!.message;
  assert.ok(link.kind === 'recovery' && link.cancelLink !== null);
  const token = link.cancelLink.split('/').at(-1)!;
  assert.equal((await recovery.findByLink('customers', token)).state, 'waiting');
  await assert.rejects(recovery.findByLink('workforce', token), { code: 'link.invalid' });
  await assert.rejects(recovery.findByLink('customers', `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`), { code: 'link.invalid' });

  world.clock.advance(73 * hour);
  const back = await prove(thief, 'bea', false);
  assert.equal(await stepOf(thief, back), 'enrol-passkey');
  assert.equal((await recovery.cancel('customers', token)).state, 'cancelled');
  assert.equal((await recovery.cancel('customers', token)).state, 'cancelled');
  const { screen } = await thief.see(back);
  assert.ok(screen.step === 'enrol-passkey');
  const credential = JSON.stringify(newAuthenticator().create(screen.options as never));
  await assert.rejects(thief.send(back, { choice: 'passkey', credential }), { code: 'recovery.not_ready' });
  assert.equal((await credentials.list(database.db, ref)).length, 1, 'nothing was bound');
  assert.deepEqual(stagesTo('bea@second.example'), ['waiting', 'cancelled']);
  assert.deepEqual(await logged(ref), ['recovery.opened wait', 'recovery.closed wait cancelled']);
});

test('it can be asked only so often, and what nobody takes up ends', async () => {
  const ref = await passkeyOnly('cyn');
  const opening = { ...ref, route: 'wait', run: ref.principal, device: '', locale: 'en', wait: 72 * hour } as const;
  for (let times = 0; times < 3; times += 1) {
    const opened = await database.transaction((tx) => recovery.open(tx, opening));
    assert.ok(typeof opened === 'object');
    assert.deepEqual(await database.transaction((tx) => recovery.open(tx, opening)), opened, 'one at a time');
    const { message } = mails.findLast(({ to }) => to === 'cyn@example.org')!;
    assert.ok(message.kind === 'recovery');
    await recovery.cancel('customers', message.cancelLink!.split('/').at(-1)!);
  }
  assert.equal(await database.transaction((tx) => recovery.open(tx, opening)), 'too-often');
  world.clock.advance(8 * day);
  await database.transaction((tx) => recovery.open(tx, opening));
  world.clock.advance(11 * day);
  await recovery.tidy();
  assert.equal(await recovery.living(database.db, ref), undefined);
  assert.equal((await logged(ref)).at(-1), 'recovery.closed wait expired');
});

test('the desk says yes, which starts the wait and nothing else; nobody decides twice, or for themselves', async () => {
  const ref = await passkeyOnly('dee');
  const browser = testBrowser(world, 'customers');
  const run = await prove(browser, 'dee');
  await browser.send(run, { choice: 'other-way' });
  await browser.send(run, { choice: 'continue' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'approve' && screen.state === 'asked' && screen.dueAt === null);
  world.clock.advance(5 * day);
  const early = await prove(browser, 'dee', false);
  assert.equal(await stepOf(browser, early), 'wait', 'no time is enough without a yes');

  const [asked] = await recovery.list('customers');
  assert.ok(asked && asked.principal === ref.principal && asked.state === 'asked');
  const decision = { population: 'customers', id: asked.id, verdict: 'approved', reason: 'called back', actor: operator } as const;
  const decide = (more: Partial<Parameters<typeof recovery.decide>[1]>) => (
    database.transaction((tx) => recovery.decide(tx, { ...decision, route: 'support-desk', by: null, ...more })));
  await assert.rejects(decide({ by: ref }), { code: 'recovery.own_case' });
  await assert.rejects(decide({ population: 'workforce' }), { code: 'recovery.unknown' });
  const held = await credentials.list(database.db, ref);
  assert.equal((await decide({})).state, 'waiting');
  assert.deepEqual(await credentials.list(database.db, ref), held);
  await assert.rejects(decide({ verdict: 'refused' }), { code: 'recovery.decided' });

  world.clock.advance(25 * hour);
  await recovery.tidy();
  const back = await prove(browser, 'dee', false);
  assert.equal(await makePasskey(browser, back), '/back');
  for (const address of ['dee@example.org', 'dee@second.example']) {
    assert.deepEqual(stagesTo(address), ['asked', 'waiting', 'ready', 'finished']);
  }
  assert.deepEqual(await logged(ref), [
    'recovery.opened support-desk', 'recovery.decided support-desk approved', 'recovery.closed support-desk used',
  ]);
});

test('a colleague who lost everything is let back by another one, after four hours in which every address may object', async () => {
  const population = 'workforce';
  const [ref, colleague] = [await passkeyOnly('kai', population), await passkeyOnly('mo', population)];
  const browser = testBrowser(world, population);
  const ask = async (from: Browser): Promise<string> => {
    const run = await from.start('recover');
    await from.send(run, { choice: 'continue', identifier: 'kai@example.org' });
    await from.send(run, { choice: 'other-way' });
    world.clock.advance(minute);
    await from.send(run, { choice: 'continue', code: lastCode(mails, 'kai@example.org') });
    return run;
  };
  const run = await ask(browser);
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'approve' && screen.state === 'offer' && screen.hours === 4 && screen.by === 'support-desk');
  await browser.send(run, { choice: 'continue' });
  const [asked] = await recovery.list(population);
  assert.ok(asked?.principal === ref.principal && asked.state === 'asked');
  const decide = (by: PrincipalRef) => database.transaction((tx) => recovery.decide(tx, {
    population, id: asked.id, route: 'support-desk', verdict: 'approved', reason: 'seen at the desk', by,
    actor: { kind: 'principal', id: by.principal },
  }));
  await assert.rejects(decide(ref), { code: 'recovery.own_case' });
  await assert.rejects(decide(await passkeyOnly('outsider', 'customers')), { code: 'recovery.not_a_colleague' });
  await decide(colleague);

  world.clock.advance(3 * hour);
  const early = await ask(browser);
  const waiting = (await browser.see(early)).screen;
  assert.ok(waiting.step === 'approve' && waiting.state === 'waiting');
  world.clock.advance(2 * hour);
  await recovery.tidy();
  const back = testBrowser(world, population);
  const again = await ask(back);
  await makePasskey(back, again);
  assert.equal(await back.send(again, { choice: 'skip' }), '/back');
  assert.equal((await sessions.findBySecret(population, back.kept.session!))?.assurance.acr, 'urn:limen:acr:phr');
  for (const address of ['kai@example.org', 'kai@second.example']) {
    assert.deepEqual(stagesTo(address), ['asked', 'waiting', 'ready', 'finished']);
  }
  assert.deepEqual(await logged(ref), [
    'recovery.opened support-desk', 'recovery.decided support-desk approved', 'recovery.closed support-desk used',
  ]);
});

test('what the desk refuses is closed, and a report or a suspension overtakes what waits', async () => {
  const ref = await passkeyOnly('eve');
  const opening = { ...ref, run: ref.principal, device: '', locale: 'en', wait: 24 * hour };
  const asked = await database.transaction((tx) => recovery.open(tx, { ...opening, route: 'support-desk' }));
  assert.ok(typeof asked === 'object');
  await database.transaction((tx) => recovery.decide(tx, {
    population: 'customers', id: asked.id, route: 'support-desk', verdict: 'refused', reason: 'not sure', actor: operator, by: null,
  }));
  assert.equal(await recovery.living(database.db, ref), undefined);
  assert.deepEqual(stagesTo('eve@second.example'), ['asked', 'refused']);
  await database.transaction((tx) => recovery.open(tx, { ...opening, route: 'wait' }));
  world.clock.advance(minute);
  await database.transaction((tx) => sessions.endAll(tx, ref, 'reported', operator));
  world.clock.advance(2 * day);
  assert.equal(await recovery.living(database.db, ref), undefined);
  await assert.rejects(database.transaction((tx) => recovery.finish(tx, ref)), { code: 'recovery.not_ready' });
  await recovery.tidy();
  assert.deepEqual(stagesTo('eve@second.example'), ['asked', 'refused', 'waiting'], 'nobody is told to go on');
});

test('a trusted contact says that it is them, by the number on their screen; the contact gets nothing', async () => {
  const ref = await passkeyOnly('fay');
  const { contacts } = recovery;
  const linkOf = (address: string) => {
    const { message } = mails.findLast(({ to }) => to === address)!;
    assert.ok(message.kind === 'contact');
    return { ask: message.ask, token: message.link.split('/').at(-1)! };
  };
  const name = (address: string) => database.transaction((tx) => contacts.add(tx, ref, { address, locale: 'en' }));
  await name('Noor@friends.example');
  await assert.rejects(name('noor@friends.example'), { code: 'recovery.contact_refused' });
  await assert.rejects(name('fay@second.example'), { code: 'recovery.contact_refused' });
  const asked = linkOf('noor@friends.example');
  assert.equal((await contacts.show('customers', asked.token)).state, 'ask');
  assert.equal(await recovery.hasContact(database.db, ref), false, 'who has not said yes is not asked');
  assert.equal((await contacts.answer('customers', asked.token, { choice: 'accept' })).state, 'accepted');

  const browser = testBrowser(world, 'customers');
  const run = await prove(browser, 'fay');
  assert.equal(await stepOf(browser, run), 'approve');
  await browser.send(run, { choice: 'continue' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'approve' && screen.state === 'asked' && screen.by === 'trusted-contact' && screen.number !== null);
  const { ask, token } = linkOf('noor@friends.example');
  assert.equal(ask, 'confirm');
  assert.equal((await contacts.show('customers', token)).state, 'confirm');
  const [open] = (await recovery.list('customers')).filter(({ principal }) => principal === ref.principal);
  await assert.rejects(database.transaction((tx) => recovery.decide(tx, {
    population: 'customers', id: open!.id, route: 'support-desk', verdict: 'approved', reason: 'x', actor: operator, by: null,
  })), { code: 'recovery.decided' });
  const other = String((Number(screen.number) + 1) % 100).padStart(2, '0');
  const wrong = await contacts.answer('customers', token, { choice: 'confirm', number: other });
  assert.ok(wrong.state === 'confirm' && wrong.isWrongNumber);
  assert.equal((await contacts.answer('customers', token, { choice: 'confirm', number: screen.number })).state, 'confirmed');

  world.clock.advance(25 * hour);
  await recovery.tidy();
  const back = await prove(browser, 'fay', false);
  assert.equal(await makePasskey(browser, back), '/back');
  assert.deepEqual(stagesTo('fay@second.example'), ['asked', 'waiting', 'ready', 'finished']);
  assert.deepEqual(await logged(ref), [
    'recovery.opened trusted-contact', 'recovery.decided trusted-contact approved', 'recovery.closed trusted-contact used',
  ]);
});

test('of a hundred numbers at once three are looked at; what was settled in another way is nobody\'s to decide', async () => {
  const ref = await passkeyOnly('max');
  const { contacts } = recovery;
  const tokenOf = (ask: string): string => {
    const { message } = mails.findLast(({ to, message: each }) => to === 'zoe@friends.example' && each.kind === 'contact' && each.ask === ask)!;
    assert.ok(message.kind === 'contact');
    return message.link.split('/').at(-1)!;
  };
  await database.transaction((tx) => contacts.add(tx, ref, { address: 'zoe@friends.example', locale: null }));
  await contacts.answer('customers', tokenOf('be'), { choice: 'accept' });
  world.clock.advance(30 * day);
  const opening = { ...ref, run: ref.principal, device: '', locale: 'en', wait: 24 * hour };
  const opened = await database.transaction((tx) => recovery.open(tx, { ...opening, route: 'trusted-contact' }));
  assert.ok(typeof opened === 'object' && opened.number !== null);
  const wrong = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).filter((number) => number !== opened.number);
  const answers = await Promise.all(wrong.map((number) => contacts.answer('customers', tokenOf('confirm'), { choice: 'confirm', number })));
  assert.equal(answers.filter(({ isWrongNumber }) => isWrongNumber).length, 3);
  assert.equal((await contacts.show('customers', tokenOf('confirm'))).state, 'stopped');

  const asked = await database.transaction((tx) => recovery.open(tx, { ...opening, route: 'support-desk' }));
  assert.ok(typeof asked === 'object');
  world.clock.advance(minute);
  await database.transaction((tx) => sessions.endAll(tx, ref, 'reported', operator));
  await assert.rejects(database.transaction((tx) => recovery.decide(tx, {
    population: 'customers', id: asked.id, route: 'support-desk', verdict: 'approved', reason: 'seen', actor: operator, by: null,
  })), { code: 'recovery.decided' });
  assert.deepEqual(stagesTo('max@second.example'), ['asked', 'refused', 'asked'], 'nobody is told of a yes to nothing');
});

test('numbers that are guessed close the case; whoever was named shortly before a report is not asked', async () => {
  const ref = await passkeyOnly('gil');
  const { contacts } = recovery;
  await database.transaction((tx) => contacts.add(tx, ref, { address: 'thief@friends.example', locale: null }));
  const token = () => {
    const { message } = mails.findLast(({ to }) => to === 'thief@friends.example')!;
    assert.ok(message.kind === 'contact');
    return message.link.split('/').at(-1)!;
  };
  await contacts.answer('customers', token(), { choice: 'accept' });
  const opened = await database.transaction((tx) => recovery.open(tx, {
    ...ref, route: 'trusted-contact', run: ref.principal, device: '', locale: 'en', wait: 24 * hour,
  }));
  assert.ok(typeof opened === 'object' && opened.number !== null);
  const other = String((Number(opened.number) + 1) % 100).padStart(2, '0');
  for (let tries = 0; tries < 3; tries += 1) await contacts.answer('customers', token(), { choice: 'confirm', number: other });
  assert.equal((await contacts.answer('customers', token(), { choice: 'confirm', number: opened.number })).state, 'stopped');
  assert.deepEqual(await logged(ref), [
    'recovery.opened trusted-contact', 'recovery.closed trusted-contact refused', 'recovery.decided trusted-contact refused',
  ]);
  world.clock.advance(hour);
  await database.transaction((tx) => sessions.endAll(tx, ref, 'reported', operator));
  assert.equal(await recovery.hasContact(database.db, ref), false);
  assert.deepEqual(await contacts.list(database.db, ref), []);
});

test('whoever is erased leaves neither a case nor the addresses of those whom they trusted', async () => {
  const ref = await passkeyOnly('hal');
  await database.transaction((tx) => world.recovery.contacts.add(tx, ref, { address: 'ivo@friends.example', locale: null }));
  const opened = await database.transaction((tx) => recovery.open(tx, {
    ...ref, route: 'wait', run: ref.principal, device: '', locale: 'en', wait: 24 * hour,
  }));
  assert.ok(typeof opened === 'object');
  await database.transaction((tx) => world.directory.erase(tx, ref, operator, 'left'));
  await world.events.settle();
  assert.deepEqual(await world.recovery.contacts.list(database.db, ref), []);
  assert.ok((await recovery.list('customers')).every(({ id }) => id !== opened.id));
  const link = mails.findLast(({ to }) => to === 'ivo@friends.example')!.message;
  assert.ok(link.kind === 'contact');
  await assert.rejects(world.recovery.contacts.show('customers', link.link.split('/').at(-1)!), { code: 'link.invalid' });
});
