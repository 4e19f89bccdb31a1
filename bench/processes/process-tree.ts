import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What Linux tells of processes; elsewhere there is nothing to read, and nothing is measured. */
export const canReadProcesses = process.platform === 'linux';

interface Stat { readonly parent: number; readonly ticks: number }

/** proc(5): the name may hold spaces and parentheses, so fields are counted from its end. */
export function readStat(text: string): Stat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : readStat(text);
}

/** A process and all that descend from it. */
export async function treeOf(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await statOf(Number(name)) : undefined;
    if (stat) parents.set(Number(name), stat.parent);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

const ticksOf = async (pids: readonly number[]): Promise<number> => (
  (await Promise.all(pids.map(statOf))).reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0));

const lookEvery = 200;
const longestRest = 60_000;
/** Hundredths of a second of CPU time within one look: less than 5 % of a core. */
const quiet = 1;
/** What a server does a moment after a request falls between two looks, not between three. */
const enoughLooks = 2;

/** Waits until processes do next to nothing; the answer is how many milliseconds they went on. */
export async function untilAtRest(roots: readonly number[]): Promise<number> {
  if (!canReadProcesses) return 0;
  const pids = (await Promise.all(roots.map(treeOf))).flat();
  const start = performance.now();
  let quietLooks = 0;
  for (let before = await ticksOf(pids); performance.now() - start < longestRest;) {
    await pause(lookEvery);
    const now = await ticksOf(pids);
    quietLooks = now - before <= quiet ? quietLooks + 1 : 0;
    if (quietLooks === enoughLooks) return Math.max(0, performance.now() - start - enoughLooks * lookEvery);
    before = now;
  }
  throw new Error('a server did not come to rest after its round');
}

/** Megabytes of a process: resident (RSS), and proportional (PSS), where what several share is counted once in all. */
export async function memoryOf(pid: number): Promise<{ rss: number; pss: number }> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1_024;
  return { rss: megabytes('Rss'), pss: megabytes('Pss') };
}
