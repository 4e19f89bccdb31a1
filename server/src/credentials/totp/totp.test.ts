import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Secret, TOTP, URI } from 'otpauth';
import { newId, second, systemRandomness, type PrincipalRef } from '../../kernel/index.ts';
import type { Occasion } from '../index.ts';
import { testCredentials } from '../testing.ts';
import { readSeed, stepOfCode } from './totp.ts';

const { credentials, database, clock, told } = await testCredentials();
const { totps } = credentials;
const occasion: Occasion = { actor: { kind: 'system' } };

const codeAt = (secret: string, shift = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock().getTime() + shift * 30 * second });
const somebody = (): PrincipalRef => ({ population: 'workforce', principal: newId(clock(), systemRandomness) });
const bind = (ref: PrincipalRef, secret: string, code = codeAt(secret)): Promise<boolean> =>
  database.transaction((tx) => totps.bind(tx, ref, secret, code, occasion));

async function enrolled(): Promise<{ ref: PrincipalRef; secret: string }> {
  const ref = somebody();
  const { secret } = totps.propose('Limen', 'maria');
  assert.equal(await bind(ref, secret), true);
  clock.advance(30 * second);
  return { ref, secret };
}

test('the codes are those of RFC 6238, appendix B', () => {
  const seed = readSeed('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')!;
  assert.equal(seed.toString(), '12345678901234567890');
  // The appendix has eight digits; the last six are ours.
  for (const [at, code] of [[59, '287082'], [1111111109, '081804'], [20000000000, '353130']] as const) {
    assert.equal(stepOfCode(seed, code, new Date(at * second)), Math.floor(at / 30));
  }
});

test('a proposal is a seed of 160 bits and an address that apps read', () => {
  const { secret, uri } = totps.propose('Nordlicht: staff', 'maria@example.org');
  assert.equal(readSeed(secret)!.length, 20);
  const read = URI.parse(uri) as TOTP;
  assert.equal(read.secret.base32, secret);
  assert.equal(read.label, 'maria@example.org');
  assert.notEqual(totps.propose('a', 'b').secret, secret);
});

test('it binds only after a right code, and that code is used up', async () => {
  const ref = somebody();
  const { secret } = totps.propose('Limen', 'maria');
  assert.equal(await bind(ref, secret, codeAt(secret, 5)), false);
  assert.equal(await bind(ref, 'not base32', codeAt(secret)), false);
  assert.equal(await totps.verify(ref, codeAt(secret), occasion), 'wrong');
  assert.equal(await bind(ref, secret), true);
  assert.equal(await totps.verify(ref, codeAt(secret), occasion), 'used');
  clock.advance(30 * second);
  assert.equal(await totps.verify(ref, codeAt(secret), occasion), 'correct');
});

test('a clock may be one step off, not two; each step counts once and none before it', async () => {
  const { ref, secret } = await enrolled();
  clock.advance(300 * second);
  assert.equal(await totps.verify(ref, codeAt(secret, -2), occasion), 'wrong');
  assert.equal(await totps.verify(ref, codeAt(secret, 2), occasion), 'wrong');
  assert.equal(await totps.verify(ref, codeAt(secret, -1), occasion), 'correct');
  assert.equal(await totps.verify(ref, codeAt(secret, 1), occasion), 'correct');
  assert.equal(await totps.verify(ref, codeAt(secret), occasion), 'used');
  assert.equal(await totps.verify(ref, codeAt(secret, 1), occasion), 'used');
});

test('of one code sent twice at once, one counts', async () => {
  const { ref, secret } = await enrolled();
  const code = codeAt(secret);
  const answers = await Promise.all(Array.from({ length: 4 }, () => totps.verify(ref, code, occasion)));
  assert.deepEqual(answers.sort(), ['correct', 'used', 'used', 'used']);
});

test('what is no code of six digits is wrong; spaces do not matter', async () => {
  const { ref, secret } = await enrolled();
  for (const odd of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦']) {
    assert.equal(await totps.verify(ref, odd, occasion), 'wrong');
  }
  const code = codeAt(secret);
  assert.equal(await totps.verify(ref, `${code.slice(0, 3)} ${code.slice(3)}`, occasion), 'correct');
});

test('the seed lies sealed, and sealed for its owner', async () => {
  const { ref, secret } = await enrolled();
  const other = await enrolled();
  const { rows } = await sql<{ seed: Buffer }>`select seed from credential_totp where principal = ${ref.principal}`
    .execute(database.db);
  assert.ok(!rows[0]!.seed.includes(readSeed(secret)!));
  await sql`update credential_totp set seed = ${rows[0]!.seed} where principal = ${other.ref.principal}`
    .execute(database.db);
  await assert.rejects(totps.verify(other.ref, codeAt(secret), occasion), { code: 'keys.unreadable' });
});

test('a new one takes the place of the old one', async () => {
  const { ref, secret } = await enrolled();
  const next = totps.propose('Limen', 'maria').secret;
  assert.equal(await bind(ref, next), true);
  clock.advance(30 * second);
  assert.equal(await totps.verify(ref, codeAt(secret), occasion), 'wrong');
  assert.equal(await totps.verify(ref, codeAt(next), occasion), 'correct');
  assert.deepEqual((await told(ref)).slice(0, 3), ['credential.bound', 'credential.removed', 'credential.bound']);
});
