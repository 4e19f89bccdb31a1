import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const leash = new URL('./leash.mjs', import.meta.url).href;
/**
 * Node keeps there what it made of the TypeScript: a third of a start's work. Read by content, so never out of date;
 * where it can't be written to, Node goes on without. It goes with the installation.
 */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/limen-compile', import.meta.url));
/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A terminal and npm each deliver Ctrl-C; within this many milliseconds they mean the same press. */
const samePress = 1_000;

/**
 * Runs Node with the arguments given and ends as it ended. The child has a process group of its own, so that a
 * Ctrl-C reaches it once, through here; the leash ends it when this process is killed.
 * @param {string} runtime
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function runChild(runtime, args) {
  const child = spawn(runtime, ['--import', leash, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, LIMEN_LEASH: '1' },
  });
  /** @type {Map<string, number>} */
  const passedAt = new Map();
  for (const signal of passedOn) {
    process.on(signal, () => {
      const now = performance.now();
      if (now - (passedAt.get(signal) ?? -Infinity) < samePress) return;
      passedAt.set(signal, now);
      child.kill(signal);
    });
  }
  await new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${runtime} could not be run: ${error.message}\n`);
      process.exitCode = 1;
      resolve(undefined);
    });
    child.once('exit', (code, signal) => {
      process.exitCode = signal ? 128 + constants.signals[signal] : code ?? 1;
      resolve(undefined);
    });
  });
}
