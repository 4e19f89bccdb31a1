import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { lastCode, testJourneys } from '../journeys/testing.ts';
import { day, minute, type PrincipalRef } from '../kernel/index.ts';
import { createConnections } from '../oauth/index.ts';
import type { Visitor } from './visitor.ts';
import { createAccount } from './create-account.ts';

const en = (text: string) => ({ en: text });

/** The sign-up asks two things; one of them has to be told. */
function change(content: PolicyContent): PolicyContent {
  const signUp = content.journeys['sign-up'];
  if (!signUp) return content;
  const ask = { step: 'collect', exits: { collected: 'complete' }, with: { title: en('About you'), fields: [
    { name: 'size', label: en('Size'), purpose: en('To find boots'), required: true },
    { name: 'height', type: 'number', label: en('Height'), purpose: en('For your saddle') },
  ] } };
  return { ...content, journeys: { ...content.journeys, 'sign-up': { ...signUp, nodes: { ...signUp.nodes, ask } } } };
}

const world = await testJourneys({ change });
const { database, clock, directory, credentials, sessions, events, policies, mails, checkpoints, federation } = world;
const account = createAccount({
  database, clock, directory, credentials, sessions, events, policies, federation, checkpoints, findNetwork: () => undefined, contacts: world.recovery.contacts,
  connections: createConnections({ database, clock, events, clients: { find: async () => undefined } }), risk: world.risk,
  messages: { queue: async (_tx, { to, message }) => { mails.push({ to, message }); } },
  oauth: { openRequests: async () => [] },
});
const operator = { kind: 'operator', id: 'test' } as const;

async function somebody(population: string, ...addresses: readonly string[]): Promise<PrincipalRef> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator, displayName: 'Ida', locale: 'en' });
    for (const value of addresses) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await directory.addIdentifier(tx, { population, principal }, identifier);
      await directory.verifyIdentifier(tx, { population, principal }, identifier);
    }
    return { population, principal };
  });
}

async function signedIn(ref: PrincipalRef): Promise<Visitor> {
  const { session } = await database.transaction((tx) => sessions.start(tx, {
    ref, proofs: [ref.population === 'customers' ? { kind: 'email-code', at: clock() } : { kind: 'passkey', at: clock(), userVerified: true }],
  }));
  return { session, device: 'Firefox on Linux', locale: 'en', clientAddress: '192.0.2.1' };
}

async function bindPasskey(ref: PrincipalRef): Promise<void> {
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  await database.transaction(async (tx) => {
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    await credentials.passkeys.register(tx, ref, rp, { response: authenticator.create(options), challenge: options.challenge, occasion: { actor: operator } });
  });
}

const addressesOf = async (ref: PrincipalRef) => (await directory.identifiers(database.db, ref)).map(({ value }) => value);
const undoToken = (to: string): string => {
  const message = mails.findLast((mail) => mail.to === to && mail.message.kind === 'address-changed')?.message;
  return message?.kind === 'address-changed' ? message.undoLink.split('/').at(-1)! : assert.fail(`nothing went to ${to}`);
};
async function changed(visitor: Visitor, former: string, address: string) {
  assert.deepEqual(await account.proveAddress(visitor, address), { address });
  return account.changeAddress(visitor, { former, address, code: lastCode(mails, address) });
}

test('people see what they told with what it is for, change it, and take back what they need not tell', async () => {
  const ref = await somebody('customers', 'ada@example.org');
  const here = await signedIn(ref);
  await database.transaction((tx) => directory.setAttributes(tx, ref, { actor: operator, attributes: [{ name: 'newsletter', value: 'weekly', purpose: 'To write to you' }] }));
  const typed = { displayName: 'Ida L', locale: 'de', timeZone: 'Europe/Vienna', 'told-size': '39', 'told-height': '170' };
  assert.equal(await account.saveProfile(here, typed), undefined);
  const own = await account.profile(here);
  assert.deepEqual([own.displayName, own.locale, own.timeZone, own.mayName, own.mayChangeAddress], ['Ida L', 'de', 'Europe/Vienna', true, true]);
  assert.deepEqual(own.fields.map(({ attribute, value, purpose, kept }) => [attribute, value, purpose, kept]),
    [['size', '39', 'To find boots', null], ['height', '170', 'For your saddle', '170']]);
  assert.deepEqual(own.others, [{ attribute: 'newsletter', value: 'weekly', purpose: 'To write to you' }]);
  for (const attribute of ['height', 'newsletter', 'size', 'nothing']) await account.takeBack(here, attribute);
  assert.deepEqual((await directory.attributes(database.db, ref)).map(({ name }) => name), ['size']);
  assert.deepEqual((await account.exportData(here))['attributes'], await directory.attributes(database.db, ref));
});

