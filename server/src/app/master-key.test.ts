import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hasCode, systemRandomness } from '../kernel/index.ts';
import { readMasterKey } from '../keys/index.ts';
import { findMasterKey } from './master-key.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'limen-key-'));
after(() => rm(dataFolder, { recursive: true, force: true }));
const nothingSet = { masterKey: undefined, masterKeyFile: undefined, databaseUrl: undefined, dataFolder };

test('servers that start at once share one key, which nobody else may read', async () => {
  const found = await Promise.all(Array.from({ length: 8 }, () => findMasterKey(nothingSet, systemRandomness)));
  assert.equal(new Set(found).size, 1);
  readMasterKey(found[0]!);
  assert.deepEqual(await readdir(dataFolder), ['master.key']);
  assert.equal((await stat(join(dataFolder, 'master.key'))).mode & 0o777, 0o600);
  assert.equal(await findMasterKey(nothingSet, systemRandomness), found[0]);
});

test('a key file that is named and not there is told', async () => {
  await assert.rejects(
    findMasterKey({ ...nothingSet, masterKeyFile: join(dataFolder, 'elsewhere') }, systemRandomness),
    (error) => hasCode(error, 'keys.master_missing'));
});
