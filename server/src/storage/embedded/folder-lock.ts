import { link, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail } from '../../kernel/index.ts';

/** Held while a server uses a data folder; released by `release`, or by the death of its process. */
export interface FolderLock {
  release(): Promise<void>;
}

const patience = 200;

/**
 * Takes the data folder for this process.
 * @throws storage.in_use while another living server holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'server.lock');
  const mine = `${process.pid} ${await startTime(process.pid)}\n`;
  const draft = await mkdtemp(join(folder, 'lock-'));
  const own = join(draft, 'mine');
  try {
    await writeFile(own, mine, { mode: 0o600 });
    for (let attempt = 0; attempt < patience; attempt += 1) {
      // A link comes into being whole, so nobody ever reads a lock that does not say whose it is.
      if (await tryLink(own, path)) return { release: () => releaseIfMine(path, mine) };
      await clearStale(path, own, folder);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return fail('storage.in_use', { detail: folder });
}

/**
 * Removes a lock that a dead server left. One at a time does it, or else the lock of somebody who was quicker could be
 * taken for the stale one. @throws storage.in_use where the lock's server lives
 */
async function clearStale(path: string, own: string, folder: string): Promise<void> {
  const holder = await holderOf(path);
  if (holder === undefined) return;
  if (holder.lives) fail('storage.in_use', { detail: `process ${holder.pid} holds ${folder}` });
  const turn = `${path}.turn`;
  if (await tryLink(own, turn)) {
    if ((await holderOf(path))?.lives === false) await rm(path, { force: true });
    await rm(turn, { force: true });
  } else if ((await holderOf(turn))?.lives === false) {
    await rm(turn, { force: true });
  } else {
    await pause(5);
  }
}

/** Whose lock lies there; undefined where none does. */
async function holderOf(path: string): Promise<{ readonly pid: string; readonly lives: boolean } | undefined> {
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found === undefined) return undefined;
  const [pid = '', started = ''] = found.trim().split(' ');
  return { pid, lives: pid !== '' && (await startTime(Number(pid))) === started };
}

/** False where the new name is taken already. */
async function tryLink(from: string, to: string): Promise<boolean> {
  return link(from, to).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return false;
    throw error;
  });
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
