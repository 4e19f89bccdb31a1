import type { ASTNode } from '@marcbachmann/cel-js';

/** What a call of these gives depends on its text alone. */
const ofText = new Set(['duration', 'timestamp']);

const folded = new WeakMap<ASTNode, unknown>();

/**
 * Works out once what is written as text, such as `duration("72h")`, instead of reading the text at each evaluation:
 * that took half of a decision. Nodes choose their `evaluate` when they are first run, so they can be given one before.
 * For programs that have been checked; `evaluate` answers an expression without facts.
 */
export function foldLiterals(node: ASTNode, evaluate: (source: string) => unknown): void {
  const { op, args } = node;
  if (op === 'call' && ofText.has(args[0]) && args[1].length === 1 && args[1][0]!.op === 'value' && typeof args[1][0]!.args === 'string') {
    const value = evaluate(`${args[0]}(${JSON.stringify(args[1][0]!.args)})`);
    (node as { evaluate?: () => unknown }).evaluate = () => value;
    folded.set(node, value);
    return;
  }
  for (const child of childrenOf(args)) foldLiterals(child, evaluate);
}

/** What a node was folded to; undefined for any other. */
export const foldedValue = (node: ASTNode): unknown => folded.get(node);

function childrenOf(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}
