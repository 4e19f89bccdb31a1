/** What people do to their own account, at the checkpoint of the action: who is asked for more, who waits, who is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownClient } from '../checkpoints/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { testJourneys } from '../journeys/testing.ts';
import { day, hour, type PrincipalRef } from '../kernel/index.ts';
import { createConnections } from '../oauth/index.ts';
import { levelsOf, type Proof } from '../sessions/index.ts';
import { createAccount } from './create-account.ts';
import { HeldAct, ownActs, strictest } from './own-acts.ts';
import type { Visitor } from './visitor.ts';

const world = await testJourneys({
  // Elsewhere nobody is asked beside the proof.
  change: (content) => (content.population.kind === 'customer' ? content : { ...content, checkpoints: { actions: {} } }),
});
const { database, clock, directory, credentials, sessions, checkpoints, risk, mails, events } = world;
const account = createAccount({
  ...world, findNetwork: () => undefined, contacts: world.recovery.contacts, oauth: { openRequests: async () => [] },
  connections: createConnections({ database, clock, events, clients: { find: async () => undefined } }),
  messages: { queue: async (_tx, { to, message }) => { mails.push({ to, message }); } },
});
const operator = { kind: 'operator', id: 'test' } as const;
const home = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const elsewhere = { address: '203.0.113.9', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36' };

/** Somebody who has come home every evening for two weeks. */
async function settled(population: string, address: string): Promise<PrincipalRef> {
  const ref = await database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator });
    const made = { population, principal };
    for (const value of [address, `other-${address}`]) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await directory.addIdentifier(tx, made, identifier);
      await directory.verifyIdentifier(tx, made, identifier);
    }
    return made;
  });
  for (let evening = 0; evening < 14; evening += 1) {
    clock.advance(day);
    await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
  }
  return ref;
}

/** A session as a sign-in begins it, at home or as a thief with the password would. */
async function signedIn(ref: PrincipalRef, proofs: readonly Omit<Proof, 'at'>[], { stolen = false } = {}): Promise<Visitor> {
  const shown = stolen ? { ...elsewhere, marked: false } : { ...home, marked: true };
  const { session } = await database.transaction(async (tx) => {
    const opened = await sessions.start(tx, {
      ref, proofs: proofs.map((proof) => ({ ...proof, at: clock() })), personal: { clientAddress: shown.address, userAgent: shown.userAgent },
    });
    await risk.signedIn(tx, {
      ref, session: opened.session.id, shown: { ...shown, at: clock() }, boundKey: false, confirmed: !stolen,
      ...(stolen ? { passwordBreached: true } : { markedSince: new Date(clock().getTime() - 5 * day) }),
    });
    return opened;
  });
  return { session, device: 'a browser', locale: 'en', clientAddress: shown.address };
}

/** The same session, after a passkey was shown in it: on pages that named a challenge, or on others. */
async function shown(visitor: Visitor, decision?: string): Promise<Visitor> {
  const proofs: readonly Proof[] = [{ kind: 'passkey', userVerified: true, at: clock() }];
  const { session } = await database.transaction(async (tx) => {
    const raised = await sessions.raise(tx, visitor.session, proofs);
    const { population, principal, id } = raised.session;
    if (decision !== undefined) {
      await checkpoints.confirm(tx, { population, principal, session: id, client: ownClient, decision, shown: { proofs, levels: levelsOf(proofs, 'customer') } });
    }
    return raised;
  });
  return { ...visitor, session };
}

async function bindPasskey(ref: PrincipalRef): Promise<string> {
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  return database.transaction(async (tx) => {
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    return (await credentials.passkeys.register(tx, ref, rp, {
      response: authenticator.create(options), challenge: options.challenge, occasion: { actor: operator },
    })).id;
  });
}

const decisionsOf = async ({ population, principal }: PrincipalRef) => (await checkpoints.list({ population, principal, limit: 50 }))
  .map(({ action, response, outcome, client }) => [action, response, outcome, client].join(' '));
const heldIn = async (act: Promise<unknown>) => {
  const error = await act.then(() => assert.fail('it was done'), (caught: unknown) => caught);
  assert.ok(error instanceof HeldAct, String(error));
  return error.answer;
};

test('an owner at home is asked nothing beside the proof, and each act leaves one decision with its event', async () => {
  const ref = await settled('customers', 'ann@example.org');
  const passkey = await bindPasskey(ref);
  const visitor = await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
  assert.equal(await account.missingFor(visitor, ownActs.removeCredential(passkey)), undefined);
  await account.removeCredential(visitor, passkey);
  await account.saveProfile(visitor, { displayName: 'Ann' });
  await account.exportData(visitor);
  await account.requestDeletion(visitor);
  assert.deepEqual((await decisionsOf(ref)).toSorted(), ['account.delete', 'account.export', 'credential.reset', 'profile.edit'].map((action) => `${action} allow  limen:own-pages`));
  const told = await events.latest({ ...ref, types: ['decision.made'], limit: 10 });
  assert.equal(told.length, 4);
  assert.deepEqual((await account.activity(visitor)).activities.filter(({ what }) => what === 'decision.made'), [], 'what went on is not told');
});

