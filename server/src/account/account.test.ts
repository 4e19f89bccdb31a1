import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { testJourneys } from '../journeys/testing.ts';
import { day, minute, type PrincipalRef } from '../kernel/index.ts';
import type { Message } from '../messages/index.ts';
import { createConnections } from '../oauth/index.ts';
import { letHave } from '../oauth/testing.ts';
import type { Proof } from '../sessions/index.ts';
import type { Visitor } from './visitor.ts';
import { createAccount } from './create-account.ts';

const world = await testJourneys();
const { database, clock, directory, credentials, sessions, events, policies } = world;
const mails: { to: string; message: Message; channel?: string }[] = [];
const connections = createConnections({ database, clock, events, clients: { find: async () => undefined } });
const account = createAccount({
  database, clock, directory, credentials, federation: world.federation, checkpoints: world.checkpoints, sessions, events, policies, findNetwork: () => undefined, contacts: world.recovery.contacts,
  connections, risk: world.risk,
  messages: { queue: async (_tx, { to, message, channel = 'email' }) => { mails.push({ to, message, channel }); } },
  oauth: { openRequests: async () => [] },
});
const operator = { kind: 'operator', id: 'test' } as const;
const occasion = { actor: operator };

async function somebody(population: string, ...addresses: readonly string[]): Promise<PrincipalRef> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, {
      population, kind: 'person', basis: 'operator', actor: operator, displayName: 'Ida',
    });
    for (const value of addresses) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await directory.addIdentifier(tx, { population, principal }, identifier);
      await directory.verifyIdentifier(tx, { population, principal }, identifier);
    }
    return { population, principal };
  });
}

