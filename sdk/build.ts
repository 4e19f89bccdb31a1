/**
 * Makes the modules that applications load. What comes out is kept in `built`, so that nobody needs a bundler; a check
 * compares the two.
 */
import { fileURLToPath } from 'node:url';
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
  return new Map(await Promise.all(modules.map(async (each): Promise<[string, string]> => [`${folder}built/${each.name}.js`, await bundle(each)])));
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
