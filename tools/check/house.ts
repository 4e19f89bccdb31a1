import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseModule, type Module } from './module.ts';

/** The repository as the checks see it: its text files, and its sources parsed on first use. */
export interface House {
  /** Where it lies on disk; fixtures lie nowhere. */
  readonly root: string | undefined;
  /** Paths from the root, sorted. */
  readonly paths: readonly string[];
  text(path: string): string;
  has(path: string): boolean;
  /** Sources in TypeScript or JavaScript. */
  sources(): readonly Module[];
}

const leftOut = /(^|\/)(node_modules|\.git|\.limen|\.limen-install\.lock|dist)(\/|$)/;
const readable = /(\.(ts|tsx|mjs|js|json|sql|md|ya?ml|css|html|sh)|(^|\/)(LICENSE|NOTICE|run|\.npmrc|\.gitignore))$/;
/** What is built is compared with its sources; no rule is about how it looks. */
const source = /^(?!.*\/built\/).*\.(ts|tsx|mjs|js)$/;

/** A house of the files given: path to text. */
export function houseOf(files: Readonly<Record<string, string>>, root?: string): House {
  const paths = Object.keys(files).sort();
  let modules: readonly Module[] | undefined;
  const has = (path: string): boolean => Object.hasOwn(files, path);
  return {
    root, paths, has,
    text: (path) => files[path] ?? '',
    sources: () => modules ??= paths.filter((path) => source.test(path)).map((path) => parseModule(path, files[path]!)),
  };
}

export async function readHouse(root: string): Promise<House> {
  const files: Record<string, string> = {};
  for await (const entry of glob('**/*', { cwd: root, exclude: (path) => leftOut.test(path), withFileTypes: false })) {
    if (readable.test(entry)) files[entry] = await readFile(join(root, entry), 'utf8');
  }
  for (const hidden of ['.npmrc', '.gitignore', '.oxlintrc.json', '.ci/run']) {
    files[hidden] = await readFile(join(root, hidden), 'utf8').catch(() => '');
  }
  return houseOf(files, root);
}

/** The folder below `server/src` that a path lies in. */
export function serverFolder(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1];
}

/** Files that only tests run: the tests, and what is made for them. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || isForTests(path);
}

/** What is made for tests: `testing.ts`, `test-….ts`, and all below a folder `testing`. */
export function isForTests(path: string): boolean {
  return /(^|\/)(testing|test-[^/]+)\.ts$|(^|\/)testing\//.test(path) && path !== 'tools/test-files.ts';
}
