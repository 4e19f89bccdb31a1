import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { testJourneys } from '../journeys/testing.ts';
import { minute, type PrincipalRef } from '../kernel/index.ts';
import type { Message } from '../messages/index.ts';
import type { Proof } from '../sessions/index.ts';
import type { Visitor } from './account.ts';
import { createAccount } from './create-account.ts';

const world = await testJourneys();
const { database, clock, directory, credentials, sessions, events, policies } = world;
const mails: { to: string; message: Message }[] = [];
const account = createAccount({
  database, clock, directory, credentials, sessions, events, policies, contacts: world.contacts,
  messages: { queue: async (_tx, { to, message }) => { mails.push({ to, message }); } },
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
