import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process of the benchmark's own that answers calls: the load generator, or a reference. */
export interface Worker {
  readonly pid: number;
  /** @throws what the worker threw, or that it ended */
  call<T>(name: string, argument?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export interface Call { readonly number: number; readonly name: string; readonly argument: unknown }
export interface Answer { readonly number: number; readonly result?: unknown; readonly error?: string }

/** Starts a file that calls `answerCalls`. */
export async function startWorker(file: string): Promise<Worker> {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', ({ number, result, error }: Answer) => {
    const caller = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(error));
  });
  child.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended`));
    waiting.clear();
  });
  await once(child, 'spawn');
  let calls = 0;
  return {
    pid: child.pid!,
    call: <T>(name: string, argument?: unknown) => new Promise<T>((resolve, reject) => {
      const number = calls += 1;
      waiting.set(number, { resolve: resolve as (result: unknown) => void, reject });
      child.send({ number, name, argument } satisfies Call);
    }),
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
