import { ensureConsole } from '../build-console.mjs';
import { root } from '../root.ts';

/** For browser tests of the console: builds it where it is missing or old, as `npm start` does. */
export async function builtConsole(): Promise<void> {
  const outcome = await ensureConsole(root, process.execPath);
  if (outcome === 'failed' || outcome === 'absent') throw new Error('the console could not be built');
}
