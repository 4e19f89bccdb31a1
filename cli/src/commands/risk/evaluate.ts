import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { exitCodes, misused } from '../../cli-error.ts';
import { command } from '../../command.ts';

const program = join(import.meta.dirname, '../../../../bench/risk/main.ts');

/** Of what the machine has left. A file that needs more is measured as far as that goes, and says so. */
const partOfMemory = 0.75;
/** MiB. */
const leastMemory = 512;

export const riskEvaluate = command<{ logins?: string; rows?: number }>({
  name: 'risk evaluate',
  summary: 'Measures on logins of your own how often people would be asked again',
  about: 'Reads a CSV file in the columns of the published rba-dataset, needs no server and sends nothing anywhere. Tells for '
    + 'our scores and those of the published reference how often genuine people would be asked again where a part of the takeovers '
    + 'in the file is caught. Rows may come in any order of time; the ones that can\'t be read are left out and counted. A file that '
    + 'the memory has no room for is measured as far as there is, and the answer says until when.',
  flags: [
    { flags: '--logins <file>', about: 'the CSV file' },
    { flags: '--rows <number>', about: 'rows to read at most', number: { least: 1, most: 40_000_000 } },
  ],
  examples: ['limen risk evaluate --logins logins.csv', 'limen risk evaluate --logins logins.csv --rows 1000000 --json'],
  run: async ({ output, workingFolder, signal }, { logins, rows }) => {
    if (logins === undefined) throw misused('There is no file to read', 'Give one with --logins FILE.csv.');
    const child = spawn(process.execPath, [
      `--max-old-space-size=${Math.max(leastMemory, Math.floor(process.availableMemory() * partOfMemory / 2 ** 20))}`, program, '--logins', resolve(workingFolder, logins), '--json', ...(rows === undefined ? [] : ['--rows', String(rows)]),
    ], { stdio: ['ignore', 'pipe', 'inherit'], signal });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => { text += part; });
    const [code] = await once(child, 'close') as [number | null];
    if (code !== 0) return code === exitCodes.usage ? exitCodes.usage : exitCodes.failed;
    output.result(JSON.parse(text) as { page: string }, ({ page }) => page);
    return exitCodes.done;
  },
});
