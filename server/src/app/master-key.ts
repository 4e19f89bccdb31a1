import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  try {
    // `wx`: of two servers that start at once one makes the key and the other reads it.
    await writeFile(path, `${random(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path, 'utf8');
}
