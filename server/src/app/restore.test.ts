/** The data folder: who may open it, and that a copy of it is the server (docs/guides/back-up-and-restore.md). */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { localSocket } from '../../../contract/local-socket.ts';
import { createLog, hasCode } from '../kernel/index.ts';
import { openDatabase } from '../storage/index.ts';
import { readConfig } from './config.ts';
import { runServer, type RunningServer } from './run-server.ts';
import { freePort } from './testing.ts';

const run = promisify(execFile);
const work = await mkdtemp(join(tmpdir(), 'limen-restore-'));
const dataFolder = join(work, 'data');
const port = String(await freePort());
let server: RunningServer | undefined;
let databaseFolder: string | undefined;

after(async () => {
  await server?.stop();
  if (databaseFolder !== undefined) await rm(databaseFolder, { recursive: true, force: true });
  await rm(work, { recursive: true, force: true });
});

const start = async (): Promise<RunningServer> => {
  const config = readConfig({ PORT: port, LIMEN_DATA: dataFolder, LIMEN_LOG_LEVEL: 'silent' });
  return server = await runServer(config);
};

/** As root the database lies elsewhere, and the data folder says where. */
const findDatabaseFolder = (): Promise<string | undefined> => (
  readFile(join(dataFolder, 'postgres-location'), 'utf8').then((text) => text.trim(), () => undefined));

/** Puts the whole of a folder where another was, with owners and rights: `cp -a`. */
async function copyOver(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await run('cp', ['-a', from, to]);
}

const kidsAt = async ({ config }: RunningServer): Promise<readonly string[]> => {
  const answer = await fetch(`${config.url}/customers/jwks`);
  return ((await answer.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid).sort();
};

const call = {
  actor: { kind: 'operator', id: 'local' }, query: undefined, signal: new AbortController().signal,
} as const;

const register = ({ limen }: RunningServer, id: string) => limen.admin['client.create']({
  ...call, params: { population: 'workloads' },
  body: {
    id, name: id, owner: 'Data team', purpose: 'Is in the backup or not', firstParty: false, ownScreens: false, screenOrigins: [],
    grantTypes: ['client_credentials'], authMethod: 'client_secret_basic', redirectUris: [], postLogoutRedirectUris: [],
    backchannelLogoutUri: null, scopes: [], resources: [], jwks: null, jwksUri: null,
  },
});

async function tokenStatus({ config }: RunningServer, id: string, secret: string | undefined): Promise<number> {
  const answer = await fetch(`${config.url}/workloads/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }),
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
  });
  await answer.body?.cancel();
  return answer.status;
}

test('nobody but the server\'s user gets at the data folder, the operator\'s socket or the database', async () => {
  const { config, ground: { cluster, database }, stop } = await start();
  const rightsOf = async (path: string) => (await stat(path)).mode & 0o777;
  const socket = localSocket(config.dataFolder);
  const { connection } = cluster!;
  const folders = [dataFolder, dirname(socket), connection.host];
  const files = [socket, join(dataFolder, 'master.key'), join(dataFolder, 'postgres-password')];
  for (const folder of folders) assert.equal(await rightsOf(folder), 0o700, folder);
  for (const file of files) assert.equal(await rightsOf(file), 0o600, file);
  const { rows } = await database.pool.query<{ listen_addresses: string }>('show listen_addresses');
  assert.equal(rows[0]!.listen_addresses, '');
  const log = createLog({ level: 'silent' });
  await assert.rejects(openDatabase({ target: { ...connection, password: 'guessed' }, log }),
    (error: Error) => hasCode(error, 'storage.unreachable') && error.message.includes('password authentication'));
  await stop();
});

test('a copy of the stopped server\'s folders is the server again; without its master key it is refused', async () => {
  const first = await start();
  const kids = await kidsAt(first);
  const { secret } = await register(first, 'kept');
  await first.stop();

  databaseFolder = await findDatabaseFolder();
  await copyOver(dataFolder, join(work, 'backup'));
  if (databaseFolder !== undefined) await copyOver(databaseFolder, join(work, 'backup-database'));

  const later = await start();
  await register(later, 'lost');
  await later.stop();

  await copyOver(join(work, 'backup'), dataFolder);
  if (databaseFolder !== undefined) await copyOver(join(work, 'backup-database'), databaseFolder);
  await rm(join(dataFolder, 'master.key'));
  await assert.rejects(start(), (error) => hasCode(error, 'keys.master_wrong'));

  await run('cp', ['-a', join(work, 'backup', 'master.key'), dataFolder]);
  const restored = await start();
  assert.deepEqual(await kidsAt(restored), kids);
  assert.equal(await tokenStatus(restored, 'kept', secret), 200);
  const { clients } = await restored.limen.admin['client.list'](
    { ...call, params: { population: 'workloads' }, body: undefined });
  assert.deepEqual(clients.map(({ id }) => id), ['kept']);
  const { ok } = await restored.limen.admin['event.verify'](
    { ...call, params: undefined, body: { origin: 'real', from: 1 } });
  assert.equal(ok, true);
});
