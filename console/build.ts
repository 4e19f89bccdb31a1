/**
 * Builds the console into `console/dist`, when its sources, the contract or the packages have changed since the last
 * time. Run by itself, it says what it did.
 */
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'console', 'dist');
const sources = ['console/src/**/*', 'console/public/*', 'console/dev/*', 'console/*.{ts,html,json}', 'contract/**/*.ts', 'package-lock.json'];

/** Builds it where what it is made from has changed, whatever the files' times say. Gives the folder. */
export async function ensureConsole(): Promise<string> {
  const wanted = await digestOfSources();
  const present = await readFile(join(folder, 'built-from'), 'utf8').catch(() => '');
  if (present === wanted) return folder;
  await build({ configFile: join(root, 'console', 'vite.config.ts'), logLevel: 'error' });
  await writeFile(join(folder, 'built-from'), wanted);
  return folder;
}

async function digestOfSources(): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(sources, { cwd: root })) if (extname(path) !== '') paths.push(path);
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path).update('\0').update(await readFile(join(root, path))).update('\0');
  return hash.digest('hex');
}

if (import.meta.main) process.stdout.write(`${await ensureConsole()}\n`);
