#!/usr/bin/env node
/**
 * Builds the console where it is missing or older than what it is made from. `npm start` comes through here; by itself
 * it says what it did. Plain JavaScript for any Node >= 20, like the launcher; the build runs with the Node that the
 * installation brought.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findRuntime } from './launcher/runtime.mjs';
import { takeTurn } from './launcher/turn.mjs';

const sources = ['console', 'contract', 'package-lock.json'];
const skipped = new Set(['dist', 'node_modules']);

/**
 * Where there is nothing to build from, and where the build fails, the server starts without a console and says so.
 * @param {string} root
 * @param {string} runtime the Node that builds
 * @returns {Promise<'current' | 'built' | 'failed' | 'absent'>}
 */
export async function ensureConsole(root, runtime) {
  if (!existsSync(join(root, 'console', 'build.ts'))) return 'absent';
  if (isCurrent(root)) return 'current';
  const turn = await takeTurn(root);
  try {
    // Another start may have built it while this one waited.
    if (isCurrent(root)) return 'current';
    process.stderr.write('Building the console. It takes some seconds, once.\n');
    const startedAt = performance.now();
    const said = await build(root, runtime);
    if (said !== undefined) {
      process.stderr.write(`The console could not be built; the server starts without it.\n${said}\n`);
      return 'failed';
    }
    const now = new Date();
    utimesSync(stamp(root), now, now);
    process.stderr.write(`Built the console in ${Math.round((performance.now() - startedAt) / 1_000)} s.\n`);
    return 'built';
  } finally {
    turn.end();
  }
}

/** The file that the build writes last. @param {string} root */
const stamp = (root) => join(root, 'console', 'dist', 'built-from');

/** @param {string} root */
function isCurrent(root) {
  const builtAt = statSync(stamp(root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return builtAt > 0 && sources.every((source) => newest(join(root, source)) <= builtAt);
}

/**
 * The latest change in a file or folder; a folder's own time tells of files that are gone.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = readdirSync(path).filter((name) => !skipped.has(name));
  // The console's own folder changes when `dist` comes into being.
  const own = existsSync(join(path, 'dist')) ? 0 : found.mtimeMs;
  return Math.max(own, ...entries.map((name) => newest(join(path, name))));
}

/**
 * @param {string} root
 * @param {string} runtime
 * @returns {Promise<string | undefined>} what went wrong, in the build's own words
 */
function build(root, runtime) {
  return new Promise((resolve) => {
    const child = spawn(runtime, [join(root, 'console', 'build.ts')], {
      cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NO_COLOR: '1' },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => { said = `${said}${text}`.slice(-4_000); });
    child.once('error', (error) => resolve(error.message));
    const complaint = () => stripVTControlCharacters(said).trim();
    child.once('close', (code) => resolve(code === 0 ? undefined : complaint() || `the build ended with ${code}`));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const outcome = await ensureConsole(root, findRuntime(root));
  if (outcome === 'current') process.stdout.write('The console is up to date.\n');
  process.exitCode = outcome === 'failed' || outcome === 'absent' ? 1 : 0;
}
