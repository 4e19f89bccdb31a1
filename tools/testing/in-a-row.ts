/**
 * Runs test files one after another in one process: what they import is read, compiled and warmed up once for all.
 * Each file is a test of its own, named by its path, whose hooks run when the file is over.
 */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../root.ts';
import { endFile } from './file-end.ts';

/** Longer than any file takes on a busy machine; a single test has less. */
const timeout = 900_000;

/** `files` are relative to the root. */
export async function runInARow(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await test(file, { timeout }, async (t) => {
      t.after(endFile);
      const read = import(pathToFileURL(resolve(root, file)).href);
      // Its tests begin when the file has been read to its end; else those that follow on an await of its own came too late.
      t.before(() => read);
      await read;
    });
    await noteTimes(file, performance.now() - began, process.cpuUsage(used));
  }
}

/** For `npm test -- --times`: the file, milliseconds it took, and those of the processor in this process. */
async function noteTimes(file: string, wall: number, { user, system }: NodeJS.CpuUsage): Promise<void> {
  const notes = process.env['LIMEN_TEST_TIMES'];
  if (notes !== undefined) await appendFile(notes, `${file}\t${Math.round(wall)}\t${Math.round((user + system) / 1_000)}\n`);
}
