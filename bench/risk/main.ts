/**
 * `npm run bench -- risk`: how often genuine people are asked again at a fixed part of impostors caught, ours beside the
 * reference. `--write` writes docs/reference/risk.md, risk.html and the
 * calibration that the server begins with; `--logins FILE.csv` measures a file of one's own.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../tools/root.ts';
import { readDataset, UnreadableFile } from './dataset.ts';
import { attackers, tellStory, type Attacker } from './generator/index.ts';
import { measureOwn } from './own-data.ts';
import { plotPage } from './plot-page.ts';
import { calibrationFile } from './calibration-file.ts';
import { leftOutInWords, ownPage, publishedReference, riskPage } from './report.ts';
import { measure } from './targets.ts';

const mostRows = 40_000_000;

/** Runs with the arguments after `risk`; gives the exit code. */
export async function runRisk(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      write: { type: 'boolean', default: false }, people: { type: 'string', default: '6000' }, logins: { type: 'string' },
      rows: { type: 'string', default: String(mostRows) }, json: { type: 'boolean', default: false },
    },
  });
  if (values.logins !== undefined) return evaluateFile(values.logins, Math.max(1, Math.min(mostRows, Number(values.rows) || mostRows)), values.json);
  const people = Math.max(200, Math.min(50_000, Math.floor(Number(values.people)) || 6_000));
  console.error(`Making up ${people} people`);
  const story = tellStory('limen', people);
  console.error(`Scoring ${story.logins.length} logins, eight times`);
  const found = measure(story, 'limen');
  const page = riskPage(found, {
    command: ['npm run bench -- risk', ...args].join(' '), day: new Date().toISOString().slice(0, 10), people, published: publishedReference,
    overlap: Object.fromEntries(attackers.map((attacker) => [attacker, story.overlap(attacker)])) as Record<Attacker, number>,
  });
  console.log(page);
  if (values.write) {
    await writeFile(join(root, 'docs/reference/risk.md'), page);
    await writeFile(join(root, 'docs/reference/risk.html'), plotPage(found));
    await writeFile(join(root, 'server/src/risk/shipped-calibration.ts'), calibrationFile(found.calibration));
  }
  return 0;
}

async function evaluateFile(file: string, rows: number, asJson: boolean): Promise<number> {
  try {
    const reading = await readDataset(file, rows);
    const found = measureOwn(reading, 'limen');
    if (!found) {
      console.error('No takeover in the file follows a login of its user, so that nothing can be measured against it. '
        + `${reading.logins.length + reading.failed} rows were read; ${leftOutInWords(reading.leftOut)}.`);
      return 1;
    }
    const { leftOut } = reading;
    const page = ownPage(found, leftOut);
    console.log(asJson ? JSON.stringify({ ...found, leftOut, page }) : page);
    return 0;
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (!(error instanceof UnreadableFile) && syscall === undefined) throw error;
    console.error(error instanceof UnreadableFile ? error.message : `${file} can't be read (${code}). Is it there, a file, and yours to read?`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await runRisk(process.argv.slice(2));
