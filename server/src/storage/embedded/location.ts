import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fail, systemRandomness } from '../../kernel/index.ts';

/** Where an embedded PostgreSQL lives and as whom it runs. */
export interface Location {
  /** Parent folder of the programs. */
  readonly programs: string;
  /** The folder that holds all of this cluster but the programs; goes when the cluster is thrown away. */
  readonly home: string;
  /** The cluster's data folder. */
  readonly data: string;
  /** Folder of the Unix socket: short (a socket's path holds 107 bytes) and 0700. */
  readonly socket: string;
  /** Set where this process is root: PostgreSQL refuses root, so it runs as this user. */
  readonly runAs?: { readonly uid: number; readonly gid: number };
}

/** In the data folder: what the server signs in to its cluster with. */
export const passwordName = 'postgres-password';

const account = 'limen';
const longestSocketFolder = 80;

/** Decides on and prepares the folders of the cluster that belongs to `dataFolder`, which is there and locked. */
export async function prepareLocation(dataFolder: string): Promise<Location> {
  const folder = await realpath(dataFolder);
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return process.getuid?.() === 0 ? locateAsRoot(folder, hash) : locateAsUser(folder, hash);
}

async function locateAsUser(folder: string, hash: string): Promise<Location> {
  const near = join(folder, 's');
  const socket = near.length <= longestSocketFolder ? near : join('/tmp', `limen-${userInfo().uid}-${hash}`);
  await ensurePrivateFolder(socket, userInfo().uid);
  return { programs: join(folder, 'pgsql'), home: folder, data: join(folder, 'postgres'), socket };
}

/**
 * As root everything lies under /var/lib/limen, where the dedicated user may enter even if only root may enter the
 * checkout; the data folder keeps a pointer, so that whoever looks there finds it.
 */
async function locateAsRoot(folder: string, hash: string): Promise<Location> {
  const runAs = await ensureAccount();
  const programs = '/var/lib/limen';
  await mkdir(programs, { recursive: true, mode: 0o755 });
  const home = await homeOf(folder, join(programs, hash));
  const socket = join(home, 's');
  for (const path of [home, socket]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    await chown(path, runAs.uid, runAs.gid);
  }
  await writeFile(join(folder, pointer), `${home}\n`, { mode: 0o600 });
  return { programs, home, data: join(home, 'data'), socket, runAs };
}

const pointer = 'postgres-location';

/**
 * Where the pointer says, if it was made for this path. A data folder that is new where one was before, and was thrown
 * away, gets a place of its own: the cluster of the one before has another password, and may be missed by somebody.
 */
async function homeOf(folder: string, usual: string): Promise<string> {
  const pointed = (await readFile(join(folder, pointer), 'utf8').catch(() => '')).trim();
  if (pointed === usual || pointed.startsWith(`${usual}-`)) return pointed;
  const isThere = (path: string): Promise<boolean> => lstat(path).then(() => true, () => false);
  const isNew = !await isThere(join(folder, passwordName));
  return isNew && await isThere(usual) ? `${usual}-${systemRandomness(4).toString('hex')}` : usual;
}

async function ensurePrivateFolder(path: string, uid: number): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  // A name under /tmp can be guessed and made first by somebody else: never use what isn't ours alone.
  if (!found.isDirectory() || found.uid !== uid) {
    fail('storage.embedded_failed', { detail: `the socket folder ${path} belongs to another user` });
  }
  await chmod(path, 0o700);
}

async function ensureAccount(): Promise<{ uid: number; gid: number }> {
  const found = await findAccount();
  if (found) return found;
  const run = promisify(execFile);
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', account];
  try {
    await run('useradd', options).catch(() => run('/usr/sbin/useradd', options)).catch(() => addWithBusybox(run));
  } catch (cause) {
    // Several servers may start at once; the one that lost the race finds the account made.
    const made = await findAccount();
    if (made) return made;
    fail('storage.embedded_failed', {
      detail: `PostgreSQL refuses to run as root and the user "${account}" could not be made`, cause,
    });
  }
  return (await findAccount()) ?? fail('storage.embedded_failed', { detail: `the user "${account}" is missing` });
}

async function addWithBusybox(run: (file: string, args: string[]) => Promise<unknown>): Promise<unknown> {
  await run('addgroup', ['-S', account]).catch(() => undefined);
  return run('adduser', ['-S', '-D', '-H', '-G', account, '-s', '/sbin/nologin', account]);
}

async function findAccount(): Promise<{ uid: number; gid: number } | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8');
  const fields = passwd.split('\n').map((line) => line.split(':')).find(([name]) => name === account);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}
