import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Golden } from '../../golden/golden.ts';
import { goldens } from '../../golden/index.ts';
import type { Check, Finding } from '../check.ts';
import type { House } from '../house.ts';

/** What is generated is as its sources say. */
export const golden: Check = {
  name: 'golden',
  rule: 'Generated files agree with what they are made from. Run `npm run check -- --write` and read the difference '
    + 'before keeping it.',
  run: (house) => compareGoldens(house, goldens),
};

export async function compareGoldens(house: House, all: readonly Golden[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const each of all) {
    let made: Awaited<ReturnType<Golden['make']>>;
    try {
      made = await each.make();
    } catch (error) {
      found.push({ file: `tools/golden/${each.name}.ts`, message: `could not be made: ${reasonOf(error)}` });
      continue;
    }
    for (const [path, content] of made ?? []) {
      if (!house.has(path)) found.push({ file: path, message: 'is missing' });
      else if (house.text(path) !== content) found.push({ file: path, line: firstDifference(house.text(path), content), message: 'is not up to date' });
    }
  }
  return found;
}

/** Writes them anew; gives the paths that changed. */
export async function writeGoldens(house: House, all: readonly Golden[] = goldens): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const each of all) {
    for (const [path, content] of await each.make() ?? []) {
      if (house.has(path) && house.text(path) === content) continue;
      const full = join(house.root!, path);
      await mkdir(dirname(full), { recursive: true });
      await rm(full, { force: true });
      await writeFile(full, content);
      changed.push(path);
    }
  }
  return changed;
}

function firstDifference(was: string, is: string): number {
  const lines = is.split('\n');
  const at = was.split('\n').findIndex((line, index) => line !== lines[index]);
  return at === -1 ? 1 : at + 1;
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  return [message ?? String(error), cause?.message].filter(Boolean).join(': ');
}
