import { packageArrows, roomArrows, serverArrows } from '../arrows.ts';
import type { Check, Finding } from '../check.ts';
import { isTest, serverFolder } from '../house.ts';
import type { Import } from '../module.ts';

/** Only along the arrows. A test may go through any door, since it puts together what it needs. */
export const arrows: Check = {
  name: 'arrows',
  rule: 'A folder imports only what its row in tools/check/arrows.ts names. Move the code to where it may know this, '
    + 'tell it by an event, or take what is needed as an argument.',
  run: (house) => house.sources().flatMap((module) => module.imports.flatMap((each): Finding[] => {
    const message = module.faults.length > 0 ? undefined : whyNot(module.path, each);
    return message ? [{ file: module.path, line: each.line, message }] : [];
  })),
};

function whyNot(path: string, each: Import): string | undefined {
  return each.target ? whyNotFile(path, each) : whyNotPackage(path, each.specifier);
}

function whyNotPackage(path: string, specifier: string): string | undefined {
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const homes = packageArrows[name];
  if (!homes || isTest(path) || homes.some((home) => isBelow(path, home)) || roomArrows[roomOf(path) ?? '']?.includes('*')) {
    return undefined;
  }
  return `${name} is imported only in ${homes.join(', ')}`;
}

function whyNotFile(path: string, { target }: Import): string | undefined {
  const from = serverFolder(path);
  const to = serverFolder(target!);
  if (from && to) return from === to || isTest(path) ? undefined : whyNotServer(from, to, target!);
  const room = roomOf(path);
  if (room === undefined || roomOf(target!) === undefined) return undefined;
  const allowed = roomArrows[room] ?? [];
  if (allowed.includes('*') || roomOf(target!) === room || allowed.some((each) => isBelow(target!, each))) return undefined;
  if (isTest(path) && (isTest(target!) || roomOf(target!) === 'tools')) return undefined;
  return `${room} may not import ${target}`;
}

function whyNotServer(from: string, to: string, target: string): string | undefined {
  if (to === 'kernel') return undefined;
  const at = serverArrows.findIndex((row) => row.folder === from);
  const row = serverArrows[at];
  if (!row) return `server/src/${from} has no row in the table of arrows`;
  const { mayImport } = row;
  const allowed = 'everyEarlierBut' in mayImport
    ? serverArrows.slice(0, at).some((each) => each.folder === to) && !mayImport.everyEarlierBut.includes(to)
    : mayImport.includes(to);
  if (allowed || (row.readDoors && target.endsWith(`/${to}/read.ts`))) return undefined;
  return `${from} may not import ${to}`;
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The longest room that a path lies in. */
function roomOf(path: string): string | undefined {
  return Object.keys(roomArrows).filter((room) => isBelow(path, room)).toSorted((a, b) => b.length - a.length)[0];
}
