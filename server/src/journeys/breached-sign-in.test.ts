import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildList } from '../breaches/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-breached-'));
after(() => rm(folder, { recursive: true }));
const list = join(folder, 'own.list');
const world = await testJourneys({ breachedPasswords: list });
const occasion = { actor: { kind: 'system' } } as const;

async function leak(password: string): Promise<void> {
  await writeFile(join(folder, 'hashes'), createHash('sha1').update(password).digest('hex'));
  await buildList(join(folder, 'hashes'), list);
}

/** Signs up by mail, and has a password besides. */
async function withPassword(address: string, password: string) {
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { population, principal } = (await world.directory.findByIdentifier(world.database.db, 'customers', address))!;
  const ref = { population, principal };
  await world.database.transaction((tx) => world.credentials.passwords.set(tx, ref, password, { minimum: 15, context: [], occasion }));
  return ref;
}

/** Signs in by password from a fresh browser; gives what the signal of breached passwords said of it. */
async function said(address: string, password: string): Promise<{ readonly ratio: number; readonly reason?: string }> {
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: address });
  if ((await browser.see(run)).screen.step === 'email-code') await browser.send(run, { choice: 'password' });
  const end = await browser.send(run, { choice: 'continue', password });
  if (end !== '/back') await browser.send(run, { choice: 'skip' });
  const session = (await world.sessions.findBySecret('customers', browser.kept.session!))!;
  const found = await world.risk.ofSession(world.database.db, session, session.id, { recovering: false });
  return found!.contributions.find(({ signal }) => signal === 'breached-password')!;
}

test('a sign-in by a password that leaked goes on unnoticed, and is assessed as such', async () => {
  const password = 'nine lamps by a river';
  await leak('something else entirely');
  await withPassword('ada@example.org', password);
  const before = await said('ada@example.org', password);
  assert.ok(before.ratio < 0 && before.reason === undefined);
  await leak(password);
  const leaked = await said('ada@example.org', password);
  assert.equal(leaked.reason, 'password-breached');
  assert.ok(leaked.ratio > 2);
});
