/** What is kept of a question tells nobody what was asked, and what a server from before has kept goes on. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { testJourneys } from '../journeys/testing.ts';
import { hour } from '../kernel/index.ts';
import type { Proof, Session } from '../sessions/index.ts';
import type { Question } from './index.ts';

const always = { about: 'Something of the shop', valueAtRisk: 'low', frictionTolerance: 'high', reasons: { always: 'true' } } as const;
const actions: NonNullable<PolicyContent['checkpoints']>['actions'] = {
  'shop.asked': { ...always, responses: [{ respond: 'challenge', with: 'passkey', within: '5m', when: 'has.email' }, { respond: 'delay', for: '1h' }] },
  'shop.delayed': { ...always, responses: [{ respond: 'delay', for: '1h' }] },
  'shop.looked': { ...always, responses: [{ respond: 'review', within: '24h' }] },
};
const world = await testJourneys({
  change: (content) => (content.population.kind === 'customer' ? { ...content, checkpoints: { ...content.checkpoints, actions } } : content),
});
const { checkpoints, clock, database, directory, mails, sessions } = world;
const population = 'customers';
const passkey = (): Proof => ({ kind: 'passkey', at: clock(), userVerified: true });

async function signedIn(address: string): Promise<Session> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: { kind: 'system' } });
    const identifier = { kind: 'email', value: address, actor: { kind: 'system' } } as const;
    await directory.addIdentifier(tx, { population, principal }, identifier);
    await directory.verifyIdentifier(tx, { population, principal }, identifier);
    return (await sessions.start(tx, { ref: { population, principal }, proofs: [passkey()] })).session;
  });
}

const questionOf = (session: Session, name: string): Question => (
  { population, client: 'shop', session, action: { name }, resource: { type: 'payee', id: 'DE89370400440532013000' } });
/** As it was kept before: found by anybody who tries account numbers. */
const plain = (name: string): Buffer => createHash('sha256')
  .update(`{"action":{"name":"${name}"},"resource":{"id":"DE89370400440532013000","type":"payee"}}`).digest();
const kept = ['checkpoint_decision', 'checkpoint_pending', 'checkpoint_review'];
const digestsOf = async ({ principal }: Session): Promise<Buffer[]> => (await Promise.all(kept.map(async (table) => (
  (await database.pool.query<{ digest: Buffer }>(`select digest from ${table} where principal = $1`, [principal])).rows)))).flat().map(({ digest }) => digest);

/** Puts everything back as a server from before would have written it. */
async function asBefore(): Promise<void> {
  for (const table of kept) for (const name of Object.keys(actions)) {
    await database.pool.query(`update ${table} set digest = $1 where action = $2`, [plain(name), name]);
  }
}

test('who reads the database finds out by no trying what was asked', async () => {
  const [ann, bob] = [await signedIn('ann@example.org'), await signedIn('bob@example.org')];
  for (const session of [ann, bob]) for (const name of Object.keys(actions)) await checkpoints.evaluate(questionOf(session, name));
  const digests = await digestsOf(ann);
  assert.equal(digests.length, 5);
  for (const digest of digests) assert.ok(Object.keys(actions).every((name) => !digest.equals(plain(name))));
  assert.equal(new Set(digests.map((each) => each.toString('hex'))).size, 3, 'but the same question is the same');
});

test('a server that is updated meanwhile goes on with what is open, what waits, and what was stopped', async () => {
  const cyn = await signedIn('cyn@example.org');
  const ask = async (name: string, session = cyn) => (await checkpoints.evaluate(questionOf(session, name))).response;
  const asked = await checkpoints.evaluate(questionOf(cyn, 'shop.asked'));
  assert.deepEqual([asked.response, await ask('shop.delayed'), await ask('shop.looked')], ['challenge', 'delay', 'review']);
  const { message } = mails.findLast(({ message: { kind } }) => kind === 'action-delayed')!;
  assert.ok(message.kind === 'action-delayed');
  clock.advance(1_000);
  const proved = await database.transaction(async (tx) => {
    const { session } = await sessions.raise(tx, cyn, [passkey()]);
    await checkpoints.confirm(tx, {
      population, principal: cyn.principal, session: cyn.id, client: questionOf(cyn, 'shop.asked').client, decision: asked.id, shown: session,
    });
    return session;
  });
  await asBefore();
  await checkpoints.takeOver();
  assert.ok((await digestsOf(cyn)).every((digest) => digest.length < plain('').length), 'nothing plain is left');
  assert.equal(await ask('shop.asked', proved), 'allow', 'what was proved counts');
  assert.equal(await ask('shop.delayed'), 'delay');
  assert.equal(await ask('shop.looked'), 'review');
  assert.equal((await checkpoints.reviews.list(population, 'waiting')).filter(({ principal }) => principal === cyn.principal).length, 1);
  assert.equal(mails.filter(({ message: { kind }, to }) => kind === 'action-delayed' && to === 'cyn@example.org').length, 1, 'no second wait began');
  await checkpoints.cancel(population, message.cancelLink.split('/').at(-1)!);
  await asBefore();
  await checkpoints.takeOver();
  clock.advance(2 * hour);
  assert.equal(await ask('shop.delayed'), 'deny', 'what was stopped stays so');
});

test('what two servers began at once, one of them from before, runs out by itself', async () => {
  const eli = await signedIn('eli@example.org');
  await checkpoints.evaluate(questionOf(eli, 'shop.delayed'));
  await asBefore();
  await checkpoints.evaluate(questionOf(eli, 'shop.delayed'));
  await checkpoints.takeOver();
  const { rows } = await database.pool.query<{ length: number; state: string }>(
    'select octet_length(digest) as length, state from checkpoint_pending where principal = $1 order by length', [eli.principal]);
  assert.deepEqual(rows, [{ length: 12, state: 'waiting' }, { length: 32, state: 'waiting' }]);
});
