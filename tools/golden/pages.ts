import { access } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.ts';
import type { Golden } from './golden.ts';

/** The browser scripts of the hosted pages, bundled: the server sends them as they are. */
export const pages: Golden = {
  name: 'pages',
  make: async () => {
    const builder = join(root, 'pages', 'src', 'build-scripts.ts');
    if (!(await access(builder).then(() => true, () => false))) return undefined;
    const { buildScripts } = await import(pathToFileURL(builder).href) as {
      buildScripts(): Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;
    };
    const built = [...await buildScripts()];
    return new Map(built.map(([path, content]) => [isAbsolute(path) ? relative(root, path) : path, content]));
  },
};
