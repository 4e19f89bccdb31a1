import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localSocket } from '../../../../contract/local-socket.ts';
import { demoOutboundAllow } from '../../../../demo/index.ts';
import { freePort, startTestServer } from '../../../../server/src/app/testing.ts';
import { createAdminApi } from '../../admin-api.ts';
import { CliError } from '../../cli-error.ts';
import type { Context } from '../../command.ts';
import { createOutput } from '../../output.ts';
import { createSocketClient } from '../../socket-client.ts';
import { demoStart, runExamples } from './start.ts';

const server = await startTestServer();
const { dataFolder } = server.config;
const ports = { shop: await freePort(), intranet: await freePort(), job: await freePort() };

/** Runs them until `then` is done with what was printed. */
async function run(then: (urls: Record<string, string>) => Promise<void>): Promise<void> {
  const interrupt = new AbortController();
  const started = Promise.withResolvers<Record<string, string>>();
  const context: Context = {
    api: createAdminApi(createSocketClient(localSocket(dataFolder), interrupt.signal)), dataFolder, workingFolder: '/',
    signal: interrupt.signal, confirm: async () => undefined,
    output: createOutput({
      json: true, stderr: { write: () => undefined },
      stdout: { write: (text) => { started.resolve(JSON.parse(text) as Record<string, string>); } },
    }),
  };
  const running = runExamples(context, ports);
  running.catch(started.reject);
  try {
    await then(await started.promise);
  } finally {
    interrupt.abort();
    await running;
  }
}

test('the examples are registered, answer, and stop at Ctrl-C; a second start finds them registered', async () => {
  for (const time of ['first', 'second']) {
    await run(async (urls) => {
      assert.deepEqual(Object.keys(urls), ['shop', 'intranet', 'job'], time);
      const signIn = await fetch(`${urls.shop}/sign-in`, { redirect: 'manual' });
      assert.match(signIn.headers.get('location') ?? '', new RegExp(`^${server.config.url}/customers/\\w+\\?.*client_id=demo-shop`));
      for (const url of Object.values(urls)) assert.ok((await fetch(url, { redirect: 'manual' })).status < 400, url);
    });
    await assert.rejects(fetch(`http://localhost:${ports.shop}`));
  }
});

test('the help says what the server has to be allowed', () => {
  assert.ok(demoStart.about?.includes(`LIMEN_OUTBOUND_ALLOW=${demoOutboundAllow().join(',')}`));
});

test('a port in use is told as such', async () => {
  await run(async () => {
    await assert.rejects(run(async () => undefined), (error) => error instanceof CliError && /port .* in use/.test(error.message));
  });
});
