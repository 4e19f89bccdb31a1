/** Who is told of a sign-in that was not as usual, and who is left in peace. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testJourneys } from '../journeys/testing.ts';
import { day, hour, type PrincipalRef } from '../kernel/index.ts';
import { createConnections } from '../oauth/index.ts';
import type { CredentialKind } from '../../../contract/events/index.ts';
import { createAccount } from './create-account.ts';

const world = await testJourneys();
const { database, clock, directory, sessions, risk, mails, events } = world;
const account = createAccount({
  ...world, contacts: world.recovery.contacts, oauth: { openRequests: async () => [] },
  connections: createConnections({ database, clock, events, clients: { find: async () => undefined } }),
  messages: { queue: async (_tx, { to, message, channel = 'email' }) => { mails.push({ to, message, channel }); } },
  findNetwork: (address) => (address === '203.0.113.9' ? { asn: 'AS2', country: 'RO', kind: 'usual' } : undefined),
});
const operator = { kind: 'operator', id: 'test' } as const;
const home = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const elsewhere = { address: '203.0.113.9', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36' };

async function settled(population: string, ...addresses: readonly string[]): Promise<PrincipalRef> {
  const ref = await database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator, locale: 'de' });
    for (const value of addresses) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await directory.addIdentifier(tx, { population, principal }, identifier);
      await directory.verifyIdentifier(tx, { population, principal }, identifier);
    }
    return { population, principal };
  });
  for (let evening = 0; evening < 14; evening += 1) {
    clock.advance(day);
    await signIn(ref, 'password', { confirmed: true });
  }
  return ref;
}

async function signIn(ref: PrincipalRef, kind: CredentialKind, { stolen = false, confirmed = false } = {}): Promise<void> {
  const shown = stolen ? { ...elsewhere, marked: false } : { ...home, marked: true };
  await database.transaction(async (tx) => {
    const { session } = await sessions.start(tx, {
      ref, proofs: [{ kind, at: clock(), userVerified: true }], personal: { clientAddress: shown.address, userAgent: shown.userAgent },
    });
    await risk.signedIn(tx, {
      ref, session: session.id, shown: { ...shown, at: clock() }, boundKey: kind === 'passkey', confirmed,
      ...(stolen ? { passwordBreached: true } : { markedSince: new Date(clock().getTime() - 5 * day) }),
    });
  });
  await events.settle();
}

const told = (to: string) => mails.filter((mail) => mail.to === to && mail.message.kind === 'new-sign-in');

test('every address is told of a sign-in from elsewhere, with when, where and with what; once a day', async () => {
  const ref = await settled('customers', 'ann@example.org', 'ann@second.example');
  assert.deepEqual(told('ann@example.org'), [], 'nothing of those at home');
  await signIn(ref, 'password', { stolen: true });
  for (const to of ['ann@example.org', 'ann@second.example']) {
    const [{ message }, ...others] = told(to) as [(typeof mails)[0]];
    assert.ok(message.kind === 'new-sign-in' && others.length === 0);
    const { doneIn, ...said } = message;
    assert.deepEqual(said, { kind: 'new-sign-in', at: clock().toISOString(), device: 'Chrome on Windows', country: 'RO' });
    assert.equal(doneIn?.session, (await sessions.list(database.db, ref)).find(({ device }) => device === 'Chrome on Windows')?.id);
  }
  clock.advance(23 * hour);
  await signIn(ref, 'password', { stolen: true });
  assert.equal(told('ann@example.org').length, 1);
  clock.advance(hour);
  await signIn(ref, 'password', { stolen: true });
  assert.equal(told('ann@example.org').length, 2);
});

test('nobody is told of a passkey, of a sign-in as usual, or of what the same log says again', async () => {
  const ref = await settled('customers', 'bob@example.org');
  await signIn(ref, 'passkey', { stolen: true });
  await signIn(ref, 'password');
  assert.deepEqual(told('bob@example.org'), []);
  await Promise.all([signIn(ref, 'password', { stolen: true }), signIn(ref, 'password', { stolen: true })]);
  assert.equal(told('bob@example.org').length, 1, 'of two at once one is told of');
});

test('where the policy does not say so, nobody is told', async () => {
  const ref = await settled('workforce', 'cyn@corp.example');
  await signIn(ref, 'password', { stolen: true });
  assert.deepEqual(told('cyn@corp.example'), []);
});

test('what is remembered of it goes after a day, and with the account', async () => {
  const rows = async () => Number((await database.pool.query('select count(*) from account_sign_in_told')).rows[0].count);
  const ref = await settled('customers', 'dot@example.org');
  await signIn(ref, 'password', { stolen: true });
  assert.ok(await rows() > 0);
  await database.transaction((tx) => directory.erase(tx, ref, operator, 'asked for'));
  await events.settle();
  const { rows: left } = await database.pool.query('select from account_sign_in_told where principal = $1', [ref.principal]);
  assert.equal(left.length, 0);
  clock.advance(2 * day);
  await account.jobs.find(({ name }) => name === 'account-forget-told')!.run();
  assert.equal(await rows(), 0);
});
