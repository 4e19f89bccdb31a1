/** What people do to their own account, at the checkpoint of the action: who is asked for more, who waits, who is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { lastCode, testBrowser, testJourneys } from '../journeys/testing.ts';
import { day, hour, minute, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { createConnections } from '../oauth/index.ts';
import type { Proof } from '../sessions/index.ts';
import { createAccount } from './create-account.ts';
import { HeldAct, ownActs, strictest } from './own-acts.ts';
import type { Visitor } from './visitor.ts';

const always = { about: 'Something of the shop', valueAtRisk: 'high', frictionTolerance: 'high', reasons: { always: 'true' } } as const;
const ofTheShop = {
  'shop.looked': { ...always, responses: [{ respond: 'review' as const, within: '24h' }] },
  'shop.told': { ...always, responses: [{ respond: 'notify' as const }] },
};

/** Customers add an address by a journey that a code to the one they have begins; a shop has actions of its own. */
function withPlaces(content: PolicyContent): PolicyContent {
  return { ...content, checkpoints: { ...content.checkpoints, actions: { ...content.checkpoints?.actions, ...ofTheShop } }, journeys: { ...content.journeys, 'profile-edit': { purpose: 'profile-edit', timeLimit: '30m', start: 'code', nodes: {
    code: { step: 'email-code', with: {}, exits: { verified: 'place' } },
    place: { step: 'verify-contact', with: {}, exits: { verified: 'end' } },
    end: { step: 'complete', with: {}, exits: {} },
  } } } };
}

