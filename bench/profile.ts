import { table } from './page.ts';

/** What V8 writes as `.cpuprofile`, as far as it is read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface SelfTime { readonly name: string; readonly where: string; readonly share: number }

/** Time in each function itself, without what it calls, as a share of all the time that wasn't idle. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile, root: string): readonly SelfTime[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, { name: string; where: string; time: number }>();
  let busy = 0;
  for (const [index, sample] of samples.entries()) {
    const frame = frames.get(sample)!;
    const time = timeDeltas[index] ?? 0;
    // The profiler's own work isn't the server's.
    if (frame.functionName === '(idle)' || frame.url === 'node:inspector') continue;
    busy += time;
    const where = placeOf(frame.url, root);
    const key = `${frame.functionName}@${where}:${frame.lineNumber}`;
    const known = times.get(key);
    if (known) known.time += time;
    else times.set(key, { name: frame.functionName || '(anonymous)', where: where === '' ? '' : `${where}:${frame.lineNumber + 1}`, time });
  }
  return [...times.values()].map(({ name, where, time }) => ({ name, where, share: time / busy }))
    .sort((a, b) => b.share - a.share);
}

/** The share of the time in which the process did nothing: it waited for a disk, a database or its next request. */
export function idleShare({ nodes, samples, timeDeltas }: CpuProfile): number {
  const idle = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id));
  let waited = 0;
  let all = 0;
  for (const [index, sample] of samples.entries()) {
    const time = timeDeltas[index] ?? 0;
    all += time;
    if (idle.has(sample)) waited += time;
  }
  return all === 0 ? 0 : waited / all;
}

/** The same by package or folder of the house. */
export function byPlace(times: readonly SelfTime[]): readonly { readonly place: string; readonly share: number }[] {
  const shares = new Map<string, number>();
  for (const { name, where, share } of times) {
    const place = where === '' ? name : /^(node_modules\/(?:@[^/]+\/)?[^/]+|server\/src\/[^/]+|node:[^/:]+|[^/]+)/.exec(where)![1]!;
    shares.set(place, (shares.get(place) ?? 0) + share);
  }
  return [...shares].map(([place, share]) => ({ place, share })).sort((a, b) => b.share - a.share);
}

function placeOf(url: string, root: string): string {
  return url.replace(/^file:\/\//, '').replace(`${root}/`, '');
}

/** A profile as a page: what a reader can take in, in place of megabytes. */
export function profilePage(given: {
  title: string; day: string; command: string; times: readonly SelfTime[]; idle: number; tried: string;
}): string {
  const { title, day, command, times, idle, tried } = given;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return [
    `# Profile: ${title}`,
    'Samples of the server\'s process under the benchmark\'s load (of a start: from the command to the first answer), by '
      + `the clock and without idle time, which was ${percent(idle)} of it: where all cores are busy, a system call that wakes `
      + 'another process (`writev`) holds its waiting too. PostgreSQL, the hashing of passwords and the load generator are '
      + `not in it. Made on ${day} by \`${command}\`.`,
    '## By place',
    table(['Where', 'Share'], byPlace(times).slice(0, 20).map(({ place, share }) => [place, percent(share)])),
    '## By function, itself',
    table(['Function', 'Where', 'Share'], times.slice(0, 30).map(({ name, where, share }) => [name, where, percent(share)])),
    ...(tried === '' ? [] : ['## What was tried', tried]),
  ].join('\n\n').concat('\n');
}
