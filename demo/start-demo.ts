import type { ClientRegistration } from '../contract/admin/index.ts';
import { startIntranet } from './intranet/intranet.ts';
import { startJob, type RunningJob } from './job/job.ts';
import { keepSecret, keyPairOf, readSecret } from './key-files.ts';
import { demoClients, reportsResource, type DemoAddresses, type DemoClient } from './organisation.ts';
import { startShop } from './shop/shop.ts';
import type { Running } from './web-app.ts';

/** The part of the admin API that the demo needs; the caller brings it along, over the local socket. */
export interface ClientRegistry {
  /** Creates the application. Throws an error whose `code` is `client.taken` where it exists already. */
  registerClient(population: string, registration: ClientRegistration): Promise<{ id: string; secret?: string }>;
  /** A new secret for an application that exists, where its old one is lost. */
  rotateSecret(population: string, id: string): Promise<string>;
}

export interface DemoOptions {
  readonly registry: ClientRegistry;
  readonly issuers: { readonly customers: string; readonly workforce: string; readonly workloads: string };
  /** Where keys and secrets of the applications are kept: `<data folder>/demo`. */
  readonly folder: string;
  readonly ports?: { readonly shop: number; readonly intranet: number; readonly job: number };
  readonly print?: (line: string) => void;
}

export interface Demo {
  readonly shop: Running;
  readonly intranet: Running;
  readonly job: RunningJob;
  close(): Promise<void>;
}

export const demoPorts = { shop: 3001, intranet: 3002, job: 3003 } as const;

/** What LIMEN_OUTBOUND_ALLOW has to hold so that back-channel logout reaches the applications on loopback. */
export function demoOutboundAllow(ports: { readonly shop: number; readonly intranet: number } = demoPorts): string[] {
  return [`localhost:${ports.shop}`, `localhost:${ports.intranet}`];
}

/** Registers the applications where that is still to be done, and starts them. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { registry, issuers, folder, ports = demoPorts } = options;
  const addresses: DemoAddresses = {
    shop: `http://localhost:${ports.shop}`, intranet: `http://localhost:${ports.intranet}`,
    job: `http://localhost:${ports.job}`,
  };
  const keys = { intranet: await keyPairOf(folder, 'intranet-key'), job: await keyPairOf(folder, 'job-key') };
  const clients = demoClients(addresses, keys);
  await register(registry, clients.kiosk);
  await register(registry, clients.intranet);
  await register(registry, clients.job);
  const clientSecret = await secretOf(registry, clients.shop, folder);

  const started: Running[] = [];
  const close = async () => { await Promise.all(started.map((each) => each.close())); };
  const keep = <R extends Running>(running: R): R => {
    started.push(running);
    return running;
  };
  try {
    const shop = keep(await startShop({
      issuer: issuers.customers, clientId: clients.shop.registration.id, clientSecret, port: ports.shop,
      kioskClientId: clients.kiosk.registration.id,
    }));
    const intranet = keep(await startIntranet({
      issuer: issuers.workforce, clientId: clients.intranet.registration.id, key: keys.intranet, port: ports.intranet,
    }));
    const job = keep(await startJob({
      issuer: issuers.workloads, clientId: clients.job.registration.id, key: keys.job, port: ports.job,
      resource: reportsResource(addresses), ...(options.print ? { print: options.print } : {}),
    }));
    return { shop, intranet, job, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives the secret where one was made; undefined where the application was registered before. */
async function register(registry: ClientRegistry, client: DemoClient): Promise<string | undefined> {
  try {
    return (await registry.registerClient(client.population, client.registration)).secret;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'client.taken') return undefined;
    throw error;
  }
}

/** A secret is shown once; where the kept copy is gone (or was another database's) a new one is asked for. */
async function secretOf(registry: ClientRegistry, client: DemoClient, folder: string): Promise<string> {
  const { population, registration: { id } } = client;
  const made = await register(registry, client);
  const kept = made === undefined ? await readSecret(folder, id) : undefined;
  const secret = made ?? kept ?? await registry.rotateSecret(population, id);
  if (secret !== kept) await keepSecret(folder, id, secret);
  return secret;
}
