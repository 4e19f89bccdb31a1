import { once } from 'node:events';
import { join } from 'node:path';
import type { ClientRegistry, Demo, DemoOptions } from '../../../../demo/index.ts';
import type { AdminApi } from '../../admin-api.ts';
import { CliError, exitCodes } from '../../cli-error.ts';
import { command, type Context } from '../../command.ts';
import { table } from '../../terminal-text.ts';

const allowed = 'LIMEN_OUTBOUND_ALLOW=localhost:3001,localhost:3002';

export const demoStart = command({
  name: 'demo start',
  summary: 'Runs the example applications beside the server, until Ctrl-C',
  about: 'A shop, an intranet and a job on ports 3001 to 3003; they are registered where they aren\'t. The server tells '
    + `them of logouts only if it was started with ${allowed}, as npm run demo `
    + 'does, which starts both.',
  examples: [`${allowed} npm start`, 'limen demo start'],
  run: (context) => runExamples(context),
});

type Ports = DemoOptions['ports'];

/** Starts them, and stops them when the command is interrupted. */
export async function runExamples(context: Context, ports?: Ports): Promise<void> {
  const { output, signal } = context;
  output.progress('Starting the example applications …');
  const demo = await start(context, ports);
  try {
    const { shop, intranet, job } = demo;
    output.result({ shop: shop.url, intranet: intranet.url, job: job.url }, (urls) => table([
      ['Shop', urls.shop], ['Intranet', urls.intranet], ['Job', urls.job],
    ]));
    output.note('Ctrl-C stops them.');
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await demo.close();
  }
}

async function start({ api, output, dataFolder }: Context, ports: Ports): Promise<Demo> {
  // Loaded here, since no other command needs it and it takes its time.
  const { startDemo } = await import('../../../../demo/index.ts');
  const { issuers } = await api.ask('server.status', {});
  const issuerOf = (population: string): string => issuers.find((each) => each.population === population)?.issuer
    ?? unable(`There is no population ${population}`, 'The examples need the three built-in ones.');
  return startDemo({
    folder: join(dataFolder, 'demo'), registry: registryOn(api), ...(ports ? { ports } : {}), print: output.note,
    issuers: { customers: issuerOf('customers'), workforce: issuerOf('workforce'), workloads: issuerOf('workloads') },
  }).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') unable('A port of the example applications is in use', 'Stop what uses it.', message);
    throw error;
  });
}

function registryOn(api: AdminApi): ClientRegistry {
  return {
    registerClient: async (population, registration) => {
      const { client, secret } = await api.ask('client.create', { params: { population }, body: registration });
      return { id: client.id, ...(secret === undefined ? {} : { secret }) };
    },
    rotateSecret: async (population, client) =>
      (await api.ask('client.rotate-secret', { params: { population, client }, body: { atOnce: true } })).secret,
  };
}

function unable(title: string, remedy: string, detail?: string): never {
  throw new CliError(exitCodes.failed, { title, remedy, ...(detail === undefined ? {} : { detail }) });
}
