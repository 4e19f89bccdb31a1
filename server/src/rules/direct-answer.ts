import type { ASTNode } from '@marcbachmann/cel-js';
import { Duration } from '@marcbachmann/cel-js/evaluator';
import { factAt, isOfType, pathOf, typeAt, type Facts, type FactTypes, type PlainType } from './facts.ts';
import { foldedValue } from './fold-literals.ts';

/** Answers from the facts without the library; undefined where the library has to be asked. */
export type DirectAnswer = (facts: Facts) => boolean | undefined;

/**
 * The direct answer to a condition of the usual form: facts that are true or false, and comparisons of a fact with what
 * is written, joined by `&&`, `||` and `!`. Undefined for any other form. For programs that have been checked and whose
 * literals are folded.
 *
 * It answers only where each fact that the condition names is there and of its type. Then nothing can fail, and it
 * doesn't matter what is read first; what CEL makes of a failure stays the library's to say.
 */
export function directAnswer(node: ASTNode, types: FactTypes): DirectAnswer | undefined {
  switch (node.op) {
    case 'id': case '.': return reading(node, types, 'bool', (fact) => fact === true);
    case '!_': return not(directAnswer(node.args, types));
    case '&&': return both(node.args, types, (left, right) => left && right);
    case '||': return both(node.args, types, (left, right) => left || right);
    case '==': return comparison(node.args, types, (fact, written) => fact === written);
    case '!=': return comparison(node.args, types, (fact, written) => fact !== written);
    case '<': return comparison(node.args, types, (fact, written) => fact < written);
    case '<=': return comparison(node.args, types, (fact, written) => fact <= written);
    case '>': return comparison(node.args, types, (fact, written) => fact > written);
    case '>=': return comparison(node.args, types, (fact, written) => fact >= written);
    default: return undefined;
  }
}

function not(answer: DirectAnswer | undefined): DirectAnswer | undefined {
  return answer && ((facts) => {
    const held = answer(facts);
    return held === undefined ? undefined : !held;
  });
}

function both(
  sides: readonly [ASTNode, ASTNode], types: FactTypes, join: (left: boolean, right: boolean) => boolean,
): DirectAnswer | undefined {
  const left = directAnswer(sides[0], types);
  const right = directAnswer(sides[1], types);
  return left && right && ((facts) => {
    const one = left(facts);
    const other = right(facts);
    return one === undefined || other === undefined ? undefined : join(one, other);
  });
}

function comparison(
  [of, literal]: readonly [ASTNode, ASTNode], types: FactTypes, holds: (fact: string | number, written: string | number) => boolean,
): DirectAnswer | undefined {
  const written = writtenIn(literal);
  return written && reading(of, types, written.type, (fact) => holds(fact as string | number, written.value));
}

function reading(node: ASTNode, types: FactTypes, type: PlainType, holds: (fact: unknown) => boolean): DirectAnswer | undefined {
  const path = pathOf(node);
  if (!path || typeAt(types, path) !== type) return undefined;
  const isOf = isOfType[type];
  return (facts) => {
    const fact = factAt(facts, path);
    return isOf(fact) ? holds(fact) : undefined;
  };
}

/** Milliseconds up to which the library, which reckons in rounded doubles, compares a length of time exactly with whole seconds. */
const longestSpan = 4e12;

function writtenIn(literal: ASTNode): { readonly type: PlainType; readonly value: string | number } | undefined {
  const value = literal.op === 'value' ? literal.args : foldedValue(literal);
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'number') return { type: 'double', value };
  if (!(value instanceof Duration) || value.nanos !== 0) return undefined;
  const span = value.valueOf();
  return Math.abs(span) <= longestSpan ? { type: 'duration', value: span } : undefined;
}