test('nothing is saved where one thing can not be taken', async () => {
  const ref = await somebody('customers', 'bea@example.org');
  const here = await signedIn(ref);
  const good = { displayName: 'New', 'told-size': '40' };
  assert.deepEqual(await account.saveProfile(here, { ...good, timeZone: 'Mars/Olympus' }), { code: 'input.invalid', field: 'timeZone' });
  assert.deepEqual(await account.saveProfile(here, { ...good, 'told-height': 'tall' }), { code: 'input.invalid', field: 'told-height' });
  assert.deepEqual(await account.saveProfile(here, { ...good, 'told-size': '' }), { code: 'input.missing', field: 'told-size' });
  const own = await account.profile(here, { displayName: 'New', 'told-height': 'tall' });
  assert.deepEqual([own.displayName, own.fields[1]!.value], ['New', 'tall']);
  assert.deepEqual([(await directory.findPrincipal(database.db, ref))?.displayName, await directory.attributes(database.db, ref)], ['Ida', []]);
});

test('at work neither name nor address are the person\'s to change', async () => {
  const ref = await somebody('workforce', 'jo@example.org');
  const here = await signedIn(ref);
  assert.equal(await account.saveProfile(here, { displayName: 'The Boss', timeZone: 'Asia/Tokyo' }), undefined);
  const person = await directory.findPrincipal(database.db, ref);
  assert.deepEqual([person?.displayName, person?.timeZone], ['Ida', 'Asia/Tokyo']);
  await assert.rejects(account.proveAddress(here, 'boss@example.org'), { code: 'request.not_found' });
  await assert.rejects(account.changeAddress(here, { former: 'jo@example.org', address: 'boss@example.org', code: '000000' }), { code: 'request.not_found' });
});

test('another address takes the place of one once its code was typed; the former is told, and a payout is closed meanwhile', async () => {
  const ref = await somebody('customers', 'cyn@example.org', 'cyn@second.example');
  await bindPasskey(ref);
  const weak = await signedIn(ref);
  await assert.rejects(account.proveAddress(weak, 'cyn@new.example'), { code: 'credential.proof_needed' });
  const { session } = await database.transaction((tx) => sessions.start(tx, { ref, proofs: [{ kind: 'passkey', at: clock(), userVerified: true }] }));
  const here: Visitor = { ...weak, session };
  assert.deepEqual(await account.proveAddress(here, 'no address'), { problem: 'email.invalid' });
  assert.deepEqual(await account.proveAddress(here, 'cyn@second.example'), { problem: 'email.known' });
  assert.deepEqual(await account.proveAddress(here, 'cyn@new.example'), { address: 'cyn@new.example' });
  const right = lastCode(mails, 'cyn@new.example');
  const wrong = String((Number(right) + 1) % 1e6).padStart(6, '0');
  const typed = { former: 'cyn@example.org', address: 'cyn@new.example' };
  assert.deepEqual(await account.changeAddress(here, { ...typed, code: wrong }), { problem: 'code.wrong' });
  // The code proves the address that it went to, whatever the form says.
  assert.deepEqual(await account.changeAddress(here, { ...typed, address: 'mal@evil.example', code: right }), { problem: 'code.wrong' });
  assert.deepEqual(await addressesOf(ref), ['cyn@example.org', 'cyn@second.example']);
  assert.deepEqual(await account.changeAddress(here, { ...typed, code: right }), { address: 'cyn@new.example' });
  assert.deepEqual((await addressesOf(ref)).toSorted(), ['cyn@new.example', 'cyn@second.example']);
  const told = mails.slice(-2).map(({ to, message }) => [to, message.kind]);
  assert.deepEqual(told, [['cyn@example.org', 'address-changed'], ['cyn@second.example', 'credential-changed']]);
  assert.equal(await directory.findByIdentifier(database.db, 'customers', 'cyn@example.org'), undefined);
  const ask = () => checkpoints.evaluate({ population: 'customers', client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'payout', id: '1' } });
  const closed = await ask();
  assert.deepEqual([closed.response, closed.reasons.includes('contact-changed-lately')], ['deny', true]);
});

