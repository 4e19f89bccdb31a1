/** The server as an operator runs it, with the embedded PostgreSQL: killed, started twice at once, told to stop. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { localSocket } from '../../../contract/local-socket.ts';
import { testLoad } from './test-load.ts';
import { freePort, isRunning, postmasterOf, programFolder, startProgram } from './test-program.ts';
import { until } from './test-waiting.ts';

const given = {
  dataFolder: await programFolder(), port: await freePort(), environment: { LIMEN_TRUSTED_PROXIES: '127.0.0.1' },
};
let server = startProgram(given);
await server.ready();
const load = await testLoad(server);

const more = (tokens: number, accounts: number) => {
  const [hadTokens, hadAccounts] = [load.tokens.length, load.accounts.length];
  return () => load.tokens.length >= hadTokens + tokens && load.accounts.length >= hadAccounts + accounts;
};

test('a database killed under load comes back by itself, and nothing acknowledged is lost', async () => {
  const work = load.start();
  await until('there is load', more(60, 2));
  const killed = (await postmasterOf(given.dataFolder))!;
  process.kill(killed, 'SIGKILL');
  await until('work goes on', more(60, 1));
  await work.stop();
  assert.notEqual(await postmasterOf(given.dataFolder), killed);
  assert.equal(await isRunning(server.pid), true);
  await load.assertNothingLost();
});

test('a second server on the same data folder is refused, and the first is not disturbed', async () => {
  const second = startProgram({ ...given, port: await freePort() });
  const { code } = await second.ended;
  assert.equal(code, 1);
  assert.match(second.said(), /Another Limen server uses this data folder.*\(storage\.in_use\)/);
  assert.equal((await server.fetch(`${server.url}/health/ready`)).status, 200);
  assert.equal((await server.operator.ask('GET', '/status')).status, 200);
});

test('a server killed under load leaves nothing lost and nothing in the way of the next start', async () => {
  const work = load.start();
  await until('there is load', more(60, 2));
  server.signal('SIGKILL');
  await server.ended;
  await work.stop();
  const orphan = (await postmasterOf(given.dataFolder))!;
  assert.equal(await isRunning(orphan), true);
  server = startProgram(given);
  await server.ready();
  assert.equal(await isRunning(orphan), false);
  assert.notEqual(await postmasterOf(given.dataFolder), orphan);
  await load.assertNothingLost();
});

test('told to stop, it answers what is under way, leaves nothing running, and says that all is well', async () => {
  const [one, other] = [await beginRequest('127.0.0.1'), await beginRequest('::1')];
  const postmaster = (await postmasterOf(given.dataFolder))!;
  server.signal('SIGTERM');
  await until('nobody new is let in', () => isRefused('127.0.0.1'));
  assert.match(await one.finish(), /^HTTP\/1\.1 401 .*"error":"invalid_client"/s);
  // What requests stand on is there until the last one is answered, whichever address it came to.
  assert.equal((await server.operator.ask('GET', '/status')).status, 200);
  assert.match(await other.finish(), /^HTTP\/1\.1 401 .*"error":"invalid_client"/s);
  assert.deepEqual(await server.ended, { code: 0, signal: null });
  assert.equal(await isRunning(postmaster), false);
  assert.equal(existsSync(localSocket(given.dataFolder)), false);
  assert.equal(existsSync(`${given.dataFolder}/server.lock`), false);
});

/** A request whose head has arrived and whose body has not. */
async function beginRequest(address: string): Promise<{ finish(): Promise<string> }> {
  const body = 'grant_type=client_credentials';
  const socket = await open(address);
  socket.write(`POST /workloads/token HTTP/1.1\r\nHost: localhost:${given.port}\r\nContent-Length: ${body.length}\r\n`
    + 'Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Basic eDp5\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => { answer += text; });
  await until('the server waits for the body', () => answer.startsWith('HTTP/1.1 100 '));
  answer = '';
  return {
    finish: async () => {
      socket.write(body);
      await until('the connection ends', () => socket.closed);
      return answer;
    },
  };
}

function open(address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(given.port, address, () => { resolve(socket); });
    socket.once('error', reject);
  });
}

const isRefused = (address: string): Promise<boolean> => open(address).then((socket) => {
  socket.destroy();
  return false;
}, () => true);
