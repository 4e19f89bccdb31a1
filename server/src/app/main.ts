import { once } from 'node:events';
import type { Demo } from '../../../demo/index.ts';
import { firstAdministratorLink } from './administrator-link.ts';
import { sayError, sayReady, saySimulated, createProgress } from './banner.ts';
import { readConfig } from './config.ts';
import { runServer, type RunningServer } from './run-server.ts';
import type { Simulation } from './simulation/index.ts';

/**
 * Runs the server as a program, until it is told to stop. `--demo` starts the example organisation beside it and, once
 * it serves, the made-up people.
 */
export async function main(args: readonly string[]): Promise<void> {
  const demo = args.includes('--demo') ? await loadDemo() : undefined;
  const progress = createProgress(process.stderr);
  const stop = toldToStop();
  let server: RunningServer | undefined;
  let organisation: Demo | undefined;
  let simulation: Simulation | undefined;
  try {
    const config = readConfig();
    server = await runServer(demo?.withDemo(config) ?? config, { progress: progress.say });
    if (!stop.aborted) {
      organisation = await demo?.startDemoOrganisation(server, progress.say);
      const link = await firstAdministratorLink(server, process.stdout);
      progress.end();
      sayReady(process.stdout, server, organisation, link);
      simulation = await demo?.startSimulation(server, progress.say);
      void simulation?.ended.then((how) => {
        progress.end();
        if (!stop.aborted) saySimulated(process.stdout, how);
      });
    }
    if (!stop.aborted) await once(stop, 'abort');
    progress.say('Stopping');
    await simulation?.stop();
    await organisation?.close();
    await server.stop();
    progress.end();
    process.exit(0);
  } catch (error) {
    progress.end();
    sayError(process.stderr, error);
    await simulation?.stop().catch(() => undefined);
    await server?.stop().catch(() => undefined);
    process.exit(1);
  }
}

/** Loaded where it is asked for: a server of one's own starts sooner without the examples. */
async function loadDemo() {
  return { ...await import('./demo-organisation.ts'), ...await import('./simulation/index.ts') };
}

/**
 * Heard from the first moment on, since a start that is cut off would leave its database running. Ctrl-C reaches us
 * from the terminal and again from npm.
 */
function toldToStop(): AbortSignal {
  const told = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { told.abort(); });
  return told.signal;
}
