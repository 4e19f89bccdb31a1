import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../storage/testing.ts';
import {
  consumeArtefact, deleteExpired, deleteWholeGrant, insertArtefactOnce, selectArtefact, upsertArtefact,
} from './artefact-store.ts';
import { artefactKey, type ArtefactKey } from './artefact.ts';

const { db, ...database } = await testDatabase();
const at = (seconds: number) => new Date(1_900_000_000_000 + seconds * 1_000);
const row = (grant?: ArtefactKey) => (
  { grantHash: grant?.idHash ?? null, session: null, sealed: Buffer.from('sealed'), expiresAt: at(0) });

test('of many uses at the same time one wins', async () => {
  const key = artefactKey('customers', 'AuthorizationCode', 'code');
  await upsertArtefact(db, key, row());
  const uses = await Promise.all(Array.from({ length: 8 }, () => consumeArtefact(db, key, at(-1))));
  assert.equal(uses.filter(Boolean).length, 1);
  await upsertArtefact(db, key, row());
  assert.equal(await consumeArtefact(db, key, at(-1)), false, 'writing it again made it new');
});

test('of many who remember the same thing one is the first', async () => {
  const key = artefactKey('customers', 'ReplayDetection', 'assertion');
  const firsts = await Promise.all(Array.from({ length: 8 }, () => insertArtefactOnce(db, key, row())));
  assert.equal(firsts.filter(Boolean).length, 1);
  assert.equal(await insertArtefactOnce(db, artefactKey('workforce', 'ReplayDetection', 'assertion'), row()), true);
});

test('a grant goes with all that came of it, and takes nothing else along', async () => {
  const grant = artefactKey('customers', 'Grant', 'grant');
  const other = artefactKey('customers', 'Grant', 'other');
  const tokens = ['AccessToken', 'RefreshToken'].map((model) => artefactKey('customers', model, 'of-grant'));
  const foreign = artefactKey('workforce', 'AccessToken', 'of-grant');
  for (const key of [grant, other]) await upsertArtefact(db, key, row());
  for (const key of [...tokens, foreign]) await upsertArtefact(db, key, row(grant));
  await deleteWholeGrant(db, tokens[1]!);
  for (const key of [grant, ...tokens]) assert.equal(await selectArtefact(db, key), undefined, key.model);
  for (const key of [other, foreign]) assert.ok(await selectArtefact(db, key), key.model);
});

test('expired ones go in batches', async () => {
  await database.pool.query('delete from oauth_artefact');
  for (const id of ['a', 'b', 'c']) await upsertArtefact(db, artefactKey('customers', 'AccessToken', id), row());
  assert.equal(await deleteExpired(db, at(0), 2), 0);
  assert.equal(await deleteExpired(db, at(1), 2), 2);
  assert.equal(await deleteExpired(db, at(1), 2), 1);
});
