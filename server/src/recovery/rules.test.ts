import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readFile, glob } from 'node:fs/promises';
import { join } from 'node:path';
import { milliseconds } from '../../../contract/policy/index.ts';
import { testCredentials } from '../credentials/testing.ts';
import { newId, systemRandomness } from '../kernel/index.ts';
import { recoveryRules as rules } from './index.ts';

const { credentials, database, clock } = await testCredentials();
const occasion = { actor: { kind: 'system' } } as const;
const id = (): string => newId(clock(), systemRandomness);

test(`saved codes carry at least ${rules.savedCodeBits.atLeast} bits, and each works once (${rules.savedCodeBits.clause})`, async () => {
  const ref = { population: 'customers', principal: id() };
  const codes = await database.transaction((tx) => credentials.recoveryCodes.issue(tx, ref, occasion));
  const letters = codes.map((code) => code.replaceAll('-', ''));
  // Of an alphabet of 32, each letter is five bits; all of it is seen in use.
  assert.ok(letters.every((code) => /^[0-9A-HJKMNP-TV-Z]+$/.test(code) && code.length * 5 >= rules.savedCodeBits.atLeast));
  assert.equal(new Set(codes).size, codes.length);
  const verify = () => credentials.recoveryCodes.verify('customers', ref, codes[0]!, occasion);
  assert.equal(await verify(), true);
  assert.equal(await verify(), false);
});

test(`codes by mail have at least ${rules.issuedCodeDigits.atLeast} digits and end in time (${rules.emailedCodeLife.clause})`, async () => {
  const run = id();
  const address = 'ada@example.org';
  const code = await database.transaction((tx) => credentials.emailCodes.issue(tx, 'customers', run, address, occasion));
  assert.match(code!, new RegExp(`^[0-9]{${rules.issuedCodeDigits.atLeast},}$`));
  clock.advance(rules.emailedCodeLife.atMost);
  assert.equal(await credentials.emailCodes.verify('customers', run, address, code!, occasion), 'expired');
});

test('the built-in journeys wait as long as the rules ask, and no workforce waits without somebody\'s yes', async () => {
  const folder = join(import.meta.dirname, '../../../policies');
  let seen = 0;
  for await (const path of glob('*/journeys/*.yaml', { cwd: folder })) {
    const { nodes } = parse(await readFile(join(folder, path), 'utf8')) as {
      nodes: Record<string, { step: string; with?: { for?: string } }> };
    for (const { step, with: settings } of Object.values(nodes)) {
      if (step !== 'wait' && step !== 'approve') continue;
      const { atLeast, atMost } = step === 'wait' ? rules.waitingPeriod : rules.approvedPeriod;
      const length = milliseconds(settings!.for!);
      assert.ok(length >= atLeast && length <= atMost, path);
      assert.ok(step === 'approve' || !path.startsWith('workforce'), path);
      seen += 1;
    }
  }
  assert.ok(seen >= 2);
});
