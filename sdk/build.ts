/**
 * Makes the module that applications load. What comes out is kept in `built`, so that nobody needs a bundler; a check
 * compares the two.
 */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The built file by its path, with what should be in it. */
export async function buildSdk(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false, logLevel: 'silent', root: folder,
    build: {
      write: false, target: 'es2022', modulePreload: { polyfill: false }, minify: true,
      lib: { entry: `${folder}index.ts`, formats: ['es'] },
    },
  }) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [chunk, ...others] = [result].flat().flatMap(({ output }) => output);
  if (!chunk || others.length > 0) throw new Error('the sdk fell into several files');
  return new Map([[`${folder}built/limen.js`, (chunk as Rolldown.OutputChunk).code]]);
}
