import type { Check } from '../check.ts';
import type { Module } from '../module.ts';

/** No file needs itself at run time, by whatever detour. */
export const cycles: Check = {
  name: 'cycles',
  rule: 'Files do not import each other in a circle at run time (`import type` is no arrow; `import { type … }` is one). '
    + 'Move what both need to a third file.',
  run: (house) => circlesIn(house.sources()).map((circle) => ({
    file: circle[0]!, message: `${[...circle, circle[0]].join(' -> ')}`,
  })),
};

/** One circle for each group of files that reach each other (Tarjan's strongly connected components). */
function circlesIn(modules: readonly Module[]): string[][] {
  const arrows = new Map(modules.map((module) => [module.path, runtimeTargets(module)]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const next of arrows.get(path) ?? []) {
      if (!arrows.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || arrows.get(path)?.includes(path)) groups.push(group);
  };
  for (const path of arrows.keys()) if (!index.has(path)) visit(path);
  return groups.map((group) => shortestCircle(group, arrows));
}

function shortestCircle(group: readonly string[], arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const start = group.toSorted()[0]!;
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of arrows.get(way.at(-1)!) ?? []) {
      if (next === start) return way;
      if (seen.has(next) || !group.includes(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [...group];
}

function runtimeTargets(module: Module): string[] {
  return module.imports.filter((each) => each.target && !each.typeOnly).map((each) => each.target!);
}