const world = await testJourneys({
  // Elsewhere nobody is asked beside the proof.
  change: (content) => (content.population.kind === 'customer' ? withPlaces(content) : { ...content, checkpoints: { actions: {} } }),
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
async function signedIn(ref: PrincipalRef, proofs: readonly Omit<Proof, 'at'>[], { stolen = false } = {}): Promise<Visitor & { readonly secret: string }> {
  const shown = stolen ? { ...elsewhere, marked: false } : { ...home, marked: true };
  const { session, secret } = await database.transaction(async (tx) => {
    const opened = await sessions.start(tx, {
      ref, proofs: proofs.map((proof) => ({ ...proof, at: clock() })), personal: { clientAddress: shown.address, userAgent: shown.userAgent },
    });
    await risk.signedIn(tx, {
      ref, session: opened.session.id, shown: { ...shown, at: clock() }, boundKey: false, confirmed: !stolen,
      ...(stolen ? { passwordBreached: true } : { markedSince: new Date(clock().getTime() - 5 * day) }),
    });
    return opened;
  });
  return { session, secret, device: 'a browser', locale: 'en', clientAddress: shown.address };
}

/** The same session, after something more was proved in it. */
async function raised(visitor: Visitor, ...proofs: readonly Omit<Proof, 'at'>[]): Promise<Visitor> {
  const { session } = await database.transaction((tx) => sessions.raise(tx, visitor.session, proofs.map((proof) => ({ ...proof, at: clock() }))));
  return { ...visitor, session };
}

async function bindPasskey(ref: PrincipalRef, boundWith?: 'less'): Promise<string> {
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  return database.transaction(async (tx) => {
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    return (await credentials.passkeys.register(tx, ref, rp, {
      response: authenticator.create(options), challenge: options.challenge, occasion: { actor: operator }, ...(boundWith ? { boundWith } : {}),
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
  clock.advance(4 * day);
  const thief = await signedIn(ref, [{ kind: 'password' }, { kind: 'passkey', userVerified: true }], { stolen: true });
  const act = ownActs.removeCredential(gone);
  clock.advance(1_000);
  await assert.rejects(account.removeCredential(thief, gone), { code: 'credential.proof_needed' });
  const missing = await account.missingFor(thief, act);
  assert.deepEqual(missing?.need, { acr: 'urn:limen:acr:phr', maxAge: 300 });
  assert.deepEqual(missing.because.slice(0, 1), ['device-new']);
  assert.ok(!missing.because.some((each) => /password|breach/.test(each)));
  assert.equal((await decisionsOf(ref)).length, 1, 'to look again is no second challenge');
  assert.equal((await credentials.list(database.db, ref)).length, 2);

  clock.advance(1_000);
  const owner = await raised(thief, { kind: 'passkey', userVerified: true });
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

test('at high risk a passkey that the mailbox made an hour ago is worth no more than the mailbox', async () => {
  const ref = await settled('customers', 'fay@example.org');
  const [made, address] = [await bindPasskey(ref, 'less'), 'other-fay@example.org'];
  clock.advance(hour);
  const thief = await signedIn(ref, [{ kind: 'passkey', userVerified: true, credential: made }], { stolen: true });
  clock.advance(1_000);
  const { response } = await heldIn(account.removePlace(thief, 'email', address));
  assert.equal(response, 'delay');
  const decision = (await checkpoints.list({ ...ref, limit: 1 }))[0]!;
  assert.deepEqual((decision.features as { factor?: object }).factor, { boundFor: hour + 1_000, boundWith: 'less' });
  const told = mails.filter(({ to, message }) => to.endsWith('fay@example.org') && message.kind === 'action-delayed').map(({ to }) => to);
  assert.deepEqual(told.toSorted(), ['fay@example.org', address], 'every address can stop it');
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

/** Goes through the journey in somebody's browser, up to the code that the address got. */
async function addsPlace(browser: ReturnType<typeof testBrowser>, { principal }: PrincipalRef, address: string) {
  const run = await browser.start('profile-edit', { ask: { application: null, principal } });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, mails.findLast(({ message }) => message.kind === 'code')!.to) });
  await browser.send(run, { choice: 'send', address });
  const end = await browser.send(run, { choice: 'continue', code: lastCode(mails, address) });
  return end === '/back' ? end : (await browser.see(run)).notice?.code;
}

test('to begin with another address uses nothing up: what was waited for goes with the address, and counts for that one alone', async () => {
  const ref = await settled('customers', 'gus@example.org');
  const held = await heldIn(account.letAddPlace(await signedIn(ref, [{ kind: 'email-code' }], { stolen: true })));
  clock.advance(held.delayUntil!.getTime() - clock().getTime());
  const again = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  await account.letAddPlace(again);
  await account.letAddPlace(again);
  assert.deepEqual(await decisionsOf(ref), ['credential.reset delay  limen:own-pages']);
  const browser = testBrowser(world, 'customers');
  browser.kept.session = again.secret;
  assert.equal(await addsPlace(browser, ref, 'gus@second.example'), '/back');
  assert.deepEqual(await decisionsOf(ref), ['credential.reset allow  limen:own-pages', 'credential.reset delay executed limen:own-pages']);

  const before = mails.length;
  assert.equal(await addsPlace(browser, ref, 'gus@third.example'), 'action.held', 'nobody comes to it past the page that asks');
  assert.equal(mails.slice(before).filter(({ message }) => message.kind === 'action-delayed').length, 3, 'every address can stop it');
  assert.deepEqual((await directory.identifiers(database.db, ref)).map(({ value }) => value), ['gus@example.org', 'other-gus@example.org', 'gus@second.example']);
});

test('a trusted contact is taken away as one is named: with a proof, past the checkpoint, and every address is told', async () => {
  const ref = await settled('customers', 'hal@example.org');
  await bindPasskey(ref);
  clock.advance(4 * day);
  const owner = await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
  await account.nameContact(owner, 'friend@example.net');
  const [named] = await account.contacts(owner);
  clock.advance(10 * minute);
  await assert.rejects(account.removeContact(owner, named!.id), { code: 'credential.proof_needed' }, 'a cookie alone is too little');
  const thief = await signedIn(ref, [{ kind: 'password' }, { kind: 'passkey', userVerified: true }], { stolen: true });
  await assert.rejects(account.removeContact(thief, named!.id), { code: 'credential.proof_needed' }, 'at high risk it is shown for this act');
  assert.equal((await account.contacts(owner)).length, 1);

  const proved = await raised(owner, { kind: 'passkey', userVerified: true });
  const before = mails.length;
  await account.removeContact(proved, named!.id);
  assert.deepEqual(await account.contacts(owner), []);
  assert.deepEqual(mails.slice(before).map(({ to, message }) => [to, message.kind === 'credential-changed' && message.change]), [
    ['hal@example.org', 'contact-removed'], ['other-hal@example.org', 'contact-removed'],
  ]);
  await account.removeContact(proved, named!.id);
  assert.equal(mails.length, before + 2, 'what is gone is told once');
});

test('an act that fails leaves no decision and uses up no proof', async () => {
  const ref = await settled('customers', 'eli@example.org');
  const passkey = await bindPasskey(ref);
  clock.advance(4 * day);
  const thief = await signedIn(ref, [{ kind: 'passkey', userVerified: true }], { stolen: true });
  clock.advance(1_000);
  await assert.rejects(account.removeCredential(thief, passkey), { code: 'credential.proof_needed' });
  clock.advance(1_000);
  const owner = await raised(thief, { kind: 'passkey', userVerified: true });
  await account.missingFor(owner, ownActs.changeContacts);
  clock.advance(1_000);
  const proved = await raised(owner, { kind: 'passkey', userVerified: true });
  const before = await decisionsOf(ref);
  await assert.rejects(account.nameContact(proved, 'eli@example.org'), { code: 'recovery.contact_refused' });
  assert.deepEqual(await decisionsOf(ref), before);
  await account.nameContact(proved, 'friend@example.net');
  assert.equal((await decisionsOf(ref))[0], 'credential.reset allow  limen:own-pages');
});

test('with a person all goes that was decided, that waits, and that they were told, confirmed and reported', async () => {
  const ref = await settled('customers', 'ida@example.org');
  const link = checkpoints.reportPath(ref, 'activity').split('/').at(-1)!;
  await checkpoints.report('customers', link);
  const visitor = await signedIn(ref, [{ kind: 'email-code' }], { stolen: true });
  const held = await heldIn(account.issueRecoveryCodes(visitor));
  const { session } = visitor;
  for (const [name, response] of [['shop.looked', 'review'], ['shop.told', 'notify']] as const) {
    const shop = { population: 'customers', client: 'shop', session, action: { name }, resource: { type: 'thing', id: '1' } };
    assert.equal((await checkpoints.evaluate(shop)).response, response);
  }
  await checkpoints.confirm({ ...ref, session: session.id, client: 'shop', shown: session, transaction: { action: 'shop.looked', amount: '1', currency: 'EUR' } });
  await checkpoints.label({ population: 'customers', decision: held.id, source: 'support', verdict: 'genuine', reference: '1', actor: operator });
  const before = await keptOf(ref);
  assert.deepEqual(before, [
    'checkpoint_confirmation', 'checkpoint_decision', 'checkpoint_label', 'checkpoint_pending', 'checkpoint_report', 'checkpoint_review', 'checkpoint_told',
  ]);

  await database.transaction((tx) => directory.erase(tx, ref, { kind: 'system' }, 'test'));
  await database.transaction((tx) => checkpoints.forget(tx, ref));
  assert.deepEqual(await keptOf(ref), []);
  const { message } = mails.findLast(({ message: { kind } }) => kind === 'action-delayed')!;
  assert.ok(message.kind === 'action-delayed');
  await assert.rejects(checkpoints.cancel('customers', message.cancelLink.split('/').at(-1)!), { code: 'link.invalid' });
  assert.deepEqual((await checkpoints.reviews.list('customers', 'waiting')).filter(({ principal }) => principal === ref.principal), []);
  await assert.rejects(checkpoints.report('customers', checkpoints.reportPath(ref, 'activity').split('/').at(-1)!), { code: 'link.invalid' });
  assert.deepEqual(await keptOf(ref), [], 'and nothing comes back by a link of before');
});

/** Which of all tables about decisions have a row of somebody. */
async function keptOf({ population, principal }: PrincipalRef): Promise<readonly string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'principal' and table_name like 'checkpoint\\_%' order by 1`);
  const kept = await Promise.all(tables.map(async ({ name }) => {
    const { rowCount } = await database.pool.query(`select from ${name} where population = $1 and principal = $2`, [population, principal]);
    return rowCount ? [name] : [];
  }));
  return kept.flat();
}

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

test('while somebody gets back into an account its payouts are looked at twice, and never where a report has settled whose it is', async () => {
  const ref = await settled('customers', 'rita@example.org');
  const { session } = await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
  const ask = () => checkpoints.evaluate({
    population: 'customers', client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'payout-account', id: ref.principal } });
  assert.equal((await ask()).reasons.includes('recovery-under-way'), false);
  await database.transaction((tx) => world.recovery.open(tx, { ...ref, route: 'wait', run: newId(clock(), systemRandomness), device: 'a browser', locale: null, wait: 3 * day }));
  const open = await ask();
  assert.deepEqual([open.response, open.reasons.includes('recovery-under-way'), open.because.includes('recovery-under-way')], ['delay', true, true]);
  const { features } = await checkpoints.get('customers', open.id);
  assert.ok('recovering' in features && features.recovering === true);
  assert.ok('risk' in features && features.risk?.contributions.some(({ reason }) => reason === 'recovery-under-way'));
  clock.advance(hour);
  await database.transaction((tx) => directory.voidProofs(tx, ref));
  assert.equal((await ask()).reasons.includes('recovery-under-way'), false, 'it was overtaken');
});

test('a number that is added, and an address or a factor that is taken away, are changes of the account, though nothing that is left tells of them', async () => {
  const ref = await settled('customers', 'uma@example.org');
  const [first] = [await bindPasskey(ref), await bindPasskey(ref)];
  clock.advance(10 * day);
  const passkey = [{ kind: 'passkey', userVerified: true }] as const;
  const changes = async () => {
    const { session } = await signedIn(ref, passkey);
    const { id, reasons } = await checkpoints.evaluate({
      population: 'customers', client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'payout-account', id: ref.principal } });
    const { features } = await checkpoints.get('customers', id);
    assert.ok('risk' in features);
    const { ratio, reason } = features.risk!.contributions.find(({ signal }) => signal === 'journey-context')!;
    return { ratio: Math.round(ratio * 100) / 100, reason, removed: reasons.includes('contact-removed-lately') };
  };
  assert.deepEqual(await changes(), { ratio: 0, reason: undefined, removed: false });
  await database.transaction(async (tx) => {
    const number = { kind: 'phone', value: '+4915127654377', actor: operator } as const;
    await directory.addIdentifier(tx, ref, number);
    await directory.verifyIdentifier(tx, ref, number);
  });
  assert.deepEqual(await changes(), { ratio: 1.6, reason: 'contact-changed', removed: false });
  clock.advance(4 * day);
  assert.equal((await changes()).ratio, 0);
  await account.removeCredential(await signedIn(ref, passkey), first!);
  assert.deepEqual(await changes(), { ratio: 0.8, reason: 'credential-changed', removed: false });
  clock.advance(4 * day);
  await account.removePlace(await signedIn(ref, passkey), 'email', 'other-uma@example.org');
  assert.deepEqual(await changes(), { ratio: 1.6, reason: 'contact-changed', removed: true });
});
