import { glob, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { root } from './root.ts';

/**
 * The checks come first: what they find is the quickest to mend. Then the longest, of which some keep the processor busy and
 * some mostly wait for others; then what starts browsers, builds or servers. Begun late, one of these would go on by itself
 * when all the others are done.
 */
const order = [
  /^tools\/check\/house\.test\.ts$/, /\/every-page\.browser\.|^pages\/pages\.browser\./, /^bench\/smoke\.|^server\/src\/app\/(start|crash)\./,
  /\.browser\./, /^(tools|bench|console)\//, /^server\/src\/app\//,
];

/** Takes the longest anyhow, or builds, or measures: nothing is won where others share its process. */
const byThemselves = /\/(every-page|pages|no-page-lost)\.browser\.|^tools\/(check\/house|build-console|launcher\/)|^bench\/(smoke|stuffing\/|lockout\/|risk\/)|^server\/src\/app\/(start|crash)\./;

/** So many that what they import weighs little beside them, and so few that a lane isn't left with too long an end. */
const filesTogether = (first: string): number => (first.includes('.browser.') ? 3 : 12);

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

/** Which files share a process, in the order given: neighbours, as they import much the same. */
export function groupTests(files: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    const joins = last !== undefined && last.length < filesTogether(last[0]!) && !byThemselves.test(file) && !byThemselves.test(last[0]!)
      && rank(file) === rank(last[0]!);
    if (joins) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

function rank(path: string): number {
  const found = order.findIndex((each) => each.test(path));
  return found === -1 ? order.length : found;
}
