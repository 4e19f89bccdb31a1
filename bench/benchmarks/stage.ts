import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alternate, type Compared, type Side } from '../alternate.ts';
import type { Effort } from '../benchmark.ts';
import type { Application } from '../load/application.ts';
import type { Done } from '../load/closed-loop.ts';
import { limenFolder, startLimen, type LimenProcess } from '../processes/limen.ts';
import { untilAtRest } from '../processes/process-tree.ts';
import { startWorker, type Worker } from '../processes/worker.ts';

/** What a comparison is played with: our server, the load generator and a reference, each a process of its own. */
export interface Stage {
  readonly limen: LimenProcess;
  readonly generator: Worker;
  readonly reference: Worker;
  /** Ours under the load that the generator has prepared under this name. */
  ours(name: string, atOnce: number): Side;
  /** A reference that answers HTTP, likewise. */
  theirs(name: string, atOnce: number): Side;
  /** Compares, or, where a profile is wanted, runs ours alone under the profiler. */
  play(ours: Side, reference: Side): Promise<Compared | undefined>;
}

const folder = join(import.meta.dirname, '..');

/** Sets the stage, plays on it, and clears it whatever happens. */
export async function onStage<T>(
  referenceFile: string, effort: Effort, say: (text: string) => void, play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const clear: (() => Promise<unknown>)[] = [];
  try {
    const generator = await startWorker(join(folder, 'load/generator.ts'));
    clear.push(() => generator.stop());
    const reference = await startWorker(join(folder, 'reference', referenceFile));
    clear.push(() => reference.stop());
    const data = await limenFolder();
    clear.push(() => data.remove());
    const limen = await startLimen({
      dataFolder: data.path, ...(effort.profileTo === undefined ? {} : { profileTo: effort.profileTo }),
      environment: {
        // As behind a load balancer: the limits by network count each person's own.
        LIMEN_TRUSTED_PROXIES: '127.0.0.1,::1',
        LIMEN_SMTP_URL: await generator.call<string>('openMailbox'), LIMEN_MAIL_FROM: 'accounts@example.org',
      },
    });
    clear.push(() => limen.stop());
    return await play(stageOf({ limen, generator, reference }, effort, say));
  } finally {
    for (const each of clear.reverse()) await each().catch((error: unknown) => { say(`could not clear up: ${String(error)}`); });
  }
}

function stageOf(
  parts: Pick<Stage, 'limen' | 'generator' | 'reference'>, effort: Effort, say: (text: string) => void,
): Stage {
  const { limen, generator, reference } = parts;
  const side = (name: string, atOnce: number, pids: () => Promise<readonly number[]>): Side => ({
    run: (bounds) => generator.call<Done>('run', { side: name, atOnce, ...bounds }),
    rest: async () => untilAtRest(await pids()),
  });
  return {
    ...parts,
    ours: (name, atOnce) => side(name, atOnce, async () => [limen.pid, await limen.postmaster()]),
    theirs: (name, atOnce) => side(name, atOnce, async () => [reference.pid]),
    play: async (ours, theirs) => {
      if (effort.profileTo === undefined) return alternate(ours, theirs, effort, say);
      await ours.run(effort);
      limen.toggleProfile();
      await ours.run(effort);
      limen.toggleProfile();
      // It is written by the server, which is busy with it until then.
      await pause(1_000);
      return undefined;
    },
  };
}

interface StartedReference { readonly issuer: string; readonly applications: Record<string, { client_id: string; client_secret: string }> }

/** Starts the plain provider of the stage, and gives one of its applications. */
export async function referenceApplication({ reference }: Pick<Stage, 'reference'>, name: string): Promise<Application> {
  const { issuer, applications } = await reference.call<StartedReference>('start');
  const { client_id: id, client_secret: secret } = applications[name]!;
  return { issuer, id, secret };
}

/** Registers an application at our server. */
export async function ourApplication(
  { limen }: Pick<Stage, 'limen'>, population: string, registration: Record<string, unknown>,
): Promise<Application> {
  const { client, secret } = await limen.operator.createClient(population, registration);
  return { issuer: `${limen.url}/${population}`, id: client.id, secret };
}
