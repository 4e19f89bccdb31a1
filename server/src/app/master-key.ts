import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Randomness } from '../kernel/index.ts';
import type { Config } from './config.ts';

/**
 * The master key's text: from the environment, from the named file, or for the embedded database from a file that is
 * made with mode 0600 at the first start.
 * @throws keys.master_missing
 */
export async function findMasterKey(
  config: Pick<Config, 'masterKey' | 'masterKeyFile' | 'databaseUrl' | 'dataFolder'>, random: Randomness,
): Promise<string> {
  if (config.masterKey) return config.masterKey.reveal();
  if (config.masterKeyFile !== undefined) {
    return readFile(config.masterKeyFile, 'utf8')
      .catch((error: Error) => fail('keys.master_missing', { detail: error.message, cause: error }));
  }
  if (config.databaseUrl) fail('keys.master_missing');
  return ownKeyFile(join(config.dataFolder, 'master.key'), config.dataFolder, random);
}

async function ownKeyFile(path: string, folder: string, random: Randomness): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found !== undefined) return found;
  const draft = `${path}.${random(6).toString('hex')}`;
  try {
    // Whole and on disk before it has its name: what is sealed with half a key, or a lost one, is lost too.
    await writeFile(draft, `${random(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // Of two servers that start at once one makes the key and the other reads it.
    await link(draft, path).catch(ignoreExisting);
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
