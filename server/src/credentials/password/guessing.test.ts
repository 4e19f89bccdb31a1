/** What guessing passwords costs, and whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { hasCode, hour, minute, newId, systemRandomness, type PrincipalRef } from '../../kernel/index.ts';
import { removeOldCodes, type Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';

const { credentials: { passwords }, brakes, database, clock } = await testCredentials();
const system = { kind: 'system' } as const;
const own: Occasion = { actor: system, device: 'own laptop', clientAddress: '192.0.2.1' };
const stranger: Occasion = { actor: system, clientAddress: '203.0.113.1' };
const good = 'nine purple otters juggle';
const held = (error: unknown): boolean => hasCode(error, 'credential.throttled');

async function somebody(population = 'customers', password = good): Promise<PrincipalRef> {
  const ref = { population, principal: newId(clock(), systemRandomness) };
  await database.transaction((tx) => passwords.set(tx, ref, password, { minimum: 15, context: [], occasion: own }));
  assert.equal(await passwords.verify(population, ref, password, own), true);
  return ref;
}
const guess = (ref: PrincipalRef, password: string, occasion = stranger) => passwords.verify(ref.population, ref, password, occasion);
async function levelOf(scope: string): Promise<number | undefined> {
  const { rows: [row] } = await sql<{ tokens: number }>`select tokens from credential_bucket where scope = ${scope}
    order by counted_at desc limit 1`.execute(database.db);
  return row?.tokens;
}

test('the same wrong password given again counts once against the account, another one counts', async () => {
  const ref = await somebody();
  clock.advance(hour);
  for (let again = 0; again < 4; again += 1) assert.equal(await guess(ref, 'nine purple otters jugle'), false);
  assert.equal(await levelOf('password/streak'), 79);
  assert.equal(await guess(ref, 'nine purple otter juggle'), false);
  assert.equal(await guess(ref, 'nine purple otters jugle'), false, 'two are remembered');
  assert.equal(await levelOf('password/streak'), 78);
  // Whoever gives it a thousand times is held back by where they come from.
  assert.equal(await levelOf('password/network'), 94);
  const { rows } = await sql<{ digests: Buffer }>`select digests from credential_wrong_password`.execute(database.db);
  assert.ok(rows.every(({ digests }) => digests.length <= 6), 'too little to find a password by');
  clock.advance(2 * hour);
  assert.equal(await guess(ref, 'nine purple otters jugle'), false);
  assert.equal(await levelOf('password/streak'), 77, 'after an hour it is forgotten');
  clock.advance(2 * hour);
  await removeOldCodes(database.db, clock());
  const { rows: left } = await sql`select 1 from credential_wrong_password`.execute(database.db);
  assert.equal(left.length, 0);
});

test('strangers use up an account\'s odds by its likely passwords; its owner begins no new ones, and is not in the way', async () => {
  const ref = await somebody();
  for (const [at, popular] of ['123456', 'password', '12345678', 'qwerty', '123456789', '12345', '1234', '111111', '1234567', 'dragon'].entries()) {
    clock.advance(2 * minute);
    assert.equal(await guess(ref, popular), false, String(at));
  }
  clock.advance(hour);
  await assert.rejects(guess(ref, good), held, 'nobody new is let try');
  assert.equal(await guess(ref, good, own), true, 'the owner is where they always were');
  await assert.rejects(guess(ref, 'letmein'), held, 'their sign-in gives no fresh odds, as a count of failures would');
  await assert.rejects(guess({ ...ref, principal: ref.principal }, good, { ...stranger, device: 'new phone' }), held);
  await database.transaction((tx) => passwords.set(tx, ref, 'a dozen quiet lanterns', { minimum: 15, context: [], occasion: own }));
  assert.equal(await guess(ref, 'a dozen quiet lanterns', { ...stranger, device: 'new phone' }), true, 'the new one was never guessed at');
});

test('a password that is tried at many accounts is soon held back from strangers, and from nobody who is known', async () => {
  const population = 'workforce';
  const sprayed = 'Autumn 2026 at Example';
  const ref = await somebody(population, sprayed);
  for (let at = 0; at < 40; at += 1) {
    brakes.tried({ population, address: `198.51.100.${at}`, account: `victim-${at}`, password: sprayed, right: false, marked: false });
  }
  let looked = 0;
  for (; looked < 30; looked += 1) {
    const victim = { population, principal: newId(clock(), systemRandomness) };
    const answer = await guess(victim, sprayed, { actor: system, clientAddress: `198.18.${looked}.1` }).catch((error: unknown) => error);
    if (held(answer)) break;
    assert.equal(answer, false);
  }
  assert.equal(looked, 20);
  assert.equal(await guess(ref, sprayed, own), true);
  assert.equal(await guess({ population, principal: newId(clock(), systemRandomness) }, 'something else entirely'), false);
});

test('while a network attacks, its strangers are asked for work and share a bucket; at rest, or on one\'s own device, nothing', async () => {
  const population = 'contractors';
  const ref = await somebody(population);
  assert.equal(await passwords.workBefore(population, ref, { ...own, device: 'new phone' }), 0, 'at rest');
  for (let at = 0; at < 200; at += 1) {
    brakes.tried({ population, address: `192.0.2.${at % 250}`, account: `person-${at}`, password: `good ${at}`, right: true, marked: true });
    brakes.tried({ population, address: '203.0.113.9', account: `victim-${at}`, password: `leaked ${at}`, right: false, marked: false });
  }
  await brakes.flush();
  clock.advance(minute);
  assert.ok(await passwords.workBefore(population, ref, stranger) > 500);
  assert.equal(await passwords.workBefore(population, undefined, stranger), await passwords.workBefore(population, ref, stranger));
  assert.equal(await passwords.workBefore(population, ref, { ...stranger, device: 'own laptop' }), 0, 'wherever they are');
  assert.equal(await guess(ref, 'wrong as can be'), false);
  assert.equal(await levelOf('password/prefix'), 299);
  assert.equal(await levelOf('password/asn'), 1_999);
});
