/**
 * `npm run bench -- lockout`: how many passwords somebody guesses in half a year, and how many owners are shut out, by the
 * server's rules and by others. `--write` writes docs/reference/lockout.md.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../tools/root.ts';
import { measure } from './measure.ts';
import { chosenAnyhow, chosenHere } from './passwords.ts';
import { lockoutPage } from './report.ts';

const within = (text: string, least: number, most: number): number => Math.max(least, Math.min(most, Math.floor(Number(text)) || least));

/** Runs with the arguments after `lockout`; gives the exit code. */
export async function runLockout(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { write: { type: 'boolean', default: false }, quiet: { type: 'string', default: '20000' }, attacked: { type: 'string', default: '200' } },
  });
  const size = { quiet: within(values.quiet, 200, 1_000_000), attacked: within(values.attacked, 20, 100_000) };
  const measured = [chosenHere, chosenAnyhow].map((passwords) => {
    console.error(`Half a year with passwords ${passwords.name}`);
    return { passwords, found: measure(passwords, size, 'limen') };
  });
  const page = lockoutPage(measured, {
    command: ['npm run bench -- lockout', ...args].join(' '), day: new Date().toISOString().slice(0, 10), size,
  });
  console.log(page);
  if (values.write) await writeFile(join(root, 'docs/reference/lockout.md'), page);
  return 0;
}
