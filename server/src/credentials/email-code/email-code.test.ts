import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day, hour, minute, newId, systemRandomness, type PrincipalRef } from '../../kernel/index.ts';
import { removeOldCodes, type Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';

const { credentials, database, clock, told, another } = await testCredentials();
const { emailCodes } = credentials;
const occasion: Occasion = { actor: { kind: 'system' } };
const id = (): string => newId(clock(), systemRandomness);
let made = 0;
const freshAddress = (): string => `person-${made += 1}@example.org`;

/** Where the newest mail of each run went. */
const sentTo = new Map<string, string>();

const issue = async (run: string, address = freshAddress(), more: Partial<Occasion> = {}, population = 'customers') => {
  const code = await database.transaction((tx) => (
    emailCodes.issue(tx, population, run, address, { ...occasion, ...more })));
  if (code !== undefined) sentTo.set(run, address);
  return code;
};
const verify = (run: string, code: string, more: Partial<Occasion> = {}, population = 'customers') =>
  emailCodes.verify(population, run, sentTo.get(run) ?? '', code, { ...occasion, ...more });

async function issued(run: string, address?: string, more?: Partial<Occasion>): Promise<string> {
  return await issue(run, address, more) ?? assert.fail('no code was issued');
}
const other = (code: string, by = 1): string => String((Number(code) + by) % 1e6).padStart(6, '0');

test('a code is right once, in its own run and population', async () => {
  const [run, otherRun] = [id(), id()];
  const code = await issued(run);
  await issued(otherRun);
  assert.match(code, /^[0-9]{6}$/);
  assert.equal(await verify(run, code, {}, 'workforce'), 'expired');
  assert.notEqual(await verify(otherRun, code), 'correct');
  assert.equal(await verify(id(), code), 'expired');
  assert.equal(await verify('no run', code), 'expired');
  assert.equal(await verify(run, `${code.slice(0, 3)} ${code.slice(3)}`), 'correct');
  assert.equal(await verify(run, code), 'expired');
});

test('a code proves the address that it went to and no other, also where the other may get no mail', async () => {
  const [run, capped] = [id(), freshAddress()];
  while (await issue(id(), capped));
  const code = await issued(run);
  assert.equal(await issue(run, capped), undefined);
  assert.equal(await emailCodes.verify('customers', run, capped, code, occasion), 'wrong');
  assert.equal(await verify(run, code), 'correct');
});

test('it lives ten minutes', async () => {
  const run = id();
  const code = await issued(run);
  clock.advance(10 * minute - 1);
  assert.equal(await verify(run, other(code)), 'wrong');
  clock.advance(1);
  assert.equal(await verify(run, code), 'expired');
});

test('it can be tried five times, and the right one comes too late then', async () => {
  const run = id();
  const code = await issued(run);
  for (let tries = 1; tries < 5; tries += 1) assert.equal(await verify(run, other(code, tries)), 'wrong');
  assert.equal(await verify(run, other(code, 5)), 'no-tries-left');
  assert.equal(await verify(run, code), 'no-tries-left');
});

test('of ten tries at once, on two servers, five are looked at', async () => {
  const run = id();
  const code = await issued(run);
  const servers = [credentials, await another()];
  const verdicts = await Promise.all(Array.from({ length: 10 }, (_, index) =>
    servers[index % 2]!.emailCodes.verify('customers', run, sentTo.get(run)!, other(code, index + 1), occasion)));
  assert.equal(verdicts.filter((verdict) => verdict === 'wrong').length, 4);
  assert.equal(verdicts.filter((verdict) => verdict === 'no-tries-left').length, 6);
  const { rows } = await sql<{ tries: number }>`select tries from credential_sent_code where run = ${run}`
    .execute(database.db);
  assert.equal(rows[0]!.tries, 5);
});

test('of two right ones at once, one wins', async () => {
  const run = id();
  const code = await issued(run);
  const verdicts = await Promise.all([verify(run, code), verify(run, code)]);
  assert.deepEqual(verdicts.sort(), ['correct', 'expired']);
});

test('a try counts though the caller rolls back', async () => {
  const run = id();
  const code = await issued(run);
  for (let tries = 1; tries <= 5; tries += 1) {
    await assert.rejects(database.transaction(async (tx) => {
      await sql`select 1`.execute(tx);
      await verify(run, other(code, tries));
      throw new Error('rolled back');
    }), /rolled back/);
  }
  assert.equal(await verify(run, code), 'no-tries-left');
});

test('another code takes the place of the one before', async () => {
  const run = id();
  const address = freshAddress();
  const first = await issued(run, address);
  const second = await issued(run, address);
  if (first !== second) assert.equal(await verify(run, first), 'wrong');
  assert.equal(await verify(run, second), 'correct');
});

test('what is stored of a code can neither be read nor made from it without the key', async () => {
  const run = id();
  const code = await issued(run, 'kept-secret@example.org');
  const { rows } = await sql<{ row: string }>`select to_jsonb(c)::text || encode(digest, 'escape') as row
    from credential_sent_code c where run = ${run}`.execute(database.db);
  assert.ok(!rows[0]!.row.includes(`"${code}"`) && !rows[0]!.row.includes('kept-secret'));
});

test('an address gets five mails an hour and twenty a day, whoever asks and however it is written', async () => {
  const address = freshAddress();
  let mails = 0;
  for (let hours = 0; hours < 6; hours += 1) {
    let within = 0;
    while (await issue(id(), within % 2 ? address : ` ${address.toUpperCase()}`)) within += 1;
    assert.ok(within <= 5);
    if (hours === 0) assert.equal(within, 5);
    mails += within;
    clock.advance(hour);
  }
  assert.equal(mails, 20);
  assert.ok(await issue(id()), 'other addresses are not held back');
  clock.advance(day);
  assert.ok(await issue(id(), address));
});

test('mails at once to one address are capped too, and a rolled back one does not count', async () => {
  const address = freshAddress();
  await assert.rejects(database.transaction(async (tx) => {
    assert.ok(await emailCodes.issue(tx, 'customers', id(), address, occasion));
    throw new Error('rolled back');
  }), /rolled back/);
  const codes = await Promise.all(Array.from({ length: 8 }, () => issue(id(), address)));
  assert.equal(codes.filter((code) => code !== undefined).length, 5);
});

test('an account with several addresses gets no more mails than one with one', async () => {
  const principal = id();
  let mails = 0;
  for (let count = 0; count < 8; count += 1) if (await issue(id(), freshAddress(), { principal })) mails += 1;
  assert.equal(mails, 5);
});

test('strangers who use up the mails of an address keep none from the owner\'s own device, which is capped too', async () => {
  const [principal, address] = [id(), freshAddress()];
  const own = { principal, device: 'own-phone' };
  const first = id();
  assert.equal(await verify(first, await issued(first, address, own), own), 'correct');
  while (await issue(id(), address, { principal, device: 'a-stranger' }));
  const run = id();
  assert.equal(await verify(run, await issued(run, address, own), own), 'correct');
  let more = 0;
  while (await issue(id(), address, own)) more += 1;
  assert.equal(more, 4);
});

test('wrong codes of many runs count together: strangers have 80 in a row, then the known device goes on', async () => {
  const ref: PrincipalRef = { population: 'customers', principal: id() };
  const about = { principal: ref.principal };
  const address = freshAddress();
  const own = { ...about, device: 'own-laptop' };
  const run = id();
  assert.equal(await verify(run, await issued(run, address, own), own), 'correct');
  let wrong = 0;
  let shutOut = false;
  while (!shutOut && wrong <= 100) {
    clock.advance(2 * hour);
    const guessed = id();
    const code = await issued(guessed, address, about);
    for (let tries = 1; tries <= 5 && !shutOut; tries += 1) {
      const verdict = await verify(guessed, other(code, tries), about);
      shutOut = verdict === 'no-tries-left' && tries < 5;
      if (!shutOut) wrong += 1;
    }
  }
  assert.equal(wrong, 80);
  const last = id();
  const code = await issued(last, address, about);
  assert.equal(await verify(last, code, about), 'no-tries-left');
  assert.equal(await verify(last, code, own), 'correct');
  const unlocked = id();
  assert.equal(await verify(unlocked, await issued(unlocked, address, about), about), 'correct');
  assert.ok((await told(ref)).includes('credential.throttled'));
});

test('old codes and counts of mails go', async () => {
  const run = id();
  await issued(run);
  clock.advance(2 * day);
  await removeOldCodes(database.db, clock());
  const { rows } = await sql<{ left: number }>`select (select count(*) from credential_sent_code)
    + (select count(*) from credential_mail_cap) as left`.execute(database.db);
  assert.equal(rows[0]!.left, 0);
});
