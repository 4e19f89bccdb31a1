import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureConsole } from '../build-console.mjs';
import { runChild } from './child.mjs';
import { install } from './install.mjs';
import { whatIsMissing } from './installed.mjs';
import { LaunchError } from './launch-error.mjs';
import { findRuntime } from './runtime.mjs';
import { takeTurn } from './turn.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs what is missing and runs `entry` of this checkout with the right Node: in this process if it is that
 * already, else in a child whose exit code becomes ours.
 * @param {{ entry: string, args: string[], development: boolean, console: boolean }} program
 */
export async function launch({ entry, args, development, console: needsConsole }) {
  const path = join(root, entry);
  let runtime;
  try {
    await ensureInstalled(development);
    runtime = findRuntime(root);
    if (needsConsole) await ensureConsole(root, runtime);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = error.exitCode;
    return;
  }
  if (realpathSync(runtime) === realpathSync(process.execPath)) {
    process.argv.splice(1, process.argv.length - 1, path, ...args);
    await import(pathToFileURL(path).href);
  } else {
    await runChild(runtime, [path, ...args]);
  }
}

/** @param {boolean} development */
async function ensureInstalled(development) {
  if (!whatIsMissing(root, { development })) return;
  const turn = await takeTurn(root);
  try {
    // Another start may have installed while this one waited.
    const reason = whatIsMissing(root, { development });
    if (reason) await install(root, reason, turn);
  } finally {
    turn.end();
  }
}
