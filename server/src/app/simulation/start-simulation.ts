import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { town as wholeTown, type Town } from '../../../../demo/people/index.ts';
import { systemRandomness } from '../../kernel/index.ts';
import { findMasterKey } from '../master-key.ts';
import type { RunningServer } from '../run-server.ts';
import type { Order, Told } from './run-simulation.ts';
import { isFilled, type Filled } from './fill.ts';

export interface Simulation {
  /** How it ended; never fails: the server goes on without made-up people. */
  readonly ended: Promise<Filled | 'failed'>;
  stop(): Promise<void>;
}

/** Starts the process beside the server; undefined where there is nothing to fill. `say` is told how far it is. */
export async function startSimulation(
  { config, ground }: RunningServer, say: (text: string) => void, town: Town = wholeTown,
): Promise<Simulation | undefined> {
  if (await isFilled(ground.events)) return undefined;
  const child = fork(join(import.meta.dirname, '../../../simulate.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let how: Filled | 'failed' = 'failed';
  child.on('message', (message) => {
    const told = message as Told;
    if (told.kind === 'progress') say(lineOf(told));
    else if (told.kind === 'end') how = told.how;
    else ground.log.error({ reason: told.message }, 'the simulation failed');
  });
  child.on('error', (error) => { ground.log.error({ err: error }, 'the simulation could not be started'); });
  const exited = new Promise<void>((resolve) => { child.once('close', () => { resolve(); }); });
  const order: Order = {
    target: config.databaseUrl?.reveal() ?? ground.cluster!.connection, town,
    masterKey: await findMasterKey(config, systemRandomness),
  };
  if (child.connected) child.send(order);
  return {
    ended: exited.then(() => how),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await exited;
    },
  };
}

function lineOf({ done, total, day }: Extract<Told, { kind: 'progress' }>): string {
  return `Made-up people live their lives: ${day}, ${Math.floor(done / total * 100)} %`;
}
