import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { policyFileBounds, type PolicyFile } from '../../contract/policy/index.ts';
import { CliError, exitCodes, misused } from './cli-error.ts';

/** More than a policy may have, so that the server can say so. */
const mostFiles = policyFileBounds.files * 2;
/** Bytes; UTF-8 takes at most three for each of JavaScript's characters. */
const mostBytes = policyFileBounds.characters * 4;

/** The YAML files of a folder and its subfolders, without hidden ones. @throws CliError */
export async function readPolicyFolder(folder: string): Promise<readonly PolicyFile[]> {
  const paths = await yamlFilesOf(folder);
  if (paths.length === 0) {
    throw misused('There are no policy files in this folder', 'limen policy export writes those in force.', folder);
  }
  return Promise.all(paths.map(async (path) => {
    const full = join(folder, path);
    if ((await stat(full)).size > mostBytes) {
      throw misused('A file is too large for a policy', `At most ${policyFileBounds.characters} characters are taken.`, full);
    }
    // What isn't UTF-8 becomes U+FFFD, which the server refuses with its line.
    return { path: path.split(sep).join('/'), text: await readFile(full, 'utf8') };
  }));
}

async function yamlFilesOf(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (at: string, depth: number): Promise<void> => {
    const names = await readdir(at).catch((error: Error) => {
      throw misused('A folder could not be read', 'Check the path.', error.message);
    });
    for (const name of names.filter((each) => !each.startsWith('.')).sort()) {
      const path = join(at, name);
      // A link counts as what it leads to: a mounted volume is full of them.
      const kind = await stat(path).catch(() => undefined);
      if (kind?.isDirectory() && depth < 3) await walk(path, depth + 1);
      else if (kind?.isFile() && /\.ya?ml$/i.test(name)) found.push(relative(folder, path));
      if (found.length > mostFiles) {
        throw misused('This folder has more YAML files than a policy may', 'Name the folder of one policy.', folder);
      }
    }
  };
  await walk(folder, 0);
  return found;
}

/** The population that the files say they are of. @throws CliError with the file's place */
export function populationOf(files: readonly PolicyFile[], folder: string): string {
  const file = files.find(({ path }) => path === 'population.yaml');
  const slug: unknown = file && (parseDocument(file.text).toJS({ maxAliasCount: 0 }) as { slug?: unknown } | null)?.slug;
  if (typeof slug === 'string' && slug !== '') return slug;
  const fault = { at: 'slug', file: join(folder, 'population.yaml'), line: 1, problem: file ? 'names no population' : 'is missing' };
  throw new CliError(exitCodes.faults, {
    title: 'The files do not say whose policy they are', faults: [fault],
    remedy: 'Write the population\'s slug there, or name it with --population.',
  });
}

/**
 * Writes the files of a policy. Files that are there and differ are replaced only with `force`.
 * @returns YAML files of the folder that the policy doesn't have
 * @throws CliError naming the files that differ
 */
export async function writePolicyFolder(
  folder: string, files: readonly PolicyFile[], force: boolean,
): Promise<readonly string[]> {
  const there = await stat(folder).then(() => yamlFilesOf(folder), () => []);
  const differing: string[] = [];
  for (const { path, text } of files) {
    const full = insideOf(folder, path);
    const before = await readFile(full, 'utf8').catch(() => undefined);
    if (before !== undefined && before !== text) differing.push(full);
  }
  if (differing.length > 0 && !force) {
    throw misused('Files that are there would be replaced', 'Export into another folder, or replace them with --force.', differing.join(', '));
  }
  for (const { path, text } of files) {
    const full = insideOf(folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text).catch((error: Error) => {
      throw misused('A file could not be written', 'Check the folder.', error.message);
    });
  }
  return there.filter((each) => !files.some(({ path }) => path === each.split(sep).join('/')));
}

/** The path of a file, which must not lead out of the folder, whatever the server says. */
function insideOf(folder: string, path: string): string {
  const full = resolve(folder, path);
  if (full.startsWith(resolve(folder) + sep)) return full;
  throw new CliError(exitCodes.failed, { title: 'The server named a file outside the folder', detail: path, remedy: 'Nothing was written.' });
}