test('at high risk a fresh proof is not enough: it has to be shown for this act, and permits it once', async () => {
  const ref = await settled('customers', 'bob@example.org');
  const [kept, gone] = [await bindPasskey(ref), await bindPasskey(ref)];
  const thief = await signedIn(ref, [{ kind: 'password' }, { kind: 'passkey', userVerified: true }], { stolen: true });
  const act = ownActs.removeCredential(gone);
  clock.advance(1_000);
  await assert.rejects(account.removeCredential(thief, gone), { code: 'credential.proof_needed' });
  const missing = await account.missingFor(thief, act);
  assert.deepEqual(missing?.need, { acr: 'urn:limen:acr:phr', maxAge: 300 });
  assert.deepEqual(missing.challenge?.because.slice(0, 1), ['device-new']);
  assert.ok(!missing.challenge?.because.some((each) => /password|breach/.test(each)));
  assert.equal((await decisionsOf(ref)).length, 1, 'to look again is no second challenge');
  assert.equal((await credentials.list(database.db, ref)).length, 2);

  clock.advance(1_000);
  const elsewise = await shown(thief);
  assert.ok(await account.missingFor(elsewise, act), 'a passkey that was shown for nothing in particular');
  const owner = await shown(thief, missing.challenge?.id);
  assert.equal(await account.missingFor(owner, act), undefined);
  await assert.rejects(account.removeCredential(owner, kept), { code: 'credential.proof_needed' }, 'shown for the other one');
  await account.removeCredential(owner, gone);
  assert.deepEqual((await credentials.list(database.db, ref)).map(({ id }) => id), [kept]);
  assert.deepEqual((await decisionsOf(ref)).toSorted(), [
    'credential.reset allow  limen:own-pages', 'credential.reset challenge  limen:own-pages', 'credential.reset challenge permitted limen:own-pages',
  ]);
  const { activities } = await account.activity(owner);
  const told = activities.filter(({ what }) => what === 'decision.made');
  assert.equal(told.length, 2);
  for (const { about, decided } of told) {
    assert.deepEqual([about, decided?.response, decided?.because[0]], ['Replacement of what the account is opened with', 'challenge', 'device-new']);
  }
});

test('at high risk with nothing but the mailbox it waits: every address is told, and the same act goes on after that', async () => {
  const ref = await settled('customers', 'cyn@example.org');
  const visitor = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  assert.equal(await account.missingFor(visitor, ownActs.makeCodes), undefined, 'to look begins no wait');
  const before = mails.length;
  const held = await heldIn(account.issueRecoveryCodes(visitor));
  assert.ok(held.response === 'delay' && held.delayUntil!.getTime() >= clock().getTime() + day);
  assert.deepEqual(mails.slice(before).map(({ to, message }) => [to, message.kind]), [
    ['cyn@example.org', 'action-delayed'], ['other-cyn@example.org', 'action-delayed'],
  ]);
  assert.equal(await credentials.recoveryCodes.left(database.db, ref), 0);
  assert.equal((await heldIn(account.missingFor(visitor, ownActs.makeCodes))).response, 'delay');

  clock.advance(held.delayUntil!.getTime() - clock().getTime());
  const again = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  assert.equal((await account.issueRecoveryCodes(again)).length, 8);
  assert.deepEqual(await decisionsOf(ref), ['credential.reset allow  limen:own-pages', 'credential.reset delay executed limen:own-pages']);
});

test('what an owner stopped stays refused, and says so before anything is asked', async () => {
  const ref = await settled('customers', 'dot@example.org');
  const visitor = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  await heldIn(account.removePlace(visitor, 'email', 'other-dot@example.org'));
  const { message } = mails.findLast(({ to }) => to === 'other-dot@example.org')!;
  assert.ok(message.kind === 'action-delayed');
  await checkpoints.cancel('customers', message.cancelLink.split('/').at(-1)!);
  clock.advance(day + hour);
  const again = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  const { response, reasons } = await heldIn(account.missingFor(again, ownActs.removePlace));
  assert.deepEqual([response, reasons.includes('cancelled')], ['deny', true]);
  assert.equal((await directory.identifiers(database.db, ref)).length, 2);
});

test('an act that fails leaves no decision and uses up no proof', async () => {
  const ref = await settled('customers', 'eli@example.org');
  const passkey = await bindPasskey(ref);
  const thief = await signedIn(ref, [{ kind: 'passkey', userVerified: true }], { stolen: true });
  clock.advance(1_000);
  await assert.rejects(account.removeCredential(thief, passkey), { code: 'credential.proof_needed' });
  clock.advance(1_000);
  const owner = await shown(thief);
  const missing = await account.missingFor(owner, ownActs.nameContact);
  clock.advance(1_000);
  const proved = await shown(owner, missing?.challenge?.id);
  const before = await decisionsOf(ref);
  await assert.rejects(account.nameContact(proved, 'eli@example.org'), { code: 'recovery.contact_refused' });
  assert.deepEqual(await decisionsOf(ref), before);
  await account.nameContact(proved, 'friend@example.net');
  assert.equal((await decisionsOf(ref))[0], 'credential.reset allow  limen:own-pages');
});

test('where a policy has no such action, the proof alone guards it and nothing is decided', async () => {
  const ref = await settled('workforce', 'fay@example.org');
  const [one] = [await bindPasskey(ref), await bindPasskey(ref)];
  const visitor = await signedIn(ref, [{ kind: 'passkey', userVerified: true }], { stolen: true });
  await account.removeCredential(visitor, one);
  assert.deepEqual(await decisionsOf(ref), []);
});

test('of the proof that each change wants and the one that a checkpoint asks for, neither lowers the other', () => {
  assert.equal(strictest(undefined, undefined), undefined);
  assert.deepEqual(strictest({ acr: 'urn:limen:acr:phr', maxAge: 300 }, { acr: 'urn:limen:acr:basic', maxAge: 60 }), { acr: 'urn:limen:acr:phr', maxAge: 60 });
  assert.deepEqual(strictest({ acr: 'urn:limen:acr:basic', maxAge: 300 }, { acr: 'urn:limen:acr:phr', maxAge: 900 }), { acr: 'urn:limen:acr:phr', maxAge: 300 });
  assert.deepEqual(strictest({ maxAge: 300 }, undefined), { maxAge: 300 });
});