async function signedIn(ref: PrincipalRef, proofs: readonly Omit<Proof, 'at'>[]): Promise<Visitor> {
  const { session } = await database.transaction((tx) => sessions.start(tx, {
    ref, proofs: proofs.map((proof) => ({ ...proof, at: clock() })),
    personal: { clientAddress: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
  }));
  return { session, device: 'test browser', locale: 'en', clientAddress: '192.0.2.1' };
}

async function bindPasskey(ref: PrincipalRef): Promise<string> {
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  return database.transaction(async (tx) => {
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    const bound = await credentials.passkeys.register(tx, ref, rp, {
      response: authenticator.create(options), challenge: options.challenge, occasion,
    });
    return bound.id;
  });
}

const byPasskey = [{ kind: 'passkey', userVerified: true }] as const;
const byMail = [{ kind: 'email-code' }] as const;

test('people see their own sessions and credentials, with the one that looks marked', async () => {
  const ref = await somebody('customers', 'ada@example.org');
  await bindPasskey(ref);
  const elsewhere = await signedIn(ref, byMail);
  // Within a millisecond ids have no order.
  clock.advance(1);
  const here = await signedIn(ref, byPasskey);
  const own = await account.read(here);
  assert.equal(own.displayName, 'Ida');
  assert.deepEqual(own.identifiers, ['ada@example.org']);
  assert.deepEqual(own.sessions.map(({ id, isThis }) => [id, isThis]), [
    [here.session.id, true], [elsewhere.session.id, false],
  ]);
  assert.equal(own.sessions[0]!.device, 'Firefox on Linux');
  assert.deepEqual(own.credentials.map(({ kind, removable }) => [kind, removable]), [['passkey', true]]);
  assert.equal(own.codesLeft, 0);
});

test('one session is ended, or all others; nobody ends another person\'s', async () => {
  const ref = await somebody('customers', 'bea@example.org');
  const stranger = await signedIn(await somebody('customers', 'mal@example.org'), byMail);
  const [one, two, here] = [await signedIn(ref, byMail), await signedIn(ref, byMail), await signedIn(ref, byMail)];
  const lives = async (each: Visitor) => await sessions.find('customers', each.session.id) !== undefined;
  await account.endSession(here, stranger.session.id);
  await account.endSession(here, 'no id at all');
  assert.ok(await lives(stranger));
  await account.endSession(here, one.session.id);
  assert.deepEqual([await lives(one), await lives(two), await lives(here)], [false, true, true]);
  await account.endOtherSessions(here);
  assert.deepEqual([await lives(two), await lives(here), await lives(stranger)], [false, true, true]);
  await account.signOut(here);
  assert.equal(await lives(here), false);
});

test('a change needs the strongest proof of the account, five minutes old at most', async () => {
  const ref = await somebody('customers', 'cyn@example.org');
  const passkey = await bindPasskey(ref);
  const weak = await signedIn(ref, byMail);
  assert.deepEqual(await account.missingProof(weak), { acr: 'urn:limen:acr:phr', maxAge: 300 });
  await assert.rejects(account.removeCredential(weak, passkey), { code: 'credential.proof_needed' });
  await assert.rejects(account.issueRecoveryCodes(weak), { code: 'credential.proof_needed' });
  const strong = await signedIn(ref, byPasskey);
  clock.advance(5 * minute);
  assert.equal(await account.missingProof(strong), undefined);
  clock.advance(minute);
  await assert.rejects(account.removeCredential(strong, passkey), { code: 'credential.proof_needed' });
  assert.equal((await credentials.list(database.db, ref)).length, 1);
});

test('removing a passkey signs out everywhere else and is told to every address', async () => {
  const ref = await somebody('customers', 'dee@example.org', 'dee@second.example');
  const passkey = await bindPasskey(ref);
  const elsewhere = await signedIn(ref, byPasskey);
  const here = await signedIn(ref, byPasskey);
  const foreign = await bindPasskey(await somebody('customers', 'eve@example.org'));
  await assert.rejects(account.removeCredential(here, foreign), { code: 'credential.unknown' });
  await account.removeCredential(here, passkey);
  assert.deepEqual(await credentials.list(database.db, ref), []);
  assert.equal(await sessions.find('customers', elsewhere.session.id), undefined);
  assert.ok(await sessions.find('customers', here.session.id));
  assert.deepEqual(mails.slice(-2).map(({ to, message }) => [to, message.kind === 'credential-changed' && message.change]), [
    ['dee@example.org', 'removed'], ['dee@second.example', 'removed'],
  ]);
});

test('looking through the account takes a proof, and leaves a record of how much it was and not of what', async () => {
  const ref = await somebody('customers', 'zoe@example.org', 'zoe@second.example');
  await bindPasskey(ref);
  await assert.rejects(account.confirmCheckUp(await signedIn(ref, byMail)), { code: 'credential.proof_needed' });
  const here = await signedIn(ref, byPasskey);
  await account.confirmCheckUp(here);
  await events.settle();
  const records = (await events.latest({ limit: 50 })).filter(({ type }) => type === 'principal.checked_up');
  assert.deepEqual(records.map(({ principal, session, open }) => ({ principal, session, open })), [
    { principal: ref.principal, session: here.session.id, open: { identifiers: 2, credentials: 1 } },
  ]);
});

test('nobody of the workforce removes the last way in', async () => {
  const ref = await somebody('workforce', 'fay@corp.example');
  const first = await bindPasskey(ref);
  const here = await signedIn(ref, byPasskey);
  assert.deepEqual((await account.read(here)).credentials.map(({ removable }) => removable), [false]);
  await assert.rejects(account.removeCredential(here, first), { code: 'credential.last' });
  const second = await bindPasskey(ref);
  await account.removeCredential(here, first);
  await assert.rejects(account.removeCredential(here, second), { code: 'credential.last' });
});

test('new recovery codes take the place of the old, and every address is told', async () => {
  const ref = await somebody('customers', 'gil@example.org');
  const here = await signedIn(ref, byMail);
  const [old] = await account.issueRecoveryCodes(here);
  const sent = mails.length;
  await assert.rejects(account.issueRecoveryCodes(here), { code: 'request.rate_limited' });
  assert.equal(mails.length, sent, 'who makes them again and again sends no mail each time');
  clock.advance(10 * minute);
  const codes = await account.issueRecoveryCodes(await signedIn(ref, byMail));
  assert.equal(codes.length, 8);
  assert.equal((await account.read(here)).codesLeft, 8);
  assert.equal(await credentials.recoveryCodes.verify('customers', ref, old!, occasion), false);
  assert.equal(await credentials.recoveryCodes.verify('customers', ref, codes[0]!, occasion), true);
  const told = mails.filter(({ to }) => to === 'gil@example.org').map(({ message }) => message);
  assert.deepEqual(told.map((message) => message.kind === 'credential-changed' && message.change), [
    'recovery-codes-made', 'recovery-codes-made',
  ]);
});

const consentFor = (ref: PrincipalRef) => database.transaction((tx) => letHave(tx, ref, 'watcher', ['openid', 'email'], clock()));
const deletionsTold = (to: string) => mails.filter((mail) => mail.to === to && mail.message.kind === 'deletion')
  .map(({ message }) => message.kind === 'deletion' && message.state);
const eraseDue = () => account.jobs.find(({ name }) => name === 'account-erase-due')!.run();

test('an account that is to be deleted waits, can be kept, and afterwards nothing is left that opens it or says whose it was', async () => {
  const ref = await somebody('customers', 'hal@example.org', 'hal@second.example');
  await bindPasskey(ref);
  await consentFor(ref);
  const here = await signedIn(ref, byPasskey);
  await account.requestDeletion(here);
  const { deletion, deletable } = await account.read(here);
  assert.equal(deletable, true);
  assert.deepEqual(deletion, { askedAt: clock(), dueAt: new Date(clock().getTime() + 14 * day) });
  await account.cancelDeletion(here);
  assert.equal((await account.read(here)).deletion, null);
  clock.advance(15 * day);
  assert.equal(await eraseDue(), 0, 'what was kept stays');

  const again = await signedIn(ref, byPasskey);
  await account.requestDeletion(again);
  clock.advance(13 * day);
  await account.requestDeletion(await signedIn(ref, byPasskey));
  assert.equal(await eraseDue(), 0);
  clock.advance(day);
  assert.equal(await eraseDue(), 1, 'asking twice puts nothing off');
  await events.settle();
  const gone = await directory.findPrincipal(database.db, ref);
  assert.deepEqual([gone?.state, gone?.displayName], ['erased', null]);
  assert.deepEqual(await directory.identifiers(database.db, ref), []);
  assert.deepEqual(await credentials.list(database.db, ref), []);
  assert.deepEqual(await connections.list(ref), []);
  for (const to of ['hal@example.org', 'hal@second.example']) {
    assert.deepEqual(deletionsTold(to), ['asked', 'cancelled', 'asked', 'asked', 'done'], to);
  }
  const told = (await events.read({ population: 'customers', principal: ref.principal, limit: 100 })).map(({ type }) => type);
  assert.deepEqual(told.filter((type) => type.startsWith('principal.deletion') || type === 'principal.erased'), [
    'principal.deletion_requested', 'principal.deletion_cancelled', 'principal.deletion_requested', 'principal.erased',
  ]);
});

test('deletion wants the strongest proof, fresh; where the policy has no word of it, it is not there', async () => {
  const ref = await somebody('customers', 'ivo@example.org');
  await bindPasskey(ref);
  await assert.rejects(account.requestDeletion(await signedIn(ref, byMail)), { code: 'credential.proof_needed' });
  assert.equal((await account.read(await signedIn(ref, byMail))).deletion, null);
  const employee = await somebody('workforce', 'jan@corp.example');
  await bindPasskey(employee);
  const here = await signedIn(employee, byPasskey);
  assert.equal((await account.read(here)).deletable, false);
  await assert.rejects(account.requestDeletion(here), { code: 'request.not_found' });
});

test('the copy holds all that is kept about a person, and nothing that opens the account', async () => {
  const ref = await somebody('customers', 'kim@example.org');
  await bindPasskey(ref);
  await consentFor(ref);
  await database.transaction(async (tx) => {
    await directory.setAttributes(tx, ref, { attributes: [{ name: 'height', value: '181', purpose: 'We cut your saddle to it' }], actor: operator });
    await directory.acceptText(tx, ref, { text: 'terms', version: '3', actor: operator });
  });
  const here = await signedIn(ref, byPasskey);
  await assert.rejects(account.exportData(await signedIn(ref, byMail)), { code: 'credential.proof_needed' });
  const text = JSON.stringify(await account.exportData(here));
  for (const part of ['Ida', 'kim@example.org', '181', 'We cut your saddle to it', 'terms', 'watcher', 'Firefox', '192.0.2.1', 'session.started']) {
    assert.ok(text.includes(part), part);
  }
  const { waysToSignIn } = JSON.parse(text) as { waysToSignIn: object[] };
  assert.deepEqual(waysToSignIn.map((way) => Object.keys(way)), [['kind', 'label', 'boundAt', 'lastUsedAt']]);
  const other = await somebody('customers', 'lea@example.org');
  assert.ok(!JSON.stringify(await account.exportData(await signedIn(other, byMail))).includes('kim@example.org'));
});

test('what happened is told newest first, page by page, and another session can be ended from it', async () => {
  const ref = await somebody('customers', 'mia@example.org');
  const here = await signedIn(ref, byMail);
  for (let each = 0; each < 34; each += 1) {
    clock.advance(1_000);
    await signedIn(ref, byMail);
  }
  await events.settle();
  const first = await account.activity(here);
  assert.equal(first.activities.length, 30);
  assert.ok(first.earlier !== null && first.activities[0]!.at > first.activities[29]!.at);
  assert.deepEqual([first.activities[0]!.what, first.activities[0]!.about], ['session.started', 'Firefox on Linux']);
  const ended = first.activities[0]!.session!;
  await account.endSession(here, ended);
  assert.equal(await sessions.find('customers', ended), undefined);
  const second = await account.activity(here, first.earlier);
  assert.equal(second.earlier, null);
  assert.equal(new Set([...first.activities, ...second.activities].map(({ id }) => id)).size, 30 + second.activities.length);
  assert.equal(second.activities.find(({ what, session }) => what === 'session.started' && session === here.session.id), undefined,
    'the session that looks is not ended from here');
});

test('what an application was let have is taken back by its giver only', async () => {
  const [ref, other] = [await somebody('customers', 'nik@example.org'), await somebody('customers', 'oda@example.org')];
  await consentFor(ref);
  await account.disconnect(await signedIn(other, byMail), 'watcher');
  const here = await signedIn(ref, byMail);
  const since = clock();
  assert.deepEqual((await account.connections(here)).connections, [
    { client: 'watcher', name: 'watcher', scopes: ['openid', 'email'], claims: [], since },
  ]);
  await account.disconnect(here, 'watcher');
  assert.deepEqual((await account.connections(here)).connections, []);
  await account.disconnect(here, 'watcher');
  const withdrawn = await events.read({ population: 'customers', types: ['consent.withdrawn'], limit: 10 });
  assert.deepEqual(withdrawn.map(({ principal, client }) => [principal, client]), [[ref.principal, 'watcher']]);
});

test('an address or number is removed after a fresh proof, every other one is told, and the last one stays', async () => {
  const ref = await somebody('customers', 'pia@example.org', 'pia@second.example');
  const number = { kind: 'phone', value: '+49 1512 7654321', actor: operator } as const;
  await database.transaction(async (tx) => {
    await directory.addIdentifier(tx, ref, number);
    await directory.verifyIdentifier(tx, ref, number);
  });
  const here = await signedIn(ref, byMail);
  const toldNow = () => mails.splice(0).map(({ to, message }) => [to, message.kind === 'credential-changed' && message.change]).sort();
  toldNow();
  assert.deepEqual((await account.reach(here)).places.map(({ kind, removable }) => [kind, removable]), [
    ['email', true], ['email', true], ['phone', true],
  ]);
  await account.removePlace(here, 'phone', number.value);
  assert.deepEqual(toldNow(), [['pia@example.org', 'phone-removed'], ['pia@second.example', 'phone-removed']]);
  await account.removePlace(here, 'email', 'pia@second.example');
  assert.deepEqual(toldNow(), [['pia@example.org', 'email-removed'], ['pia@second.example', 'email-removed']]);
  await assert.rejects(account.removePlace(here, 'email', 'pia@example.org'), { code: 'credential.last' });
  await assert.rejects(account.removePlace(here, 'email', 'ada@example.org'), { code: 'identifier.invalid' });
  clock.advance(6 * minute);
  await assert.rejects(account.removePlace(here, 'email', 'pia@example.org'), { code: 'credential.proof_needed' });
  assert.deepEqual((await account.reach(here)).places, [{ kind: 'email', value: 'pia@example.org', removable: false }]);
});

test('somebody who has only a number is told by text, and who has an address too is told there', async () => {
  for (const [addresses, channel] of [[[], 'sms'], [['rio@example.org'], 'email']] as const) {
    const ref = await somebody('customers', ...addresses);
    const number = { kind: 'phone', value: addresses.length > 0 ? '+4915127654322' : '+4915127654323', actor: operator } as const;
    await database.transaction(async (tx) => {
      await directory.addIdentifier(tx, ref, number);
      await directory.verifyIdentifier(tx, ref, number);
    });
    mails.splice(0);
    await account.issueRecoveryCodes(await signedIn(ref, [{ kind: 'sms-code' }]));
    assert.deepEqual(mails.map(({ to, channel: by }) => [to, by]), [[addresses[0] ?? number.value, channel]]);
  }
});
