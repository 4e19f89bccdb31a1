/**
 * Loaded into a server that is to be profiled: SIGUSR2 begins a CPU profile, and the next one ends it and writes it to
 * BENCH_PROFILE_TO, so that a profile tells of the load alone and not of the start. With BENCH_PROFILE_START it has begun
 * before the server's first line, and tells of the start.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const target = process.env['BENCH_PROFILE_TO'];
const session = new Session();
session.connect();
let profiling = false;

async function toggle(): Promise<void> {
  profiling = !profiling;
  if (profiling) {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  if (target !== undefined) writeFileSync(target, JSON.stringify(profile));
}

process.on('SIGUSR2', () => { void toggle(); });
if (process.env['BENCH_PROFILE_START'] !== undefined) await toggle();
