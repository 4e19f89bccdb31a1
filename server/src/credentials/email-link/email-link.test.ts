import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day, minute, newId, systemRandomness } from '../../kernel/index.ts';
import { removeOldCodes, type Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';

const { credentials, database, clock } = await testCredentials();
const { emailLinks } = credentials;
const occasion: Occasion = { actor: { kind: 'system' } };
const id = (): string => newId(clock(), systemRandomness);
let made = 0;
const freshAddress = (): string => `person-${made += 1}@example.org`;

async function issued(run: string, address = freshAddress()) {
  const link = await database.transaction((tx) => emailLinks.issue(tx, 'customers', run, address, occasion));
  return { ...(link ?? assert.fail('no link was issued')), address };
}
const other = (number: string, by = 1): string => String(10 + (Number(number) - 10 + by) % 90);
const confirm = (token: string, number?: string, population = 'customers') =>
  emailLinks.confirm(population, token, number, occasion);
const take = (run: string, address: string) =>
  database.transaction((tx) => emailLinks.take(tx, 'customers', run, address, occasion)).then(({ state }) => state);

test('a link is looked at as often as one likes, confirmed with its number, and used up once by its run', async () => {
  const run = id();
  const { token, number, address } = await issued(run);
  for (let looks = 0; looks < 3; looks += 1) {
    assert.deepEqual(await emailLinks.find(database.db, 'customers', token), { run, state: 'open' });
  }
  assert.equal(await take(run, address), 'open');
  assert.equal(await confirm(token, number), 'confirmed');
  assert.equal(await confirm(token, number), 'confirmed', 'the same answer twice changes nothing');
  assert.equal(await take(run, 'another@example.org'), 'open', 'it proves no address but its own');
  assert.equal(await take(run, address), 'confirmed');
  assert.equal(await take(run, address), 'used');
  assert.equal(await confirm(token, number), 'used');
});

test('of two browsers that take it at once, one gets it', async () => {
  const run = id();
  const { token, number, address } = await issued(run);
  await confirm(token, number);
  assert.deepEqual((await Promise.all([take(run, address), take(run, address)])).sort(), ['confirmed', 'used']);
});

test('the third wrong number ends it, also of ten at once, and the right one comes too late', async () => {
  const run = id();
  const { token, number, address } = await issued(run);
  const verdicts = await Promise.all(Array.from({ length: 10 }, (_, by) => confirm(token, other(number, by + 1))));
  assert.equal(verdicts.filter((verdict) => verdict === 'wrong').length, 2);
  assert.equal(await confirm(token, number), 'ended');
  assert.equal(await take(run, address), 'ended');
});

test('its reader stops it, also after somebody said yes', async () => {
  const run = id();
  const { token, number, address } = await issued(run);
  await confirm(token, number);
  await emailLinks.stop('customers', token, occasion);
  assert.equal(await take(run, address), 'ended');
});

test('it lives ten minutes, belongs to one population, and a newer one of the run withdraws it', async () => {
  const run = id();
  const first = await issued(run);
  assert.equal(await confirm(first.token, first.number, 'workforce'), undefined);
  assert.equal(await emailLinks.find(database.db, 'workforce', first.token), undefined);
  const second = await issued(run);
  assert.equal(await confirm(first.token, first.number), undefined);
  clock.advance(10 * minute);
  assert.equal(await confirm(second.token, second.number), 'expired');
});

test('what is stored tells neither the token nor the number nor the address', async () => {
  const run = id();
  const { token, address } = await issued(run);
  const { rows } = await sql<{ row: string }>`select to_jsonb(l)::text || encode(token, 'escape') as row
    from credential_email_link l where run = ${run}`.execute(database.db);
  assert.ok(!rows[0]!.row.includes(token) && !rows[0]!.row.includes(address));
});

test('links count as mails to their address, and old ones go', async () => {
  const address = freshAddress();
  let mails = 0;
  while (await database.transaction((tx) => emailLinks.issue(tx, 'customers', id(), address, occasion))) mails += 1;
  assert.equal(mails, 5);
  clock.advance(2 * day);
  await removeOldCodes(database.db, clock());
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from credential_email_link`.execute(database.db);
  assert.equal(rows[0]!.left, 0);
});
