import type { Check, Finding } from '../check.ts';
import { isTest } from '../house.ts';
import { walk, type Module, type Node } from '../module.ts';
import { drawsRandomness, seams, type SeamName } from '../seams.ts';

/** The outside comes in at the seams only. */
export const seamsCheck: Check = {
  name: 'seams',
  rule: 'Time, randomness, the environment and calls out come in at the files of tools/check/seams.ts only.',
  run: (house) => house.sources().filter(({ path }) => !isTest(path)).flatMap(crossings),
};

function crossings(module: Module): Finding[] {
  const found: Finding[] = [];
  const report = (name: SeamName, offset: number): void => {
    const seam = seams[name];
    if (seam.at.some((at) => (at.endsWith('/') ? module.path.startsWith(at) : module.path === at))) return;
    found.push({ file: module.path, line: module.lineOf(offset), message: `uses ${seam.what}: ${seam.instead}` });
  };
  const bound = namesBoundIn(module);
  walk(module.program, (node, ancestors) => {
    const name = crossing(node, ancestors, bound);
    if (name) report(name, node.start);
  });
  for (const { specifier, names, line } of module.imports) {
    const drawn = /^(node:)?crypto$/.test(specifier) && names.some(({ imported }) => drawsRandomness.has(imported));
    if (drawn && !seams.randomness.at.some((at) => module.path.startsWith(at))) {
      found.push({ file: module.path, line, message: `uses ${seams.randomness.what}: ${seams.randomness.instead}` });
    }
  }
  return found;
}

function crossing(node: Node, ancestors: readonly Node[], bound: ReadonlySet<string>): SeamName | undefined {
  const callee = node.callee as Node | undefined;
  if (node.type === 'NewExpression' && isName(callee, 'Date') && (node.arguments as unknown[]).length === 0) return 'time';
  if (node.type === 'CallExpression' && isName(callee, 'Date')) return 'time';
  if (isMember(node, 'Date', 'now')) return 'time';
  if (isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID')
    || isMember(node, 'crypto', 'getRandomValues')) return 'randomness';
  if (isMember(node, 'process', 'env')) return 'environment';
  if (isMember(node, 'globalThis', 'fetch')) return 'network';
  if (isName(node, 'fetch') && !bound.has('fetch') && isReference(node, ancestors.at(-1))) return 'network';
  return undefined;
}

const isName = (node: Node | undefined, name: string): boolean => node?.type === 'Identifier' && node.name === name;

function isMember(node: Node, object: string, property: string): boolean {
  return node.type === 'MemberExpression' && isName(node.object as Node, object) && (isName(node.property as Node, property)
    || (node.property as Node).value === property);
}

/** Not the name of a property, key or type member. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent.type === 'Property') return parent.value === node;
  return /Call|New|Variable|Assignment|Argument|Return|Arrow|Logical|Conditional|Await|Object|Array/.test(parent.type);
}

/** Names that the file gives a meaning of its own: imports, variables, functions and parameters. */
function namesBoundIn(module: Module): Set<string> {
  const bound = new Set(module.imports.flatMap((each) => each.names.map(({ local }) => local)));
  const bind = (pattern: Node | null | undefined): void => {
    if (pattern) walk(pattern, (node) => { if (node.type === 'Identifier') bound.add(String(node.name)); });
  };
  walk(module.program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') bind(node.id as Node);
    for (const parameter of Array.isArray(node.params) ? node.params as Node[] : []) {
      bind(parameter.type === 'AssignmentPattern' ? parameter.left as Node : parameter);
    }
  });
  return bound;
}
