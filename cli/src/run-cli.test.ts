import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { commands, nouns } from './commands/index.ts';
import { limen } from './testing/run-limen.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Something that listens where a server would, and answers as told. */
async function serverThat(answer: Parameters<typeof createServer>[1] & object): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => { server.listen(join(folder, 'admin.sock'), resolve); });
  return server;
}

test('every command says what it does, with examples of itself', async () => {
  for (const { name, summary } of commands) {
    const { code, out } = await limen({}, `${name} --help`);
    assert.equal(code, 0, name);
    assert.match(out.replace(/\s+/g, ' '), new RegExp(`${summary.replace(/[()]/g, '.')}\\.`));
    assert.match(out.slice(out.indexOf('Examples:')), new RegExp(`limen ${name}`));
    assert.match(out, /--json/);
  }
});

test('every noun has commands, and every command is in the guide', async () => {
  const guide = await readFile(new URL('../../docs/guides/command-line.md', import.meta.url), 'utf8');
  for (const noun of Object.keys(nouns)) assert.ok(commands.some(({ name }) => name.startsWith(`${noun} `)), noun);
  for (const { name } of commands) assert.ok(guide.includes(`limen ${name}`), name);
});

test('a wrong command line ends with 2, says what is wrong, where to look, and what may have been meant', async () => {
  const wrong: [string, RegExp][] = [
    ['polcy', /Unknown command 'polcy'[^]*Did you mean policy\? Look at: limen --help/],
    ['policy aply x', /Did you mean apply\? Look at: limen policy --help/],
    ['status --jsn', /Unknown option '--jsn'[^]*Did you mean --json/],
    ['policy plan', /Missing required argument 'folder'[^]*limen policy plan --help/],
    ['key list a b', /Too many arguments/],
    ['events tail --limit 0', /whole number from 1 to 1000/],
    ['events tail --limit 1e2', /whole number/],
    ['client create customers --auth magic', /Allowed choices are none, client_secret_basic/],
  ];
  for (const [line, said] of wrong) {
    const { code, out, err } = await limen({ data: folder }, line);
    assert.equal(code, 2, line);
    assert.equal(out, '', line);
    assert.match(err, said);
  }
});

test('with --json errors are JSON, wherever the flag stands', async () => {
  for (const line of ['status --json', '--json status']) {
    const { code, err } = await limen({ data: join(folder, 'nothing') }, line);
    assert.equal(code, 4);
    assert.equal((JSON.parse(err) as { exitCode: number }).exitCode, 4);
  }
  const { code, err } = await limen({}, 'status --json --loud');
  assert.equal(code, 2);
  assert.match((JSON.parse(err) as { title: string }).title, /--loud/);
});

test('no command is a question for help', async () => {
  const { code, err } = await limen({}, 'policy');
  assert.equal(code, 2);
  assert.match(err, /plan <folder>/);
  assert.equal((await limen({}, 'policy --help')).code, 0);
  assert.equal((await limen({}, '--version')).out, '0\n');
});

test('without a server the way to one is told', async () => {
  const { code, err } = await limen({ data: join(folder, 'nothing') }, 'status');
  assert.equal(code, 4);
  assert.match(err, /No server answers on this data folder[^]*npm start[^]*LIMEN_DATA/);
});

test('an answer that is none is told as such', async () => {
  const server = await serverThat((_request, response) => { response.end('<html>'); });
  const { code, err } = await limen({ data: folder }, 'status');
  assert.equal(code, 1);
  assert.match(err, /answered 200 in a way that this version of limen does not understand/);
  server.close();
});

test('a connection that breaks is told as such', async () => {
  const server = await serverThat((_request, response) => {
    response.writeHead(200);
    response.write('{"events"', () => response.destroy());
  });
  for (const line of ['status', 'events tail -f']) {
    const { code, err } = await limen({ data: folder }, line);
    assert.equal(code, 4, line);
    assert.match(err, /The server ended the connection/);
  }
  server.close();
});

test('Ctrl-C while the server is at work ends quietly with 130', async () => {
  const interrupt = new AbortController();
  const server = await serverThat(() => { interrupt.abort(); });
  const { code, out, err } = await limen({ data: folder, signal: interrupt.signal }, 'status');
  assert.deepEqual({ code, out, err }, { code: 130, out: '', err: '' });
  server.closeAllConnections();
  server.close();
});
