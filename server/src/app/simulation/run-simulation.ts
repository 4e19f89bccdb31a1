import type { Town } from '../../../../demo/people/index.ts';
import { systemClock } from '../../kernel/index.ts';
import type { DatabaseTarget } from '../../storage/index.ts';
import { readConfig } from '../config.ts';
import { fill, type Filled } from './fill.ts';

/** What the server tells the process that it has started, over the channel between the two and nowhere else. */
export interface Order {
  readonly target: DatabaseTarget;
  readonly masterKey: string;
  readonly town: Town;
}

/** What that process tells back. */
export type Told =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly day: string }
  | { readonly kind: 'end'; readonly how: Filled }
  | { readonly kind: 'failure'; readonly message: string };

/** Runs as a program: waits for its order, fills the database, and ends; at once when the server is gone. */
export async function runSimulation(): Promise<void> {
  const stop = new AbortController();
  const stopNow = (): void => { stop.abort(); };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow);
  process.once('disconnect', stopNow);
  const order = await new Promise<Order>((resolve) => { process.once('message', (message) => { resolve(message as Order); }); });
  try {
    const how = await fill({
      ...order, logLevel: readConfig().logLevel, otherwise: systemClock(), signal: stop.signal,
      onProgress: ({ done, total, now }) => { say({ kind: 'progress', done, total, day: now.toISOString().slice(0, 10) }); },
    });
    say({ kind: 'end', how });
  } catch (error) {
    say({ kind: 'failure', message: error instanceof Error ? error.stack ?? error.message : String(error) });
    process.exitCode = 1;
  }
  process.removeListener('disconnect', stopNow);
  if (process.connected) process.disconnect();
}

function say(told: Told): void {
  if (process.connected) process.send?.(told);
}
