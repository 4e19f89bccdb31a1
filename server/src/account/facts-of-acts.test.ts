/** What decisions about somebody's own doings see of the account, of the question and of the request that comes with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import type { Features, ShownBy } from '../checkpoints/index.ts';
import { testJourneys } from '../journeys/testing.ts';
import { day, hour, newId, systemRandomness } from '../kernel/index.ts';
import { createConnections } from '../oauth/index.ts';
import { createAccount } from './create-account.ts';
import { ownActs } from './own-acts.ts';
import { elsewhere, home, testOwners } from './test-owners.ts';
import type { Visitor } from './visitor.ts';

const exporting: Checkpoint = {
  about: 'Export of records', valueAtRisk: 'elevated', frictionTolerance: 'high',
  reasons: {
    'records-many': 'double(resource.properties.records) >= 1000.0', 'own-pages': 'client.id == "limen:own-pages"',
    'no-time': 'time.hour > 23 || time.weekday > 7', 'for-others': 'resource.type == "shared"',
  },
  responses: [{ respond: 'deny', when: 'resource.properties.region == "elsewhere"' }, { respond: 'notify' }],
};

const world = await testJourneys({
  change: (content) => (content.population.kind === 'customer' ? content : { ...content, checkpoints: { actions: { 'records.export': exporting } } }),
});
const { database, clock, directory, sessions, checkpoints, risk, mails, events } = world;
const account = createAccount({
  ...world, findNetwork: () => undefined, contacts: world.recovery.contacts, oauth: { openRequests: async () => [] },
  connections: createConnections({ database, clock, events, clients: { find: async () => undefined } }),
  messages: { queue: async (_tx, { to, message }) => { mails.push({ to, message }); } },
});
const operator = { kind: 'operator', id: 'test' } as const;
const { settled, signedIn, bindPasskey } = testOwners(world);

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

test('what an application says of its question is asked for by conditions, and kept as far as they name it', async () => {
  const ref = await settled('workforce', 'xia@example.org');
  const { session } = await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
  const ask = async (type: string, properties: Readonly<Record<string, unknown>> | undefined, client = 'reports') => {
    const { id, response, reasons } = await checkpoints.evaluate({
      population: 'workforce', client, session, action: { name: 'records.export' }, resource: { type, id: 'all', ...(properties ? { properties } : {}) } });
    return { answer: [response, ...reasons].join(' '), features: (await checkpoints.get('workforce', id)).features as Features };
  };
  const few = await ask('own', { records: 20, region: 'here', owner: 'Xia', payee: 'Xia' });
  assert.equal(few.answer, 'allow');
  assert.deepEqual([few.features.resource, few.features.client, few.features.time], [
    { type: 'own', properties: { records: '20', region: 'here' } }, { id: 'reports' }, { hour: clock().getUTCHours(), weekday: clock().getUTCDay() || 7 }]);
  assert.equal((await ask('own', { records: '1000', region: 'here' })).answer, 'notify records-many');
  assert.equal((await ask('shared', { records: 20, region: 'elsewhere' })).answer, 'deny for-others');
  assert.equal((await ask('own', { records: 20, region: 'elsewhere' })).answer, 'allow', 'without a reason nothing is chosen');
  // Whoever leaves it away, or says what is no number or too much, gains nothing.
  for (const properties of [undefined, {}, { records: 'a few' }, { records: '1'.repeat(201) }, { records: [1] }]) {
    assert.equal((await ask('own', properties)).answer, 'notify records-many made-on-less condition-failed');
  }
  // A draft that watches sees what it asks for, though the policy in force does not.
  const draft: Checkpoint = { ...exporting, reasons: { 'team-other': 'resource.properties.team != "reports"' } };
  const { id: watch } = await checkpoints.watches.start({
    population: 'workforce', name: 'Teams', days: 1, rules: { checkpoints: { actions: { 'records.export': draft } } }, basedOn: null, actor: operator });
  const watched = await ask('own', { records: 20, region: 'here', team: 'reports', owner: 'Xia' });
  assert.deepEqual([watched.answer, watched.features.resource?.properties], ['allow', { records: '20', region: 'here', team: 'reports' }]);
  await checkpoints.watches.stop('workforce', watch, operator);
});

test('a session is judged by what comes with its cookie now, at own pages and at an application, and the owner at home goes on as before', async () => {
  const ref = await settled('customers', 'yan@example.org');
  const passkey = await bindPasskey(ref);
  clock.advance(4 * day);
  const mark = Buffer.alloc(32, 7);
  const opened = await database.transaction(async (tx) => {
    const made = await sessions.start(tx, { ref, proofs: [{ kind: 'passkey', at: clock(), userVerified: true }], personal: { clientAddress: home.address, userAgent: home.userAgent }, deviceHash: mark });
    await risk.signedIn(tx, { ref, session: made.session.id, shown: { ...home, at: clock(), marked: true }, boundKey: true, confirmed: true, markedSince: new Date(clock().getTime() - 5 * day) });
    return made;
  });
  const visitor: Visitor = { session: opened.session, device: 'a browser', locale: 'en', clientAddress: home.address };
  const riskAt = async (shown: ShownBy | undefined) => {
    const { id } = await checkpoints.evaluate({
      population: 'customers', client: 'shop', session: opened.session, action: { name: 'browse' }, resource: { type: 'page', id: '1' }, ...(shown ? { shown } : {}) });
    return ((await checkpoints.get('customers', id)).features as Features).risk!;
  };
  const [usual, here] = [await riskAt(undefined), await riskAt({ ...home, device: mark })];
  assert.deepEqual([here.band, here.probability < 3 * usual.probability], ['low', true]);
  const reasonsAt = async (shown: ShownBy) => (await riskAt(shown)).contributions.flatMap(({ reason }) => reason ?? []);
  assert.ok((await reasonsAt({ ...elsewhere, device: mark })).includes('system-new'));
  for (const device of [null, Buffer.alloc(32, 8)]) assert.ok((await reasonsAt({ ...elsewhere, device })).includes('device-new'));
  assert.ok(!(await reasonsAt({ address: elsewhere.address })).includes('system-new'));

  clock.advance(1_000);
  const act = ownActs.removeCredential(passkey);
  assert.equal(await account.missingFor({ ...visitor, shown: { ...home, device: mark } }, act), undefined);
  const thief = { ...visitor, shown: { ...elsewhere, device: null } };
  assert.deepEqual((await account.missingFor(thief, act))?.need, { acr: 'urn:limen:acr:phr', maxAge: 300 });
  await assert.rejects(account.removeCredential(thief, passkey), { code: 'credential.proof_needed' });
});
