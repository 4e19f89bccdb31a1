import type { ASTNode } from '@marcbachmann/cel-js';
import { Duration } from '@marcbachmann/cel-js/evaluator';
import type { Fault } from '../../../contract/errors.ts';

/** The type of one fact. A `timestamp` is given as Date, a `duration` as milliseconds. */
export type FactType =
  | 'bool' | 'int' | 'double' | 'string' | 'timestamp' | 'duration'
  | 'list<string>' | 'list<int>' | 'map<string, string>';

/** The facts that a condition may name: a name for each type, or records of them. */
export interface FactTypes { readonly [name: string]: FactType | FactTypes }

/** What is known at evaluation. An absent fact is left out, or undefined or null. */
export interface Facts { readonly [name: string]: unknown }

/** The longest text that a fact may be, in UTF-16 code units. */
export const textLimit = 1_024;
/** The most elements that a list or map may have. */
export const listLimit = 100;

/** A fact named in an expression, as the steps to it: `risk.band` is ['risk', 'band']. */
export type FactPath = readonly string[];

/** The fact that an expression like `a.b.c` names; undefined for any other expression. */
export function pathOf(node: ASTNode): FactPath | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const record = pathOf(node.args[0]);
  return record && [...record, node.args[1]];
}

/** Takes one fact out of `facts` into `context`, converted for CEL; adds a fault where it isn't of its type. */
export type FactReader = (facts: Facts, context: Record<string, unknown>, faults: Fault[]) => void;

/** CEL's name for a fact type. */
export function celType(type: FactType): string {
  if (type === 'timestamp') return 'google.protobuf.Timestamp';
  return type === 'duration' ? 'google.protobuf.Duration' : type;
}

/** The declared type at `path`, undefined where nothing or a record is declared. */
export function typeAt(types: FactTypes, path: FactPath): FactType | undefined {
  let at: FactType | FactTypes | undefined = types;
  for (const step of path) {
    if (typeof at !== 'object') return undefined;
    at = Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return typeof at === 'string' ? at : undefined;
}

/**
 * Records on the way are always made, so that an absent record reads like a record of absent fields and
 * `has(record.field)` answers false for both.
 */
export function factReader(
  path: FactPath, type: FactType, records: ReadonlyMap<string, new () => Record<string, unknown>>,
): FactReader {
  const name = path.join('.');
  const last = path.at(-1)!;
  const steps = path.slice(0, -1).map((step, i) => ({ step, made: records.get(path.slice(0, i + 1).join('.'))! }));
  return (facts, context, faults) => {
    let into = context;
    for (const { step, made } of steps) into = (into[step] ??= new made()) as Record<string, unknown>;
    const value = factAt(facts, path);
    if (value === undefined || value === null) return;
    const converted = convert(value, type);
    if (converted === undefined) faults.push({ at: name, problem: `is not ${type}, or larger than facts may be` });
    else into[last] = converted;
  };
}

/** What is known at `path`, undefined where a step of it is absent. A prototype is no fact. */
export function factAt(facts: Facts, path: FactPath): unknown {
  let at: unknown = facts;
  for (let step = 0; step < path.length; step += 1) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, path[step]!)) return undefined;
    at = (at as Facts)[path[step]!];
  }
  return at;
}

/** Types whose facts can be compared as they are given. */
export type PlainType = 'bool' | 'double' | 'string' | 'duration';

/** Whether something is a fact of a type. */
export const isOfType: Readonly<Record<PlainType, (value: unknown) => boolean>> = {
  bool: (value) => typeof value === 'boolean',
  double: Number.isFinite,
  string: (value) => typeof value === 'string' && value.length <= textLimit,
  duration: Number.isSafeInteger,
};

function convert(value: unknown, type: FactType): unknown {
  switch (type) {
    case 'int': return integer(value);
    case 'bool': case 'double': case 'string': return isOfType[type](value) ? value : undefined;
    case 'timestamp': return value instanceof Date && !Number.isNaN(value.getTime()) ? value : undefined;
    case 'duration': return isOfType.duration(value) ? Duration.fromMilliseconds(value as number) : undefined;
    case 'list<string>': return list(value, text);
    case 'list<int>': return list(value, integer);
    case 'map<string, string>': return map(value);
  }
}

function text(value: unknown): string | undefined {
  return isOfType.string(value) ? value as string : undefined;
}

function integer(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : undefined;
  return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
}

function list(value: unknown, element: (value: unknown) => unknown): unknown[] | undefined {
  if (!Array.isArray(value) || value.length > listLimit) return undefined;
  const converted = value.map(element);
  return converted.includes(undefined) ? undefined : converted;
}

function map(value: unknown): Map<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > listLimit) return undefined;
  const bounded = entries.every(([key, content]) => text(key) !== undefined && text(content) !== undefined);
  return bounded ? new Map(entries as [string, string][]) : undefined;
}
