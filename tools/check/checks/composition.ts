import type { Check, Finding } from '../check.ts';
import { isTest, serverFolder } from '../house.ts';
import { walk, type Module, type Node } from '../module.ts';

/** Only `app` puts the house together. */
export const composition: Check = {
  name: 'composition',
  rule: 'Only server/src/app calls another folder\'s create… functions (tests may too). Take the thing itself as a '
    + 'dependency.',
  run: (house) => house.sources()
    .filter(({ path }) => serverFolder(path) && serverFolder(path) !== 'app' && !isTest(path))
    .flatMap(foreignConstructions),
};

function foreignConstructions(module: Module): Finding[] {
  const foreign = new Map<string, string>();
  for (const { target, names, typeOnly } of module.imports) {
    const folder = target && serverFolder(target);
    if (typeOnly || !folder || folder === 'kernel' || folder === serverFolder(module.path)) continue;
    for (const { imported, local } of names) if (/^create[A-Z]/.test(imported)) foreign.set(local, folder);
  }
  if (foreign.size === 0) return [];
  const found: Finding[] = [];
  walk(module.program, (node) => {
    const callee = node.callee as (Node & { name?: string }) | undefined;
    const folder = node.type === 'CallExpression' && callee?.type === 'Identifier' ? foreign.get(callee.name!) : undefined;
    if (folder) found.push({ file: module.path, line: module.lineOf(node.start), message: `${callee!.name} belongs to ${folder}` });
  });
  return found;
}
