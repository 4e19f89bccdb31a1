import { relative } from 'node:path';
import { root } from '../root.ts';
import { buildSdk } from '../../sdk/build.ts';
import type { Golden } from './golden.ts';

/** The client for browsers, bundled: applications load it as it is. */
export const sdk: Golden = {
  name: 'sdk',
  make: async () => new Map([...await buildSdk()].map(([path, content]) => [relative(root, path), content])),
};
