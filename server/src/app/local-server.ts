import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { localSocket } from '../../../contract/local-socket.ts';
import { addAdminRoutes } from '../admin/index.ts';
import { fail } from '../kernel/index.ts';
import { createWebServer } from '../web/index.ts';
import type { Limen } from './compose.ts';
import type { Config } from './config.ts';
import type { Ground, Undo } from './ground.ts';

/**
 * The admin API for this machine's operator: over a Unix socket that only the server's user may open. Whoever can
 * open it is that user, and is recorded as the local operator.
 * @throws storage.in_use where another server listens there
 */
export async function startLocalServer(config: Config, ground: Ground, limen: Limen, undo: Undo): Promise<void> {
  const { clock, random, log, events, database } = ground;
  const door = { origin: config.consoleUrl ?? config.url, populations: [], console: true };
  const app = createWebServer({ hosts: () => door, clock, random, log, trustedProxies: { addresses: [] } });
  addAdminRoutes(app, {
    handlers: limen.admin, events, transaction: database.transaction, clock,
    authorise: async () => ({ actor: { kind: 'operator', id: 'local' } }),
  });
  const path = localSocket(config.dataFolder);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await removeStale(path);
  // The socket is made with the process's mask; nobody else may open it even for a moment.
  const mask = process.umask(0o177);
  try {
    await app.listen({ path });
  } finally {
    process.umask(mask);
  }
  await chmod(path, 0o600);
  undo.push(async () => {
    app.server.closeAllConnections();
    await app.close();
    await rm(path, { force: true });
  });
}

/** A server that was killed leaves its socket behind; one that lives answers on it. */
async function removeStale(path: string): Promise<void> {
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => { resolve(false); });
  });
  if (answers) fail('storage.in_use', { detail: path });
  await rm(path, { force: true });
}
