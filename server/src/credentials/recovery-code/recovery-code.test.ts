import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { minute, newId, systemRandomness, type PrincipalRef } from '../../kernel/index.ts';
import type { Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';
import { codesInSet, newCode, readCode } from './recovery-code.ts';

const { credentials, database, clock, told } = await testCredentials();
const { recoveryCodes } = credentials;
const occasion: Occasion = { actor: { kind: 'system' } };
const population = 'customers';

const somebody = (): PrincipalRef => ({ population, principal: newId(clock(), systemRandomness) });
const issue = (ref: PrincipalRef): Promise<readonly string[]> =>
  database.transaction((tx) => recoveryCodes.issue(tx, ref, occasion));
const take = (ref: PrincipalRef | undefined, code: string, more: Partial<Occasion> = {}): Promise<boolean> =>
  recoveryCodes.verify(population, ref, code, { ...occasion, ...more });

test('a code is 80 bits in four groups, and reads back however it is typed', () => {
  const code = newCode(systemRandomness);
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(newCode(() => Buffer.alloc(10, 0xff)), 'ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  assert.equal(newCode(() => Buffer.from('00443214c74254b635cf', 'hex')), '0123-4567-89AB-CDEF');
  assert.equal(readCode(' 0123 4567–89ab-cdef '), '0123456789ABCDEF');
  assert.equal(readCode('OI23-4567-89AB-CDEF'), '0123456789ABCDEF');
  for (const odd of ['', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEF0', 'U123-4567-89AB-CDEF']) {
    assert.equal(readCode(odd), undefined, odd);
  }
});

test('each of a set opens once, in any order', async () => {
  const ref = somebody();
  const codes = await issue(ref);
  assert.equal(new Set(codes).size, codesInSet);
  assert.equal(await take(ref, codes[3]!.toLowerCase().replaceAll('-', ' ')), true);
  assert.equal(await take(ref, codes[3]!), false);
  assert.equal(await take(ref, codes[0]!), true);
  assert.equal(await recoveryCodes.left(database.db, ref), codesInSet - 2);
  assert.deepEqual(await told(ref), [
    'credential.bound', 'credential.accepted', 'credential.refused', 'credential.accepted',
  ]);
});

test('of one code sent twice at once, one counts', async () => {
  const ref = somebody();
  const [code] = await issue(ref);
  const answers = await Promise.all(Array.from({ length: 4 }, () => take(ref, code!)));
  assert.deepEqual(answers.sort(), [false, false, false, true]);
});

test('a new set takes the place of the old one', async () => {
  const ref = somebody();
  const [old] = await issue(ref);
  const [fresh] = await issue(ref);
  assert.equal(await take(ref, old!), false);
  assert.equal(await take(ref, fresh!), true);
  assert.deepEqual((await told(ref)).slice(0, 3), ['credential.bound', 'credential.removed', 'credential.bound']);
});

test('one account\'s code is nothing at another, nor at another population', async () => {
  const [ref, other] = [somebody(), somebody()];
  const [code] = await issue(ref);
  await issue(other);
  assert.equal(await take(other, code!), false);
  assert.equal(await recoveryCodes.verify('workforce', { ...ref, population: 'workforce' }, code!, occasion), false);
  assert.equal(await take(undefined, code!, { identifier: 'nobody@example.org' }), false);
  assert.equal(await take(ref, code!), true);
});

test('codes are not in the database, in clear or as a hash that anybody could compute', async () => {
  const ref = somebody();
  const codes = await issue(ref);
  const { rows } = await sql<{ text: string }>`select row_to_json(c)::text as text from credential_recovery_code c
    where principal = ${ref.principal}`.execute(database.db);
  const { createHash } = await import('node:crypto');
  const stored = rows.map(({ text }) => text).join();
  for (const code of codes) {
    const plain = readCode(code)!;
    assert.ok(!stored.includes(plain) && !stored.includes(code));
    assert.ok(!stored.includes(createHash('sha256').update(plain).digest('hex')));
  }
});

test('the set is listed as one credential while codes are left, and can be removed', async () => {
  const ref = somebody();
  const codes = await issue(ref);
  const listed = await credentials.list(database.db, ref);
  assert.deepEqual(listed.map(({ kind }) => kind), ['recovery-code']);
  await database.transaction((tx) => credentials.remove(tx, ref, listed[0]!.id, { reason: 'test', occasion }));
  assert.equal(await take(ref, codes[0]!), false);
  const used = await issue(ref);
  for (const code of used) assert.equal(await take(ref, code), true);
  assert.deepEqual(await credentials.list(database.db, ref), []);
});

test('guessing is held back, for an account and for a name without one alike', async () => {
  const tries = async (ref: PrincipalRef | undefined, identifier: string): Promise<number> => {
    for (let count = 0; count < 30; count += 1) {
      try {
        await take(ref, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ', { identifier });
      } catch (error) {
        assert.equal((error as { code: string }).code, 'credential.throttled');
        return count;
      }
    }
    return 30;
  };
  const ref = somebody();
  await issue(ref);
  const known = await tries(ref, 'somebody@example.org');
  assert.ok(known > 3 && known < 30);
  assert.equal(await tries(undefined, 'stranger@example.org'), known);
});

test('nobody is shut out of recovery by others who guess, however long', async () => {
  const ref = somebody();
  const [code] = await issue(ref);
  for (let tries = 0; tries < 120; tries += 1) {
    clock.advance(minute);
    assert.equal(await take(ref, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'), false);
  }
  clock.advance(minute);
  assert.equal(await take(ref, code!), true);
});
