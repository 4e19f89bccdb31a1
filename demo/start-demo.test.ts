import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { clientRegistration, type ClientRegistration } from '../contract/admin/index.ts';
import { keyPairOf } from './key-files.ts';
import { demoClients } from './organisation.ts';
import { startDemo, type ClientRegistry } from './start-demo.ts';

/** A registry as the server's: an id is taken once, a secret is told once. */
function registry() {
  const clients = new Map<string, ClientRegistration>();
  const rotated: string[] = [];
  const port: ClientRegistry = {
    registerClient: async (_population, input) => {
      const id = input.id!;
      if (clients.has(id)) throw Object.assign(new Error('taken'), { code: 'client.taken' });
      clients.set(id, input);
      return { id, ...(input.authMethod === 'client_secret_basic' ? { secret: 'first' } : {}) };
    },
    rotateSecret: async (population, id) => {
      rotated.push(`${population}/${id}`);
      return 'second';
    },
  };
  return { port, clients, rotated };
}

const issuers = {
  customers: 'http://localhost:9/customers', workforce: 'http://localhost:9/workforce',
  workloads: 'http://localhost:9/workloads',
};

test('the applications are registered once, and their keys kept for their owner alone', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'demo-')), 'demo');
  after(() => rm(join(folder, '..'), { recursive: true }));
  const { port: reg, clients, rotated } = registry();
  const start = async () => {
    const demo = await startDemo({ registry: reg, issuers, folder, ports: { shop: 0, intranet: 0, job: 0 } });
    await demo.close();
  };
  await start();
  assert.deepEqual([...clients.keys()].sort(), ['demo-intranet', 'demo-job', 'demo-kiosk', 'demo-shop']);
  const withPorts = demoClients({
    shop: 'http://localhost:3001', intranet: 'http://localhost:3002', job: 'http://localhost:3003',
  }, { intranet: await keyPairOf(folder, 'intranet-key'), job: await keyPairOf(folder, 'job-key') });
  for (const { registration } of Object.values(withPorts)) {
    assert.deepEqual(clientRegistration.safeParse(registration).error?.issues, undefined, registration.id);
  }
  const files = (await readdir(folder)).sort();
  assert.deepEqual(files, ['demo-shop.secret', 'intranet-key.json', 'job-key.json']);
  for (const file of files) assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file);
  await start();
  assert.deepEqual(rotated, [], 'the kept secret is used');
  await rm(join(folder, 'demo-shop.secret'));
  await start();
  assert.deepEqual(rotated, ['customers/demo-shop'], 'a lost secret is replaced');
});

test('what the registry refuses is told', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'demo-')), 'demo');
  after(() => rm(join(folder, '..'), { recursive: true }));
  const broken: ClientRegistry = {
    registerClient: async () => { throw Object.assign(new Error('no owner'), { code: 'client.invalid' }); },
    rotateSecret: async () => 'x',
  };
  await assert.rejects(startDemo({ registry: broken, issuers, folder }), /no owner/);
});
