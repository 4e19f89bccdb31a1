/**
 * `npm run bench`: measures what Limen promises of its speed, each beside its reference. `npm run bench -- token` runs one,
 * `--write` writes docs/reference/performance.md, `--profile` profiles ours under the same load instead. What risk
 * scoring catches and whom it bothers is measured by `npm run bench -- risk`.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../tools/root.ts';
import type { Benchmark, Effort, Report } from './benchmark.ts';
import { benchmarks } from './benchmarks/index.ts';
import { describeMachine } from './machine.ts';
import { performancePage, resultTable } from './page.ts';
import { runRisk } from './risk/main.ts';
import { idleShare, profilePage, selfTimes, type CpuProfile } from './profile.ts';

if (process.argv[2] === 'risk') process.exit(await runRisk(process.argv.slice(3)));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' }, people: { type: 'string', default: '200' },
    principals: { type: 'string', default: '1000000' },
  },
});

const chosen = positionals.length === 0 ? benchmarks : benchmarks.filter(({ name }) => positionals.includes(name));
const within = (text: string, most: number): number => Math.max(1, Math.min(most, Math.floor(Number(text)) || 1));
const effort: Effort = {
  rounds: within(values.rounds, 50), seconds: within(values.seconds, 60), people: within(values.people, 5_000), principals: within(values.principals, 5_000_000), most: 200_000,
};
const day = new Date().toISOString().slice(0, 10);
const page = join(root, 'docs/reference/performance.md');
const profiles = join(root, 'docs/reference/profiles');

/** As it was given, so that whoever reads a figure can take it again. */
const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');

const say = (text: string): void => { console.error(`  ${text}`); };

async function measure(): Promise<void> {
  const machine = describeMachine();
  const results = [];
  for (const benchmark of chosen) {
    console.error(benchmark.title);
    results.push({ benchmark, found: await benchmark.run(effort, say) });
  }
  console.log(resultTable(results.flatMap(({ found }) => found.rows)));
  for (const { benchmark, found } of results) for (const note of found.notes) console.log(`\n${benchmark.title}: ${note}`);
  if (!values.write) return;
  const report: Report = { machine, day, command, results };
  const known = await readdir(profiles).catch(() => []);
  await writeFile(page, performancePage(report, new Set(known.map((file) => file.replace(/\.md$/, '')))));
}

async function profile(benchmark: Benchmark): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-profile-'));
  try {
    const profileTo = join(folder, 'of.cpuprofile');
    await benchmark.run({ ...effort, profileTo }, say);
    const recorded = JSON.parse(await readFile(profileTo, 'utf8')) as CpuProfile;
    const at = join(profiles, `${benchmark.name}.md`);
    // What was tried is written by whoever tried it, and stays.
    const tried = /## What was tried\n\n([\s\S]*)$/.exec(await readFile(at, 'utf8').catch(() => ''))?.[1]?.trim() ?? '';
    const text = profilePage({
      title: benchmark.title, day, command, times: selfTimes(recorded, root), idle: idleShare(recorded), tried,
    });
    if (!values.write) return console.log(text);
    await mkdir(profiles, { recursive: true });
    await writeFile(at, text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (chosen.length === 0 || (values.write && !values.profile && chosen.length < benchmarks.length)) {
  console.error(chosen.length === 0
    ? `There is no such benchmark; there are ${benchmarks.map(({ name }) => name).join(', ')}.`
    : 'The page holds all rows, made in one run: leave the names out to write it.');
  process.exitCode = 2;
} else if (values.profile) {
  for (const benchmark of chosen) await profile(benchmark);
} else {
  await measure();
}
