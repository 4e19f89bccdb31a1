import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startTestServer } from '../server/src/app/testing.ts';

const server = await startTestServer();

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname, ...args], {
    env: { ...process.env, LIMEN_DATA: server.config.dataFolder },
  });
}

test('the program answers, and ends with the exit code of its command', async () => {
  for (const [args, code] of [[['status', '--json'], 0], [['status', '--jsn'], 2], [['key', 'list', 'nobody'], 1]] as const) {
    const child = start(...args);
    const [[ended], out] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
    assert.equal(ended, code, args.join(' '));
    if (code === 0) assert.equal((JSON.parse(out) as { url: string }).url, server.config.url);
  }
});

test('Ctrl-C ends following quietly', async () => {
  const child = start('events', 'tail', '--follow');
  await once(child.stdout, 'data');
  child.stdout.resume();
  const said = text(child.stderr);
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(await said, '');
});

test('a reader that has had enough ends it quietly', async () => {
  const child = start('events', 'tail', '--follow', '--limit', '1000');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const said = text(child.stderr);
  const ended = once(child, 'exit');
  // The next event finds nobody to read it.
  const rotation = start('key', 'rotate', 'customers');
  rotation.stdout.resume();
  rotation.stderr.resume();
  assert.deepEqual(await once(rotation, 'exit'), [0, null]);
  assert.deepEqual(await ended, [0, null]);
  assert.equal(await said, '');
});
