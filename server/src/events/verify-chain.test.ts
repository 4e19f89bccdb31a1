import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId, systemRandomness } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import { chainHash, chainStart } from './chain.ts';
import type { EventRow } from './event-row.ts';
import { memorySealer, sampleEvent, testEventLog } from './testing.ts';
import { verifyChain } from './verify-chain.ts';

const at = new Date('2026-05-06T07:08:09.123Z');
const population = 'customers';
const principal = newId(at, systemRandomness);

async function logOfTen(sealer = memorySealer()): Promise<TestDatabase> {
  const database = await testDatabase();
  const events = testEventLog(database, { clock: () => at, sealer });
  for (let n = 1; n <= 10; n += 1) {
    await events.append(database.db, sampleEvent({
      population, principal, client: `c${n}`, personal: { clientAddress: '192.0.2.1', userAgent: `agent ${n}` },
    }));
  }
  await events.settle();
  return database;
}

/** What somebody with the rights of the owner could do. */
async function tamper(database: TestDatabase, ...statements: readonly string[]): Promise<void> {
  await sql`alter table event_real_202605 disable trigger all`.execute(database.db);
  for (const statement of statements) await sql.raw(statement).execute(database.db);
}

test('an untouched chain verifies, in whole and from any position, and shows where it ends', async () => {
  const database = await logOfTen();
  const seen: number[][] = [];
  const whole = await verifyChain(database, 'real', 1, (verified, of) => { seen.push([verified, of]); });
  assert.equal(whole.ok, true);
  assert.equal(whole.verified, 10);
  assert.deepEqual(seen, [[10, 10]]);
  const part = await verifyChain(database, 'real', 7);
  assert.deepEqual(part, { ...whole, verified: 4 });
  const { rows } = await sql<{ hash: Buffer }>`select hash from event where position = 10`.execute(database.db);
  assert.equal(whole.hash, rows[0]!.hash.toString('hex'));
  assert.equal((await verifyChain(database, 'simulated')).verified, 0);
});

const changes: [string, number, ...string[]][] = [
  ['an open part', 4, `update event set open = '{"acr":"urn:limen:acr:phr","amr":["pwd"]}' where position = 4`],
  ['a personal part', 5, `update event
    set personal = set_byte(personal, 20, 255 - get_byte(personal, 20)) where position = 5`],
  ['a time', 2, `update event set at = at + interval '1 second' where position = 2`],
  ['an actor', 3, `update event set actor = 'client' where position = 3`],
  ['a population', 1, `update event_population set name = 'workforce'`],
  ['a principal', 3, `update event set principal = null where position = 3`],
  ['a field moved to its neighbour', 3,
    'update event set session = principal, principal = null where position = 3'],
  ['a hash', 6, `update event set hash = sha256('x') where position = 6`],
  ['an event taken out', 7, 'delete from event where position = 7'],
  ['an event taken out and the gap closed', 7, 'delete from event where position = 7',
    'update event set position = position - 1 where position > 7'],
  ['the first event', 1, 'delete from event where position = 1'],
  ['the last events', 9, 'delete from event where position >= 9'],
  ['two events that changed places', 4, 'update event set position = 9 - position where position in (4, 5)'],
  ['an event put in twice', 9, 'insert into event select * from event where position = 8'],
];
for (const [what, brokenAt, ...statements] of changes) {
  test(`tampering is found: ${what}`, async () => {
    const database = await logOfTen();
    await tamper(database, ...statements);
    const { ok, brokenAt: found, verified } = await verifyChain(database, 'real');
    assert.deepEqual({ ok, found, verified }, { ok: false, found: brokenAt, verified: brokenAt - 1 });
  });
}

test('a tail cut off and forged anew differs from the hash that was kept elsewhere', async () => {
  const database = await logOfTen();
  const kept = await verifyChain(database, 'real');
  const { rows } = await sql<{ hash: Buffer }>`select hash from event where position = 9`.execute(database.db);
  const { rows: forged } = await sql<EventRow>`
    select e.*, '{}'::text as open, ${population}::text as population from event e
    where position = 10`.execute(database.db);
  const hash = chainHash(rows[0]!.hash, 10, forged[0]!);
  await tamper(database, `update event set open = '{}', hash = '\\x${hash.toString('hex')}' where position = 10`);
  assert.deepEqual((await verifyChain(database, 'real')).ok, false);
  await sql`update event_chain set hash = ${hash} where not simulated`.execute(database.db);
  const later = await verifyChain(database, 'real');
  assert.equal(later.ok, true);
  assert.notEqual(later.hash, kept.hash);
});

test('erasing a person leaves the chain verifiable', async () => {
  const sealer = memorySealer();
  const database = await logOfTen(sealer);
  sealer.forget(population, principal);
  const events = testEventLog(database, { sealer });
  assert.equal((await events.read({ limit: 1, unseal: true }))[0]!.personal, 'erased');
  assert.equal((await verifyChain(database, 'real')).verified, 10);
});

test('the hash is the one that the format says', () => {
  const row: EventRow = {
    id: '01a20b73-6d09-7cd9-88c2-6a810a66624c', at: new Date('2026-01-02T03:04:05.678Z'), simulated: false,
    type: 'session.ended', population: 'customers', principal: null, actor: 'system', session: null, run: null,
    client: 'büro', open: '{"reason":"idle"}', personal: Buffer.of(1, 2, 3),
  };
  assert.equal(chainHash(chainStart, 1, row).toString('hex'), golden);
});

/** Made once, independently, from the description at `chainHash`; the format of a chain in use never changes. */
const golden = '45bafb08cee00608fc612be0636d60fcecaebb991f2b66082c2e3cb0565008c0';
