import { configCatalogue } from '../../../contract/config.ts';
import type { Check, Finding } from '../check.ts';
import { walk } from '../module.ts';

const reader = 'server/src/app/config.ts';
const catalogue = 'contract/config.ts';
const variable = /^(PORT|DATABASE_URL|LIMEN_[A-Z_]+[A-Z])$/;

/** What the server reads is what is documented. */
export const settings: Check = {
  name: 'settings',
  rule: `${reader} reads exactly the variables that ${catalogue} lists.`,
  run: (house) => settingsAgainst(house, configCatalogue.map(({ name }) => name)),
};

export function settingsAgainst(house: Parameters<Check['run']>[0], documented: readonly string[]): Finding[] {
  const module = house.sources().find(({ path }) => path === reader);
  if (!module) return [{ file: reader, message: 'is missing' }];
  const read = new Map<string, number>();
  walk(module.program, (node) => {
    const text = node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
    const pattern = (node.regex as { pattern?: string } | undefined)?.pattern;
    if (text && variable.test(text)) read.set(text, node.start);
    if (pattern?.includes('LIMEN_HOST_')) read.set('LIMEN_HOST_<SLUG>', node.start);
  });
  const undocumented = [...read].filter(([name]) => !documented.includes(name));
  return [
    ...undocumented.map(([name, at]) => ({ file: reader, line: module.lineOf(at), message: `${name} is not in ${catalogue}` })),
    ...documented.filter((name) => !read.has(name)).map((name) => ({ file: catalogue, message: `${name} is read nowhere` })),
  ];
}
