/** The rules of the house, asked of the house itself. `npm run check` asks the same. */
import { test } from 'node:test';
import { AssertionError } from 'node:assert';
import { root } from '../root.ts';
import { checks } from './checks/index.ts';
import { readHouse } from './house.ts';
import { explain } from './report.ts';

const house = await readHouse(root);
for (const check of checks) {
  test(`the house: ${check.name}`, async () => {
    const findings = await check.run(house);
    if (findings.length > 0) throw new AssertionError({ message: `\n${explain(check, findings)}` });
  });
}
