/**
 * Makes the scripts that browsers load from `scripts/page-*.ts`. What comes out is kept in `scripts/built`, so that a
 * server needs no bundler; a check compares the two. Run by itself, it writes them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const names = ['form', 'form-work', 'sign-in', 'enrol', 'wait', 'work', 'work-aside'] as const;
const folder = fileURLToPath(new URL('scripts/', import.meta.url));

/** Each built file by its path, with what should be in it. */
export async function buildScripts(): Promise<Map<string, string>> {
  const built = new Map<string, string>();
  for (const name of names) built.set(`${folder}built/${name}.js`, await buildScript(`${folder}page-${name}.ts`));
  return built;
}

async function buildScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, output: { format: 'es' } },
    },
  }) as Rolldown.RolldownOutput;
  const [chunk, ...others] = result.output;
  if (others.length > 0) throw new Error(`${entry} fell into several files`);
  return chunk.code;
}

if (import.meta.main) {
  for (const [path, content] of await buildScripts()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}
