import { resolve } from 'node:path';
import { CliError } from '../../cli-error.ts';
import { command } from '../../command.ts';
import { readInput } from '../../read-input.ts';
import { takeTime } from '../../take-time.ts';
import { count } from '../../terminal-text.ts';

const mostBytes = 8 * 1024 * 1024;

export const principalImport = command<{ population: string; file: string; invite?: boolean }>({
  name: 'principal import',
  summary: 'Takes people from a CSV file: all rows or none',
  about: 'The first line names columns: email, username, employee_number, phone, display_name, locale; each row needs one of '
    + 'the first three. A row that names somebody known updates them, so the same file can be sent again. At most '
    + '50,000 rows and 8 MiB. Bad rows are told with their line and make the exit code 3.',
  arguments: { '<population>': 'where they belong', '<file>': 'CSV in UTF-8' },
  flags: [{ flags: '--invite', about: 'mail everybody who is new a one-time link, for 24 hours' }],
  examples: ['limen principal import workforce people.csv', 'limen principal import workforce joiners.csv --invite'],
  run: async ({ api, output, workingFolder }, { population, file, invite = false }) => {
    const csv = await readInput(resolve(workingFolder, file), mostBytes);
    const rows = csv.split('\n').filter((line) => line.trim() !== '').length - 1;
    const importing = api.ask('principal.import', { params: { population }, body: { csv, invite } });
    const outcome = await takeTime(output, `Importing about ${count(Math.max(rows, 0), 'row')}`, importing)
      .catch((error: unknown) => { throw placedIn(file, error); });
    output.result(outcome, ({ created, updated, unchanged, invited }) =>
      `${created} created, ${updated} updated, ${unchanged} unchanged${invite ? `; ${invited} invited` : ''}`);
  },
});

/** The server knows lines; which file they are of is known here. */
function placedIn(file: string, error: unknown): unknown {
  if (!(error instanceof CliError) || error.code !== 'import.invalid') return error;
  const faults = (error.told.faults ?? []).map((fault) => ({ ...fault, file, at: fault.at === 'file' ? '' : fault.at }));
  return new CliError(error.exitCode, { ...error.told, faults });
}
