import { open, readFile, rm } from 'node:fs/promises';
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
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file) {
      await file.writeFile(mine);
      await file.close();
      return { release: () => releaseIfMine(path, mine) };
    }
    await removeIfStale(path, folder);
  }
  return fail('storage.in_use', { detail: folder });
}

async function removeIfStale(path: string, folder: string): Promise<void> {
  const [pid = '', started = ''] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
  if (pid !== '' && (await startTime(Number(pid))) === started) {
    fail('storage.in_use', { detail: `process ${pid} holds ${folder}` });
  }
  await rm(path, { force: true });
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
