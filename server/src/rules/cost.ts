import type { ASTNode } from '@marcbachmann/cel-js';
import { joined, larger, listOf, scalar, sizeOfFact, textOf, weight, type Size } from './sizes.ts';
import { callRule, refusedFunction, search } from './calls.ts';
import { listLimit, pathOf, type FactPath, type FactTypes } from './facts.ts';

/** A place in the expression that is refused, and why. */
export interface Refusal {
  readonly offset: number;
  readonly problem: string;
}

/** What an expression can come to: `cost` in units of about 50 ns, the facts it names, and what is refused in it. */
export interface Estimate {
  readonly cost: number;
  readonly paths: readonly FactPath[];
  readonly refusals: readonly Refusal[];
}

const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** One macro inside another, and no deeper. */
const deepestMacro = 2;

function element(size: Size): Size {
  return size.each ?? scalar;
}

/** Where the walk stands: the macros' variables, how often this place is reached, how deep in macros it lies. */
interface Place {
  readonly variables: ReadonlyMap<string, Size>;
  readonly times: number;
  readonly depth: number;
}

/** What the walk has gathered so far. */
interface Tally {
  readonly types: FactTypes;
  readonly paths: Map<string, FactPath>;
  readonly refusals: Refusal[];
  cost: number;
}

/**
 * The worst case over every list at its limit and every branch taken, by walking the tree once. The tree is bounded
 * by the parser's limits.
 */
export function estimate(root: ASTNode, types: FactTypes): Estimate {
  const tally: Tally = { types, paths: new Map(), refusals: [], cost: 0 };
  visit(tally, root, { variables: new Map(), times: 1, depth: 0 });
  return { cost: Math.ceil(tally.cost), paths: [...tally.paths.values()], refusals: tally.refusals };
}

/** Adds what `node` costs at this place and gives the size of its value. */
function visit(tally: Tally, node: ASTNode, place: Place): Size {
  const inner = (child: ASTNode) => visit(tally, child, place);
  const spend = (units: number) => { tally.cost += units * place.times; };
  spend(1);
  switch (node.op) {
    case 'value': return typeof node.args === 'string' ? textOf(node.args.length) : scalar;
    case 'id': return named(tally, node.args, place);
    case '.': {
      notePath(tally, factIn(node, place));
      const left = inner(node.args[0]);
      return left.fields?.[node.args[1]] ?? element(left);
    }
    case '[]':
      notePath(tally, entryIn(node, place));
      inner(node.args[1]); return element(inner(node.args[0]));
    case '!_': case '-_': return inner(node.args);
    case '?:': inner(node.args[0]); return larger(inner(node.args[1]), inner(node.args[2]));
    case 'list': return listOf(node.args.length, node.args.map(inner).reduce(larger, scalar));
    case 'map': return listOf(node.args.length, node.args.flat().map(inner).reduce(larger, scalar));
    case '+': {
      const [left, right] = [inner(node.args[0]), inner(node.args[1])];
      spend(weight(left) + weight(right));
      return joined(left, right);
    }
    case 'in': {
      const [left, right] = [inner(node.args[0]), inner(node.args[1])];
      spend(right.each ? right.count * weight(left) + weight(right) : search(right, left));
      return scalar;
    }
    case '==': case '!=': case '<': case '<=': case '>': case '>=':
      spend(weight(inner(node.args[0])) + weight(inner(node.args[1])));
      return scalar;
    case '&&': case '||': case '-': case '*': case '/': case '%':
      node.args.forEach(inner);
      return scalar;
    case 'call': return call(tally, node, node.args[0], node.args[1], place);
    case 'rcall': return macros.has(node.args[0])
      ? loop(tally, node, place)
      : call(tally, node, node.args[0], [node.args[1], ...node.args[2]], place);
    default: return refuse(tally, node, 'this form is not part of conditions');
  }
}

function named(tally: Tally, name: string, place: Place): Size {
  const own = place.variables.get(name);
  if (own) return own;
  notePath(tally, [name]);
  return sizeOfFact(tally.types[name] ?? 'bool');
}

function call(tally: Tally, node: ASTNode, name: string, args: readonly ASTNode[], place: Place): Size {
  const sizes = args.map((arg) => visit(tally, arg, place));
  const rule = callRule(name);
  if (!rule) return refuse(tally, node, refusedFunction(name));
  tally.cost += rule.cost(sizes) * place.times;
  return rule.result(sizes);
}

function loop(tally: Tally, node: Extract<ASTNode, { op: 'rcall' }>, place: Place): Size {
  const [name, over, [variable, ...body]] = node.args;
  const range = visit(tally, over, place);
  if (place.depth === deepestMacro) return refuse(tally, node, `${name}(...) may stand inside one other, no deeper`);
  const times = place.times * (range.each ? range.count : listLimit);
  tally.cost += times;
  const variables = new Map(place.variables);
  if (variable?.op === 'id') variables.set(variable.args, element(range));
  const results = body.map((child) => visit(tally, child, { variables, times, depth: place.depth + 1 }));
  if (name === 'map') return listOf(range.count, results.at(-1) ?? scalar);
  return name === 'filter' ? range : scalar;
}

function notePath(tally: Tally, path: FactPath | undefined): void {
  if (path) tally.paths.set(path.join('.'), path);
}

/** The same of `a.b["c"]`. */
function entryIn(node: Extract<ASTNode, { op: '[]' }>, place: Place): FactPath | undefined {
  const [of, key] = node.args;
  const record = factIn(of, place);
  return record && key.op === 'value' && typeof key.args === 'string' ? [...record, key.args] : undefined;
}

function refuse(tally: Tally, node: ASTNode, problem: string): Size {
  tally.refusals.push({ offset: node.start, problem });
  return scalar;
}

/** The fact that `a.b.c` names, unless `a` is a macro's own variable. */
function factIn(node: ASTNode, place: Place): FactPath | undefined {
  const path = pathOf(node);
  return path && place.variables.has(path[0]!) ? undefined : path;
}
