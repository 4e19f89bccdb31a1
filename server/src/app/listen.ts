import { createServer, type AddressInfo, type Server } from 'node:net';
import { fail, second } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { Config } from './config.ts';
import type { Undo } from './ground.ts';

/** How long a stop waits for requests that are under way. */
const drainTime = 10 * second;

/**
 * Listens on every address of the configuration. A loopback address that this machine doesn't have (no IPv6) is left
 * out as long as another one works.
 * @throws config.invalid where an address or the port can't be had
 */
export async function listen(app: WebServer, { bind, port }: Pick<Config, 'bind' | 'port'>, undo: Undo): Promise<void> {
  await app.ready();
  const others: Server[] = [];
  undo.push(() => close(app, others));
  let listening = 0;
  for (const host of bind) {
    try {
      if (listening === 0) await app.listen({ host, port });
      else others.push(await alsoListen(app, host, (app.server.address() as AddressInfo).port));
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

/** Lets nobody new in at any address, and waits for what is under way at all of them. */
async function close(app: WebServer, others: readonly Server[]): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), drainTime);
  // Closing the HTTP server waits for connections that it has accepted itself, and for no others.
  await Promise.all([app.close(), ...others.map((other) => new Promise((resolve) => { other.close(resolve); }))]);
  clearTimeout(timer);
}

/** Hands the connections of another address to the same HTTP server, so that its limits hold for them too. */
async function alsoListen(app: WebServer, host: string, port: number): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => app.server.emit('connection', socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host.includes(':') }, resolve);
  });
  return server;
}
