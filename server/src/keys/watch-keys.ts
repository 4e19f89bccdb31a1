import { second, type Log } from '../kernel/index.ts';
import type { Database, Listener } from '../storage/index.ts';
import { readChanges } from './key-store.ts';
import { keyChannel } from './rotate-keys.ts';

const pollEvery = 5 * second;

export interface KeyWatch {
  stop(): Promise<void>;
}

/**
 * Calls `onChange` with each population whose keys changed since the last look. It looks when the channel says so,
 * after the listening connection came back, and every few seconds.
 */
export async function watchKeys(
  { database, listener, log }: { database: Database; listener: Listener; log: Log },
  onChange: (population: string) => void, everyMilliseconds = pollEvery,
): Promise<KeyWatch> {
  let known = await readChanges(database.db);
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    do {
      again = false;
      const found = await readChanges(database.db);
      const changed = [...found].filter(([population, number]) => known.get(population) !== number);
      known = found;
      for (const [population] of changed) onChange(population);
    } while (again && !stopped);
  }

  /** What is said while it looks may be about something later than what it sees, so it looks once more. */
  function wake(): void {
    again = true;
    if (stopped) return;
    looking ??= look()
      .catch((error: unknown) => log.warn({ err: error }, 'looking for changed keys failed and is tried again'))
      .finally(() => { looking = undefined; });
  }

  const timer = setInterval(wake, everyMilliseconds);
  await listener.on(keyChannel, wake);
  wake();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
