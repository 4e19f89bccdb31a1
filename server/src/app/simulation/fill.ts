import { live, type Progress, type Town } from '../../../../demo/people/index.ts';
import type { EventLog } from '../../events/index.ts';
import { second } from '../../kernel/index.ts';
import type { Undo } from '../ground.ts';
import { clearSimulated } from './clear-simulated.ts';
import { composeSimulation, type SimulationGround } from './compose-simulation.ts';
import { withFillLock } from './fill-lock.ts';
import { createSimulatedHouse } from './simulated-house.ts';

/** How it went: `elsewhere` where another process is at it, `stopped` where the caller wanted no more. */
export type Filled = 'filled' | 'was-filled' | 'elsewhere' | 'stopped';

export interface FillOptions extends SimulationGround {
  readonly town: Town;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Whether a story was told to its end here; the log itself knows. */
export async function isFilled(events: Pick<EventLog, 'latest'>): Promise<boolean> {
  return (await events.latest({ origin: 'simulated', types: ['demo.filled'], limit: 1 })).length > 0;
}

/** Lets the town live until `otherwise`, once. What an earlier process left half told is removed first. */
export async function fill(options: FillOptions): Promise<Filled> {
  const undo: Undo = [];
  try {
    const parts = await composeSimulation(options, undo);
    return await withFillLock(parts.database, async () => {
      if (await isFilled(parts.events)) return 'was-filled';
      if ((await parts.events.latest({ origin: 'simulated', limit: 1 })).length > 0) await clearSimulated(parts.database);
      return tell(parts, options);
    }) ?? 'elsewhere';
  } finally {
    for (const each of undo.reverse()) await each();
  }
}

async function tell(parts: Awaited<ReturnType<typeof composeSimulation>>, options: FillOptions): Promise<Filled> {
  const { town, otherwise, onProgress, signal } = options;
  const { events, policies } = parts;
  const about = { population: null, actor: { kind: 'system' } } as const;
  const { customers, employees, days, seed } = town;
  await events.appendGrouped({ type: 'demo.fill_begun', ...about, open: { customers, employees, days, seed } });
  const originOf = async (slug: string) => new URL((await policies.population(slug)).issuer).origin;
  const house = createSimulatedHouse(parts, { customers: await originOf('customers'), workforce: await originOf('workforce') });
  const begun = performance.now();
  const acts = await live(town, { house, until: otherwise, onProgress, signal });
  if (signal.aborted) return 'stopped';
  const seconds = Math.round((performance.now() - begun) / second);
  await events.appendGrouped({ type: 'demo.filled', ...about, open: { acts, seconds } });
  return 'filled';
}
