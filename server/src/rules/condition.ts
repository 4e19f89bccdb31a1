import { EvaluationError, ParseError } from '@marcbachmann/cel-js';
import type { ParseResult , TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { Fault } from '../../../contract/errors.ts';
import { fail, LimenError } from '../kernel/index.ts';
import { estimate, type Refusal } from './cost.ts';
import { declared } from './declared.ts';
import { directAnswer } from './direct-answer.ts';
import { foldLiterals } from './fold-literals.ts';
import { factReader, typeAt, type FactReader, type Facts, type FactTypes } from './facts.ts';

/** A compiled condition: pure, immutable, as often evaluated as one likes. */
export interface Condition {
  readonly source: string;
  /** Worst case in units of about 50 ns. */
  readonly cost: number;
  /** The facts that it names (`risk.band`), so that no others need be gathered. */
  readonly reads: readonly string[];
  /** Entries of maps that it names, each as the map and the key: `attributes.department` is ['attributes', 'department']. */
  readonly entries: readonly (readonly [map: string, key: string])[];
  /**
   * Answers from the facts alone. A fact that is absent matters only where the expression reaches it without asking
   * `has(...)`. Fails with `rule.unanswered` and the fact in `faults`.
   */
  evaluate(facts: Facts): boolean;
}

/** The highest worst case that is accepted: about 5 ms. */
export const costLimit = 150_000;
/** The longest source, in UTF-16 code units. */
const sourceLimit = 2_000;

/**
 * Compiles a CEL expression that gives a bool from the declared facts. Fails with `rule.invalid`; each fault's `at` is
 * `line:column` (both from 1) within the source.
 */
export function compileCondition(source: string, types: FactTypes): Condition {
  if (source.length > sourceLimit) refuse(source, [{ offset: sourceLimit, problem: `is longer than ${sourceLimit}` }]);
  const program = parse(source, types);
  const checked = program.check();
  if (!checked.valid) refuse(source, [asRefusal(checked.error)]);
  if (checked.type !== 'bool') {
    refuse(source, [{ offset: 0, problem: `gives ${checked.type}, but a condition gives bool` }]);
  }
  const { cost, paths, refusals } = estimate(program.ast, types);
  if (refusals.length > 0) refuse(source, refusals);
  if (cost > costLimit) {
    refuse(source, [{ offset: 0, problem: `could cost ${cost}, more than the ${costLimit} allowed` }]);
  }
  fold(program.ast, types);
  const readers: FactReader[] = [];
  const reads: string[] = [];
  const entries: [string, string][] = [];
  for (const path of paths) {
    const type = typeAt(types, path);
    const map = path.slice(0, -1);
    if (typeAt(types, map) === 'map<string, string>') entries.push([map.join('.'), path.at(-1)!]);
    if (!type) continue;
    readers.push(factReader(path, type, declared(types).records));
    reads.push(path.join('.'));
  }
  const direct = directAnswer(program.ast, types);
  return { source, cost, reads, entries, evaluate: (facts) => direct?.(facts) ?? answer(source, program, readers, facts) };
}

/** A text that is no duration stays to be told when it is reached, which it may never be. */
function fold(ast: ParseResult['ast'], types: FactTypes): void {
  try {
    foldLiterals(ast, (text) => declared(types).environment.evaluate(text));
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
  }
}

function answer(source: string, program: ParseResult, readers: readonly FactReader[], facts: Facts): boolean {
  const context: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const read of readers) read(facts, context, faults);
  if (faults.length > 0) fail('rule.unanswered', { faults });
  try {
    const result: unknown = program(context);
    if (typeof result === 'boolean') return result;
  } catch (error) {
    fail('rule.unanswered', { faults: [unanswered(source, error)], cause: error });
  }
  return fail('rule.unanswered', { faults: [{ at: '1:1', problem: 'did not give a bool' }] });
}

function unanswered(source: string, error: unknown): Fault {
  if (!(error instanceof EvaluationError)) return { at: '1:1', problem: 'could not be evaluated' };
  const at = position(source, error.range?.start ?? 0);
  if (error.code !== 'no_such_key' && error.code !== 'unknown_variable') return { ...at, problem: error.summary };
  const named = error.node ? source.slice(error.node.start, error.node.end) : 'a fact';
  return { ...at, problem: `${named} is absent`, remedy: 'Ask has(...) first where it may be absent.' };
}

function parse(source: string, types: FactTypes): ParseResult {
  try {
    return declared(types).environment.parse(source);
  } catch (error) {
    if (error instanceof ParseError) refuse(source, [asRefusal(error)]);
    throw error;
  }
}

function asRefusal(error: ParseError | CelTypeError | undefined): Refusal {
  return { offset: error?.range?.start ?? 0, problem: error?.summary ?? 'cannot be read' };
}

function refuse(source: string, refusals: readonly Refusal[]): never {
  const faults = refusals.map(({ offset, problem }): Fault => ({ ...position(source, offset), problem }));
  throw new LimenError('rule.invalid', { faults });
}

function position(source: string, offset: number): { at: string; line: number } {
  const before = source.slice(0, offset).split('\n');
  return { at: `${before.length}:${before.at(-1)!.length + 1}`, line: before.length };
}
