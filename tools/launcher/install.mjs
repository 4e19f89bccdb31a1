import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { LaunchError } from './launch-error.mjs';
import { showProgress } from './progress.mjs';

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `npm ci` without any package's install scripts, and shows that it goes on.
 * @param {string} root
 * @param {string} reason why it is needed, for the person who waits
 * @param {{ handTo(pid: number): void }} turn goes to npm, so that it stays taken should this process be killed
 */
export async function install(root, reason, turn) {
  const total = countPackages(root);
  process.stderr.write(`Installing what Limen is built on (${reason}). The first time takes a minute or two.\n`);
  const { command, args } = findNpm();
  const progress = showProgress(total);
  // `http` is the level at which npm says what it fetches; it is the only sign of life it gives to a pipe.
  const child = spawn(command, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, npm_config_progress: 'false' },
    detached: process.platform !== 'win32',
  });
  if (child.pid) turn.handTo(child.pid);
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stoppedBy = signal;
    endGroup(child);
  };
  for (const signal of signals) process.on(signal, stop);

  /** @type {string[]} */
  const problems = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('npm http fetch GET 200 ')) progress.fetchedOne(line.includes('.tgz'));
    if (/^npm (error|ERR!)/.test(line)) problems.push(line.replace(/^npm (error|ERR!) ?/, ''));
  });
  child.stdout.resume();
  /** @type {{ code: number | null, error?: Error }} */
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, error }));
    child.once('close', (code) => resolve({ code }));
  });
  progress.end(ended.code === 0);
  for (const signal of signals) process.off(signal, stop);
  if (stoppedBy) throw new LaunchError('Stopped while installing; the next start begins again.', 128 + constants.signals[stoppedBy]);
  if (ended.code !== 0) throw new LaunchError(explainFailure(problems, ended.error));
}

/**
 * Asked to end, npm would first finish and then undo what it is at; killed, it leaves what the next start clears away.
 * @param {import('node:child_process').ChildProcess} child
 */
function endGroup(child) {
  if (!child.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** @param {string} root */
function countPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.optional).length;
}

/** The npm that runs us, by the Node that runs it (ours may be in the folder that is about to be replaced). */
function findNpm() {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
  if (script && /^npm(-cli)?\.c?js$/.test(basename(script))) return { command: node, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

const explanations = [
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/i,
    'The package registry could not be reached. Check the network connection (and npm\'s proxy settings), then start again.'],
  [/ENOSPC/, 'The disk is full. Make some room (the installation takes about 1 GB), then start again.'],
  [/EACCES|EPERM|EROFS/, 'The folder node_modules cannot be written to. Make it writable for this user, or run the command '
    + 'as the user who owns it.'],
  [/EINTEGRITY/, 'A package that arrived is not the one that package-lock.json names. Try again; if it stays, ask whoever '
    + 'runs your package registry.'],
  [/E401|E403|E404|ETARGET/, 'The package registry does not give out one of the packages. Ask whoever runs it.'],
  [/in sync/, 'package.json and package-lock.json differ. Run `npm install` once and commit both.'],
];

/**
 * @param {string[]} problems
 * @param {Error | undefined} error
 */
export function explainFailure(problems, error) {
  if (error) return `npm could not be run (${error.message}). Install npm, which comes with Node, then start again.`;
  const text = problems.join('\n');
  const [, explanation = 'Run `npm ci --ignore-scripts` by itself to see more.'] =
    explanations.find(([pattern]) => /** @type {RegExp} */ (pattern).test(text)) ?? [];
  const said = problems.filter((line) => line.trim() !== '' && !/^\s+at |complete log|\.log$/.test(line)).slice(0, 8);
  return ['Installing failed; nothing was started.', explanation, ...said.map((line) => `  npm: ${line}`)].join('\n');
}
