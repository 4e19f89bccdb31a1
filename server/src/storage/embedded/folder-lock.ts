import { link as makeLink, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../kernel/index.ts';

/** Held while a server uses a data folder; released by `release`, or by the death of its process. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process.
 * @throws storage.in_use while another living server holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'server.lock');
  const mine = `${process.pid} ${await startTime(process.pid)}\n`;
  const draft = await mkdtemp(join(folder, 'lock-'));
  try {
    await writeFile(join(draft, 'mine'), mine, { mode: 0o600 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // A link comes into being whole, so nobody ever reads a lock that says less than whose it is.
      if (await link(join(draft, 'mine'), path)) return { release: () => releaseIfMine(path, mine) };
      await removeIfStale(path, folder, join(draft, `stale-${attempt}`));
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return fail('storage.in_use', { detail: folder });
}

/** False where the new name is taken already. */
async function link(from: string, to: string): Promise<boolean> {
  return makeLink(from, to).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return false;
    throw error;
  });
}

async function removeIfStale(path: string, folder: string, aside: string): Promise<void> {
  const found = await readFile(path, 'utf8').catch(() => '');
  const [pid = '', started = ''] = found.trim().split(' ');
  if (pid !== '' && (await startTime(Number(pid))) === started) {
    fail('storage.in_use', { detail: `process ${pid} holds ${folder}` });
  }
  // Another server may have taken the stale lock's place since it was read: what is moved away is looked at again.
  const moved = await rename(path, aside).then(() => true, () => false);
  if (moved && await readFile(aside, 'utf8') !== found) await link(aside, path);
}

async function releaseIfMine(path: string, mine: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
}

/**
 * When a process started, as the kernel counts it: a process number alone comes back after a restart of the
 * machine. Where there is no /proc, "alive" is all that can be known.
 */
async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? 'dead');
  }
  if (process.platform === 'linux') return 'dead';
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return 'dead';
  }
}
