/** What a test file has opened is ended after its last test, whether or not other files follow in the same process. */
import { after } from 'node:test';

const ends: (() => Promise<unknown>)[] = [];

/** In reverse order of what was asked: what came last stands on what came before. */
export function atFileEnd(end: () => Promise<unknown>): void {
  ends.push(end);
}

/** Ends all of it, also where one fails; tells the failures then. */
export async function endFile(): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.splice(0).reverse()) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'what the test file had opened did not end cleanly');
}

// A file that runs by itself. Where several share a process, in-a-row.ts says when each of them is over.
after(endFile);
