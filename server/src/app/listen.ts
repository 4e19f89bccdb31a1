import { createServer, type AddressInfo } from 'node:net';
import { fail } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { Config } from './config.ts';
import type { Undo } from './ground.ts';

/**
 * Listens on every address of the configuration. A loopback address that this machine doesn't have (no IPv6) is left
 * out as long as another one works.
 * @throws config.invalid where an address or the port can't be had
 */
export async function listen(app: WebServer, { bind, port }: Pick<Config, 'bind' | 'port'>, undo: Undo): Promise<void> {
  await app.ready();
  let listening = 0;
  for (const host of bind) {
    try {
      if (listening === 0) await app.listen({ host, port });
      else await alsoListen(app, host, (app.server.address() as AddressInfo).port, undo);
      listening += 1;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const absent = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      if (absent && (host === '::1' || host === '127.0.0.1')) continue;
      fail('config.invalid', {
        detail: code === 'EADDRINUSE'
          ? `port ${port} is in use by another program; stop it or set PORT` : `cannot listen on ${host}: ${message}`,
        cause: error,
      });
    }
  }
  if (listening === 0) fail('config.invalid', { detail: `none of ${bind.join(', ')} is an address of this machine` });
}

/** Hands the connections of another address to the same HTTP server, so that its limits hold for them too. */
async function alsoListen(app: WebServer, host: string, port: number, undo: Undo): Promise<void> {
  const server = createServer({ allowHalfOpen: true }, (socket) => app.server.emit('connection', socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host.includes(':') }, resolve);
  });
  undo.push(async () => { server.close(); });
}
