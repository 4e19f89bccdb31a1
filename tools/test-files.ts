import { glob, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { root } from './root.ts';

/**
 * The checks come first: what they find is the quickest to mend. Then what takes long, since it starts servers, browsers
 * or builds: begun late, one of these would go on by itself when all the others are done.
 */
const order = [/^tools\/check\/house\.test\.ts$/, /^(tools|bench|console|pages)\//, /^server\/src\/app\//];

/** The test files at or below the paths given (from the current folder), or all there are; relative to the root. */
export async function findTests(paths: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  const exclude = (path: string): boolean => /(^|\/)(node_modules|\.git|\.limen|dist)(\/|$)/.test(path);
  for await (const path of glob('**/*.test.ts', { cwd: root, exclude })) all.push(path);
  all.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  if (paths.length === 0) return all;
  const asked = await Promise.all(paths.map(async (path) => {
    const full = resolve(path);
    const isFolder = await stat(full).then((found) => found.isDirectory(), () => false);
    return relative(root, full) + (isFolder ? '/' : '');
  }));
  return all.filter((file) => asked.some((path) => path === '/' || (path.endsWith('/') ? file.startsWith(path) : file === path)));
}

function rank(path: string): number {
  const found = order.findIndex((each) => each.test(path));
  return found === -1 ? order.length : found;
}
