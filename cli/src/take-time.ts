import type { Output } from './output.ts';

/** Shows what is being done, and for how long already, until `work` settles. */
export async function takeTime<T>(output: Output, doing: string, work: Promise<T>): Promise<T> {
  let seconds = 0;
  output.progress(`${doing} …`);
  const timer = setInterval(() => { output.progress(`${doing} … ${seconds += 1} s`); }, 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
