import { join } from 'node:path';
import { demoOutboundAllow, demoPorts, startDemo, type Demo } from '../../../demo/index.ts';
import { fail } from '../kernel/index.ts';
import type { Config } from './config.ts';
import type { RunningServer } from './run-server.ts';

type Ports = Readonly<Record<keyof typeof demoPorts, number>>;

/** Lets logout reach the example applications, which answer on loopback. */
export function withDemo(config: Config, ports: Ports = demoPorts): Config {
  return { ...config, outboundAllow: [...config.outboundAllow, ...demoOutboundAllow(ports)] };
}

/**
 * Registers the example applications as the local operator would, and starts them on ports of their own.
 * @throws config.invalid where such a port is taken
 */
export async function startDemoOrganisation(
  { config, limen }: RunningServer, progress: (text: string) => void, ports: Ports = demoPorts,
): Promise<Demo> {
  progress('Starting the example applications');
  const call = { actor: { kind: 'operator', id: 'demo' }, signal: new AbortController().signal } as const;
  const issuerOf = (slug: string): string => limen.served.get(slug)!.population.issuer;
  const demo = await startDemo({
    ports, folder: join(config.dataFolder, 'demo'),
    issuers: { customers: issuerOf('customers'), workforce: issuerOf('workforce'), workloads: issuerOf('workloads') },
    registry: {
      registerClient: async (population, registration) => {
        const { client, secret } = await limen.admin['client.create'](
          { ...call, params: { population }, query: undefined, body: registration as never });
        return { id: client.id, ...(secret === undefined ? {} : { secret }) };
      },
      rotateSecret: async (population, id) => (await limen.admin['client.rotate-secret'](
        { ...call, params: { population, client: id }, query: undefined, body: { atOnce: true } })).secret,
    },
  }).catch((error: unknown) => {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code !== 'EADDRINUSE') throw error;
    return fail('config.invalid', { detail: `port ${port} of an example application is in use by another program; stop it`, cause: error });
  });
  limen.applications.push(
    { kind: 'customer', name: 'Shop', url: demo.shop.url, about: 'A customer signs up, signs in, changes the payout account' },
    { kind: 'workforce', name: 'Intranet', url: demo.intranet.url, about: 'An employee signs in' },
    { kind: 'workload', name: 'Scheduled job', url: demo.job.url, about: 'Gets a token every minute and calls an API' },
  );
  return demo;
}
