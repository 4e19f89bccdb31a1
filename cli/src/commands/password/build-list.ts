import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { exitCodes } from '../../cli-error.ts';
import { command } from '../../command.ts';

const program = join(import.meta.dirname, '../../../../tools/passwords/build-list.ts');

export const passwordBuildList = command<{ hashes: string; list: string; seen?: number }>({
  name: 'password build-list',
  summary: 'Makes a list of breached passwords for LIMEN_BREACHED_PASSWORDS',
  about: 'Reads a file in the form of Have I Been Pwned: a SHA-1 a line in rising order, perhaps with ":" and how often it was '
    + 'seen. It is read as a stream, whatever its size; the list takes some three bytes for each. Needs no server. A list that '
    + 'servers use may be replaced while they run.',
  arguments: { '<hashes>': 'the file with hashes', '<list>': 'the list to make, or to replace' },
  flags: [{ flags: '--seen <number>', about: 'only what was seen at least so often', number: { least: 1, most: 1_000_000_000 } }],
  examples: ['limen password build-list pwnedpasswords.txt pwned.list', 'limen password build-list pwnedpasswords.txt pwned.list --seen 10'],
  run: async ({ output, workingFolder, signal }, { hashes, list, seen }) => {
    const child = spawn(process.execPath, [
      program, resolve(workingFolder, hashes), resolve(workingFolder, list), ...(seen === undefined ? [] : [String(seen)]),
    ], { stdio: ['ignore', 'pipe', 'inherit'], signal });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => { text += part; });
    const [code] = await once(child, 'close') as [number | null];
    if (code !== 0) return code === exitCodes.usage ? exitCodes.usage : exitCodes.failed;
    output.result(JSON.parse(text) as { entries: number; size: number }, ({ entries, size }) => `${entries} entries in ${size} bytes`);
    return exitCodes.done;
  },
});
