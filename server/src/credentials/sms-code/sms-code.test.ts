import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { phoneRules } from '../../../../contract/policy/index.ts';
import { readPhone, type Phone } from '../../directory/index.ts';
import { day, hour, minute, newId, systemRandomness } from '../../kernel/index.ts';
import { removeOldCodes, type Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';

const { credentials, database, clock, told, another } = await testCredentials();
const { smsCodes, emailCodes } = credentials;
const actor = { kind: 'system' } as const;
const generous = { hour: 500, day: 5_000 };
const rules = phoneRules.parse({
  region: 'DE', countries: ['DE', 'FR'],
  limits: { number: { hour: 3, day: 8 }, prefix: { hour: 20, day: 60 }, address: { hour: 10, day: 30 }, population: { hour: 500, day: 5_000 } },
});
const id = (): string => newId(clock(), systemRandomness);
const phone = (text: string): Phone => readPhone(text, 'DE') ?? assert.fail(text);
/** Each of another block. */
let made = 0;
const freshPhone = (): Phone => phone(`0151${String(1_000 + (made += 1))}0000`.slice(0, 12));
const population = 'customers';

const issue = (to: Phone, run = id(), more: Partial<Occasion> = {}, by = rules) => database.transaction((tx) => (
  smsCodes.issue(tx, population, run, to, by, { actor, ...more })));
const limitAt = async (...args: Parameters<typeof issue>) => {
  const answer = await issue(...args);
  return 'limit' in answer ? answer.limit : undefined;
};
async function codeFor(to: Phone, run: string, more: Partial<Occasion> = {}): Promise<string> {
  const answer = await issue(to, run, more);
  return 'code' in answer ? answer.code : assert.fail(answer.limit);
}
const verify = (run: string, to: Phone, code: string) => smsCodes.verify(population, run, to.number, code, { actor });
const other = (code: string, by = 1): string => String((Number(code) + by) % 1e6).padStart(6, '0');

test('a code of six digits is right once, within ten minutes, for its run and number', async () => {
  const [run, to] = [id(), freshPhone()];
  const code = await codeFor(to, run);
  assert.match(code, /^[0-9]{6}$/);
  assert.equal(await verify(id(), to, code), 'expired');
  assert.equal(await verify(run, freshPhone(), code), 'wrong');
  assert.equal(await verify(run, to, `${code.slice(0, 3)} ${code.slice(3)}`), 'correct');
  assert.equal(await verify(run, to, code), 'expired');
  const late = await codeFor(to, run);
  clock.advance(10 * minute);
  assert.equal(await verify(run, to, late), 'expired');
});

test('it can be tried five times, also at once on two servers', async () => {
  const [run, to] = [id(), freshPhone()];
  const code = await codeFor(to, run);
  const servers = [credentials, await another()];
  const verdicts = await Promise.all(Array.from({ length: 10 }, (_, index) => (
    servers[index % 2]!.smsCodes.verify(population, run, to.number, other(code, index + 1), { actor }))));
  assert.equal(verdicts.filter((verdict) => verdict === 'wrong').length, 4);
  assert.equal(await verify(run, to, code), 'no-tries-left');
});

test('a code by mail and one by text are two codes of a run, and neither is the other', async () => {
  const [run, to] = [id(), freshPhone()];
  const mailed = await database.transaction((tx) => emailCodes.issue(tx, population, run, 'ada@example.org', { actor }));
  const texted = await codeFor(to, run);
  if (mailed !== texted) {
    assert.equal(await emailCodes.verify(population, run, 'ada@example.org', texted, { actor }), 'wrong');
    assert.equal(await verify(run, to, mailed!), 'wrong');
  }
  assert.equal(await emailCodes.verify(population, run, 'ada@example.org', mailed!, { actor }), 'correct');
  assert.equal(await verify(run, to, texted), 'correct');
});

test('no text goes to a country that the policy doesn\'t name', async () => {
  assert.equal(await limitAt(phone('+1 415 555 2671')), 'country');
  assert.equal(await limitAt(phone('+33 6 12 34 56 78')), undefined);
});

test('one number gets three texts an hour and eight a day, whoever asks', async () => {
  const to = freshPhone();
  let texts = 0;
  for (let hours = 0; hours < 4; hours += 1) {
    let within = 0;
    while (await limitAt(to, id(), { clientAddress: `198.51.100.${texts += 1}` }) === undefined) within += 1;
    assert.ok(within <= 3);
    clock.advance(hour);
  }
  assert.equal(texts - 4, 8);
  clock.advance(day);
  assert.equal(await limitAt(to), undefined);
});

test('of eight texts asked for at once three go, also from two servers and where the caller rolls back', async () => {
  const to = freshPhone();
  await assert.rejects(database.transaction(async (tx) => {
    await smsCodes.issue(tx, population, id(), to, rules, { actor });
    throw new Error('rolled back');
  }), /rolled back/);
  const second = await another();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => database.transaction((tx) => (
    (index % 2 ? second.smsCodes : smsCodes).issue(tx, population, id(), to, rules, { actor })))));
  assert.equal(answers.filter((answer) => 'code' in answer).length, 2);
});

test('numbers of one block share a limit, as fraud by bought numbers has it', async () => {
  let sent = 0;
  while (await limitAt(phone(`01512999${String(1_000 + sent)}`.slice(0, 12))) === undefined) sent += 1;
  assert.equal(sent, 20);
  assert.equal(await limitAt(phone('01512 9999999')), 'prefix');
  assert.equal(await limitAt(phone('01601 2345678')), undefined, 'other blocks are not held back');
});

test('one network that goes through many numbers is stopped, and takes nothing from the numbers', async () => {
  const at = (end: string) => ({ clientAddress: `2001:db8:7::${end}` });
  for (let texts = 0; texts < 10; texts += 1) assert.equal(await limitAt(freshPhone(), id(), at(String(texts))), undefined);
  const victim = freshPhone();
  for (let tries = 0; tries < 6; tries += 1) assert.equal(await limitAt(victim, id(), at('ff')), 'address');
  assert.equal(await limitAt(victim), undefined);
});

test('a population has a most that it spends, and each refusal is told of without naming the number', async () => {
  const small = { ...rules, limits: { number: generous, prefix: generous, address: generous, population: { hour: 1, day: 1 } } };
  const to = freshPhone();
  const inOther = (run: string) => database.transaction((tx) => smsCodes.issue(tx, 'workforce', run, to, small, { actor, run }));
  assert.ok('code' in await inOther(id()));
  assert.deepEqual(await inOther(id()), { limit: 'population' });
  assert.deepEqual(await inOther(id()), { limit: 'population' });
  assert.equal((await told({ population: 'workforce' })).filter((type) => type === 'message.refused').length, 2);
});

test('what is stored names no number, and goes after a day', async () => {
  const to = freshPhone();
  await codeFor(to, id(), { clientAddress: '203.0.113.9' });
  const left = async () => (await sql<{ row: string }>`select to_jsonb(c)::text as row from credential_text_count c`.execute(database.db)).rows;
  assert.ok((await left()).every(({ row }) => !row.includes(to.number.slice(3)) && !row.includes('203.0.113.9')));
  clock.advance(3 * day);
  await removeOldCodes(database.db, clock());
  assert.deepEqual(await left(), []);
});
