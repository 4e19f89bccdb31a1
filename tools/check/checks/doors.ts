import type { Check, Finding } from '../check.ts';
import type { House } from '../house.ts';
import type { Module, Node } from '../module.ts';
import { serverFolder } from '../house.ts';

/** Every folder of the server says at its door what it owns and what it leaves alone. */
export const doors: Check = {
  name: 'doors',
  rule: 'server/src/<folder>/index.ts begins with a doc comment "<folder> owns … . It never …", and holds named re-exports '
    + 'of its own files and nothing else.',
  run: (house) => foldersOf(house).flatMap((folder) => {
    const path = `server/src/${folder}/index.ts`;
    const door = house.sources().find((module) => module.path === path);
    return door ? faultsOf(folder, door) : [{ file: path, message: `${folder} has no door` }];
  }),
};

function foldersOf(house: House): string[] {
  return [...new Set(house.paths.map(serverFolder).filter((folder) => folder !== undefined))];
}

function faultsOf(folder: string, door: Module): Finding[] {
  const found: Finding[] = [];
  const words = door.opening?.replace(/^\*?\s*(\*\s)?/, '').replaceAll(/\s+\*?\s*/g, ' ') ?? '';
  if (!words.startsWith(`${folder} owns `)) found.push({ file: door.path, line: 1, message: `it does not begin with "${folder} owns"` });
  if (!/\bnever\b/.test(words)) found.push({ file: door.path, line: 1, message: 'it does not say what it never does' });
  for (const statement of door.program.body as readonly Node[]) {
    if (statement.type === 'ExportNamedDeclaration' && statement.source) continue;
    const message = statement.type === 'ExportAllDeclaration' ? 'it exports without naming' : 'it holds more than re-exports';
    found.push({ file: door.path, line: door.lineOf(statement.start), message });
  }
  return found;
}
