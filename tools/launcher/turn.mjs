import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchError } from './launch-error.mjs';

/**
 * Waits until no other start installs into this checkout. Two `npm ci` at once would take each other's files away.
 * @param {string} root
 * @returns {Promise<{ handTo(pid: number): void, end(): void }>}
 */
export async function takeTurn(root) {
  const path = join(root, '.limen-install.lock');
  for (let told = false; ;) {
    if (tryTake(path)) {
      return { handTo: (pid) => noteHolder(path, pid), end: () => rmSync(path, { force: true, recursive: true }) };
    }
    const holder = readHolder(path);
    if (holder && !isAlive(holder)) {
      rmSync(path, { force: true, recursive: true });
      continue;
    }
    if (!told) process.stderr.write(`Another start is installing${holder ? ` (process ${holder.pid})` : ''}; waiting for it.\n`);
    told = true;
    await pause(500);
  }
}

/**
 * A folder is made by one process only, on every file system.
 * @param {string} path
 */
function tryTake(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'EEXIST') return false;
    throw new LaunchError(`This folder cannot be written to (${code}), so nothing can be installed into it.\n`
      + 'Make it writable for this user, or run the command as the user who owns it.');
  }
  noteHolder(path, process.pid);
  return true;
}

/**
 * @param {string} path
 * @param {number} pid
 */
function noteHolder(path, pid) {
  writeFileSync(join(path, 'holder'), `${pid} ${startTime(pid)}`);
}

/** @param {string} path */
function readHolder(path) {
  try {
    const [pid = '', started = ''] = readFileSync(join(path, 'holder'), 'utf8').split(' ');
    return { pid: Number(pid), started };
  } catch {
    return undefined;
  }
}

/** @param {{ pid: number, started: string }} holder */
function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
  }
  return startTime(pid) === started;
}

/**
 * When a process started, where the system tells: numbers of processes come back after a restart of the machine.
 * @param {number} pid
 */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
