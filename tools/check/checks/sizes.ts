import type { Check, Finding } from '../check.ts';
import { isTest, type House } from '../house.ts';
import { walk, type Module, type Node } from '../module.ts';
import { sizeExceptions } from '../size-exceptions.ts';

const budget = { file: 400, function: 80, median: 90, ninetieth: 250 };

/** Small enough to be read at one go. */
export const sizes: Check = {
  name: 'sizes',
  rule: `A file has at most ${budget.file} lines and a function ${budget.function}; half the files have at most `
    + `${budget.median} and nine of ten at most ${budget.ninetieth}. Find the concept that is missing and give it a file; an `
    + 'exception is a line with its reason in tools/check/size-exceptions.ts.',
  run: (house) => sizesWith(house, sizeExceptions),
};

export function sizesWith(house: House, exceptions: Readonly<Record<string, string>>): Finding[] {
  const used = new Set<string>();
  const excused = (key: string): boolean => Object.hasOwn(exceptions, key) && Boolean(used.add(key));
  const found: Finding[] = [];
  for (const module of house.sources()) {
    const lines = linesOf(module);
    if (lines > budget.file && !excused(module.path)) {
      found.push({ file: module.path, message: `has ${lines} lines` });
    }
    for (const each of longFunctions(module)) {
      if (!excused(`${module.path}#${each.name}`)) {
        found.push({ file: module.path, line: each.line, message: `${each.name} has ${each.lines} lines` });
      }
    }
  }
  for (const key of Object.keys(exceptions)) {
    if (!used.has(key)) found.push({ file: 'tools/check/size-exceptions.ts', message: `${key} needs no exception any more` });
  }
  return [...found, ...distribution(house)];
}

const linesOf = (module: Module): number => module.text.split('\n').length - 1;

function distribution(house: House): Finding[] {
  const lengths = house.sources().filter(({ path }) => !isTest(path)).map(linesOf).sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.ceil(share * lengths.length) - 1] ?? 0;
  const found: Finding[] = [];
  if (at(0.5) > budget.median) found.push({ file: '.', message: `half the files have up to ${at(0.5)} lines` });
  if (at(0.9) > budget.ninetieth) found.push({ file: '.', message: `nine of ten files have up to ${at(0.9)} lines` });
  return found;
}

interface LongFunction { readonly name: string; readonly line: number; readonly lines: number }

function longFunctions(module: Module): LongFunction[] {
  const found: LongFunction[] = [];
  walk(module.program, (node, ancestors) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    const line = module.lineOf(node.start);
    const lines = module.lineOf(node.end) - line + 1;
    if (lines > budget.function && !groupsTests(ancestors.at(-1))) found.push({ name: nameOf(node, ancestors.at(-1)), line, lines });
  });
  return found;
}

/** `describe(…, () => { … })` is a heading, not a function. */
function groupsTests(parent: Node | undefined): boolean {
  const callee = parent?.type === 'CallExpression' ? parent.callee as { name?: string } : undefined;
  return callee?.name === 'describe' || callee?.name === 'suite';
}

function nameOf(node: Node, parent: Node | undefined): string {
  const name = (each: unknown): string | undefined => (each as { name?: string } | null | undefined)?.name;
  return name(node.id) ?? name(parent?.id) ?? name(parent?.key) ?? 'a function';
}
