import { systemClock, systemRandomness } from '../kernel/index.ts';
import { compose, type Limen } from './compose.ts';
import type { Config } from './config.ts';
import { layGround, type Ground, type Seams, type Undo } from './ground.ts';
import { createHttpServer } from './http-server.ts';
import { listen } from './listen.ts';
import { startLocalServer } from './local-server.ts';
import { startWorkers } from './workers.ts';

export interface RunningServer {
  readonly config: Config;
  readonly limen: Limen;
  readonly ground: Ground;
  /** Ends requests under way, then everything behind them. Twice is once. */
  stop(): Promise<void>;
}

/** Starts the server. What was begun is undone when a later part fails. */
export async function runServer(config: Config, seams: Partial<Seams> = {}): Promise<RunningServer> {
  const { clock = systemClock, random = systemRandomness, progress = () => undefined } = seams;
  const undo: Undo = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => stopping ??= undoAll(undo);
  try {
    const ground = await layGround(config, { clock, random, progress }, undo);
    progress('Putting everything together');
    const limen = await compose(config, ground, undo);
    await startWorkers(ground, limen, undo);
    await startLocalServer(config, ground, limen, undo);
    const app = await createHttpServer(config, ground, limen);
    await listen(app, config, undo);
    return { config, limen, ground, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** In reverse order; one that fails keeps no other from being undone. */
async function undoAll(undo: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (const each of undo.splice(0).reverse()) await each().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'the server did not stop cleanly');
}
