/**
 * `npm run check`: all rules of the house that a program can judge, reported together.
 * `npm run check -- <name>...` asks only those; `npm run check -- --write` first makes the generated files anew.
 */
import { root } from '../root.ts';
import { checks } from './checks/index.ts';
import { writeGoldens } from './checks/golden.ts';
import { readHouse } from './house.ts';
import { report, type Outcome } from './report.ts';

const asked = process.argv.slice(2);
const names = asked.filter((argument) => argument !== '--write');
const unknown = names.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}; and --write.`);
  process.exit(2);
}

if (asked.includes('--write')) {
  const changed = await writeGoldens(await readHouse(root));
  console.log(changed.length === 0 ? 'Generated files were up to date.' : `Written: ${changed.join(', ')}`);
}

const house = await readHouse(root);
const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
const outcomes = await Promise.all(chosen.map(async (check): Promise<Outcome> => {
  const startedAt = performance.now();
  const findings = await check.run(house);
  return { check, findings, milliseconds: performance.now() - startedAt };
}));
console.log(report(outcomes));
process.exitCode = outcomes.some(({ findings }) => findings.length > 0) ? 1 : 0;
