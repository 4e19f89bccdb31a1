/**
 * Makes the modules that applications load. What comes out is kept in `built`, so that nobody needs a bundler; a check
 * compares the two.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isolatedDeclaration } from 'rolldown/experimental';
import { build, type Rolldown } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What comes out, by its name, and from what. */
const modules = [
  { name: 'limen', entry: 'index.ts', target: 'es2022' },
  { name: 'step-up', entry: 'step-up.ts', target: 'es2022' },
  { name: 'server', entry: 'server/index.ts', target: 'node20' },
] as const;

/** The built files by their paths, with what should be in each. */
export async function buildSdk(): Promise<ReadonlyMap<string, string>> {
  const bundled = await Promise.all(modules.map(async (each): Promise<[string, string]> => [`${folder}built/${each.name}.js`, await bundle(each)]));
  return new Map([...bundled, ...await declarations()]);
}

/** Types of the module for servers, a file each: Node strips no types below `node_modules`, and compilers read none there. */
async function declarations(): Promise<readonly [string, string][]> {
  const files = (await readdir(`${folder}server`)).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^testing\.ts$/.test(file)).sort();
  return Promise.all(files.map(async (file): Promise<[string, string]> => {
    const { code, errors } = await isolatedDeclaration(file, await readFile(`${folder}server/${file}`, 'utf8'), {});
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
    return [`${folder}built/types/${file.replace(/\.ts$/, '.d.ts')}`, code.replaceAll(/(from ["']\.\/[\w-]+)\.ts(["'])/g, '$1.js$2')];
  }));
}

async function bundle({ entry, target }: typeof modules[number]): Promise<string> {
  const result = await build({
    configFile: false, logLevel: 'silent', root: folder,
    build: {
      write: false, target, modulePreload: { polyfill: false }, minify: true,
      lib: { entry: `${folder}${entry}`, formats: ['es'] },
    },
  }) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [chunk, ...others] = [result].flat().flatMap(({ output }) => output);
  if (!chunk || others.length > 0) throw new Error(`${entry} fell into several files`);
  return (chunk as Rolldown.OutputChunk).code;
}
