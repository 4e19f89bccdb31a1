import type { Check, Finding } from '../check.ts';
import { isForTests, isTest, serverFolder, type House } from '../house.ts';
import type { Import, Module } from '../module.ts';

/** Through the door only. */
export const entrances: Check = {
  name: 'entrances',
  rule: 'A folder of the server is entered through its index.ts, or its read.ts; testing.ts, test-….ts and testing/ are '
    + 'for tests and benchmarks; a folder\'s own '
    + 'files import each other, not their index. Import from the door, and export there what others need.',
  run: (house) => house.sources().flatMap((module) => module.imports.flatMap((each): Finding[] => {
    const message = whyNot(house, module, each);
    return message ? [{ file: module.path, line: each.line, message }] : [];
  })),
};

function whyNot(house: House, { path }: Module, { target }: Import): string | undefined {
  if (!target) return undefined;
  if (isForTests(target) && !isTest(path)) return /^(tools|bench)\//.test(path) ? undefined : `${target} is for tests`;
  const to = serverFolder(target);
  const from = serverFolder(path);
  if (!to || isForTests(target)) return undefined;
  const door = `server/src/${to}/`;
  if (from === to) {
    return target === `${door}index.ts` && !isTest(path) ? `${to} imports its own index` : undefined;
  }
  if (target === `${door}index.ts` || target === `${door}read.ts`) return undefined;
  return `${target} is inside ${to}${house.has(`${door}index.ts`) ? '' : ', which has no index.ts yet'}`;
}
