import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, Found, Row } from '../benchmark.ts';
import { freePort, limenFolder, startLimen } from '../processes/limen.ts';
import { canReadProcesses, memoryOf, treeOf, untilAtRest } from '../processes/process-tree.ts';
import { median, spread } from '../statistics.ts';

/** A server is looked at this long after it has come to rest, or as long as a round: what the start needed is given back by then. */
const idleFor = 5_000;

/** From the command to the first answer, and what lies in memory afterwards. */
export const start: Benchmark = {
  name: 'start',
  title: 'Start and memory',
  what: 'installed start to the first discovery document',
  reference: 'none',
  target: '≤ 2 s; server ≤ 250 MB, embedded database ≤ 150 MB, idle',
  how: 'The launcher that `npm start` calls is started with everything installed and the console built, and asked for a '
    + 'discovery document every 4 ms until it gives one: first on an empty data folder, where the embedded database is '
    + 'made and migrated, then again on the same one. Memory is read after that second start, when all has been at rest '
    + `for ${idleFor / 1_000} s, from \`/proc/<pid>/smaps_rollup\`: resident (RSS) of the server's process, and for `
    + 'PostgreSQL the proportional share (PSS) of all its processes together, so that the shared buffers, which all of '
    + 'them map, count once.',
  run: async ({ rounds, seconds: longest, profileTo }, say) => {
    if (profileTo !== undefined) return profileSecondStart(profileTo);
    const idle = Math.min(idleFor, longest * 1_000);
    const found = { first: [] as number[], again: [] as number[], server: [] as number[], database: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      const { first, again, memory } = await startTwice(idle);
      found.first.push(first);
      found.again.push(again);
      if (memory) {
        found.server.push(memory.server);
        found.database.push(memory.database);
      }
      say(`round ${round} of ${rounds}: ${seconds(first)}, again ${seconds(again)}, server ${megabytes(memory?.server ?? 0)}, `
        + `database ${megabytes(memory?.database ?? 0)}`);
    }
    return {
      rows: [
        rowOf('first start, empty data folder', found.first, 2_000, seconds),
        rowOf('start again', found.again, 2_000, seconds),
        ...(found.server.length === 0 ? [] : [
          rowOf('server at rest, RSS', found.server, 250, megabytes),
          rowOf('embedded database at rest, PSS', found.database, 150, megabytes),
        ]),
      ],
      notes: canReadProcesses ? [] : ['Memory is read on Linux only.'],
    };
  },
};

async function startTwice(idle: number) {
  const folder = await limenFolder();
  try {
    const given = { dataFolder: folder.path, port: await freePort() };
    const first = await timed(given);
    await first.limen.stop();
    const again = await timed(given);
    try {
      const memory = canReadProcesses ? await memoryAtRest(again.limen.pid, await again.limen.postmaster(), idle) : undefined;
      return { first: first.ms, again: again.ms, memory };
    } finally {
      await again.limen.stop();
    }
  } finally {
    await folder.remove();
  }
}

/** The first start makes the database; it is the second one that has to be quick. */
async function profileSecondStart(profileTo: string): Promise<Found> {
  const folder = await limenFolder();
  try {
    const given = { dataFolder: folder.path, port: await freePort() };
    await (await startLimen(given)).stop();
    const limen = await startLimen({ ...given, profileTo, profileStart: true });
    limen.toggleProfile();
    await untilAtRest([limen.pid]);
    await limen.stop();
    return { rows: [], notes: [] };
  } finally {
    await folder.remove();
  }
}

async function timed(given: Parameters<typeof startLimen>[0]) {
  const from = performance.now();
  const limen = await startLimen(given);
  return { limen, ms: performance.now() - from };
}

async function memoryAtRest(server: number, postmaster: number, idle: number): Promise<{ server: number; database: number }> {
  await untilAtRest([server, postmaster]);
  await pause(idle);
  const processes = await Promise.all((await treeOf(postmaster)).map(memoryOf));
  return { server: (await memoryOf(server)).rss, database: processes.reduce((sum, { pss }) => sum + pss, 0) };
}

function rowOf(what: string, values: readonly number[], most: number, format: (value: number) => string): Row {
  const reached = median(values);
  const across = spread(values);
  return {
    what, ours: format(reached), reference: '–', reached: format(reached), target: `≤ ${format(most)}`, met: reached <= most,
    spread: `${format(across.least)} – ${format(across.most)}`,
  };
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