test('an address of another account is said to be so to its reader alone, and nothing changes', async () => {
  await somebody('customers', 'taken@example.org');
  const ref = await somebody('customers', 'dee@example.org');
  const here = await signedIn(ref);
  assert.deepEqual(await changed(here, 'dee@example.org', 'taken@example.org'), { problem: 'email.taken' });
  assert.deepEqual(await addressesOf(ref), ['dee@example.org']);
});

test('whoever reads the former address undoes it for a week, with all that was added since; later changes go with it', async () => {
  const ref = await somebody('customers', 'eve@example.org');
  await bindPasskey(ref);
  const [own] = await credentials.list(database.db, ref);
  clock.advance(day);
  const thief = (await database.transaction((tx) => sessions.start(tx, { ref, proofs: [{ kind: 'passkey', at: clock(), userVerified: true }] }))).session;
  const here: Visitor = { session: thief, device: '', locale: 'en', clientAddress: '192.0.2.1' };
  assert.ok('address' in await changed(here, 'eve@example.org', 'mal@evil.example'));
  clock.advance(minute);
  await bindPasskey(ref);
  assert.ok('address' in await changed(here, 'mal@evil.example', 'mal@worse.example'));
  const [token, thiefs] = [undoToken('eve@example.org'), undoToken('mal@evil.example')];
  assert.equal((await account.addressChanges.find('customers', token)).state, 'open');
  assert.deepEqual(await addressesOf(ref), ['mal@worse.example'], 'looking undoes nothing');
  await assert.rejects(account.addressChanges.undo('workforce', token), { code: 'link.invalid' });
  assert.equal((await account.addressChanges.undo('customers', token)).state, 'undone');
  assert.deepEqual(await addressesOf(ref), ['eve@example.org']);
  assert.deepEqual((await credentials.list(database.db, ref)).map(({ id }) => id), [own!.id]);
  assert.equal(await sessions.find('customers', thief.id), undefined);
  const person = await directory.findPrincipal(database.db, ref);
  assert.deepEqual([person?.contactChangedAt, person?.recoveredAt?.getTime()], [null, clock().getTime()]);
  // The thief's own link, and the same one again, do nothing any more.
  assert.equal((await account.addressChanges.undo('customers', thiefs)).state, 'overtaken');
  assert.equal((await account.addressChanges.undo('customers', token)).state, 'undone');
  assert.deepEqual(await addressesOf(ref), ['eve@example.org']);
});

test('after a week it is too late, and the former address is forgotten', async () => {
  const ref = await somebody('customers', 'fay@example.org');
  assert.ok('address' in await changed(await signedIn(ref), 'fay@example.org', 'fay@new.example'));
  const token = undoToken('fay@example.org');
  clock.advance(7 * day);
  assert.equal((await account.addressChanges.undo('customers', token)).state, 'overtaken');
  assert.deepEqual(await addressesOf(ref), ['fay@new.example']);
  clock.advance(1);
  await account.jobs.find(({ name }) => name === 'account-forget-addresses')!.run();
  await assert.rejects(account.addressChanges.find('customers', token), { code: 'link.invalid' });
});

test('a former address that is another\'s by now stays theirs, and nobody piles changes up', async () => {
  const ref = await somebody('customers', 'gus@example.org');
  const here = await signedIn(ref);
  assert.ok('address' in await changed(here, 'gus@example.org', 'gus@1.example'));
  await somebody('customers', 'gus@example.org');
  assert.equal((await account.addressChanges.undo('customers', undoToken('gus@example.org'))).state, 'overtaken');
  assert.deepEqual(await addressesOf(ref), ['gus@1.example']);
  assert.ok('address' in await changed(here, 'gus@1.example', 'gus@2.example'));
  assert.ok('address' in await changed(here, 'gus@2.example', 'gus@3.example'));
  await assert.rejects(changed(here, 'gus@3.example', 'gus@4.example'), { code: 'request.rate_limited' });
  assert.deepEqual(await addressesOf(ref), ['gus@3.example']);
});
