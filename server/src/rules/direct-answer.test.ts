import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LimenError } from '../kernel/index.ts';
import { compileCondition } from './condition.ts';
import { textLimit, type Facts, type FactTypes } from './facts.ts';

const types = {
  known: 'bool', score: 'double', band: 'string', amount: 'int', age: 'duration',
  session: { age: 'duration', strong: 'bool' }, risk: { probability: 'double', band: 'string', device: { known: 'bool' } },
} as const satisfies FactTypes;

/** The same numbers at each run (mulberry32). */
function drawing(seed: number): <T>(from: readonly T[]) => T {
  let state = seed;
  return (from) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from[((mixed ^ (mixed >>> 14)) >>> 0) % from.length]!;
  };
}
type Draw = ReturnType<typeof drawing>;

const order = ['<', '<=', '>', '>=', '==', '!='];
const spans = ['0s', '5m', '72h', '876000h', '-1h', '1ms', '1500ms', '1.5us', '1200000h'].map((text) => `duration("${text}")`);

/** Of the usual form, and now and then with something in it that only the library knows. */
function expression(draw: Draw, depth: number): string {
  const inner = (): string => expression(draw, depth - 1);
  switch (draw(depth > 0 ? ['and', 'or', 'not', 'leaf'] : ['leaf'])) {
    case 'and': return `(${inner()} && ${inner()})`;
    case 'or': return `(${inner()} || ${inner()})`;
    case 'not': return `!(${inner()})`;
    default: return draw([
      () => draw(['known', 'session.strong', 'risk.device.known', 'has(session.age)', 'has(risk.device.known)']),
      () => `${draw(['age', 'session.age'])} ${draw(order)} ${draw(spans)}`,
      () => `${draw(['score', 'risk.probability'])} ${draw(order)} ${draw(['0.0', '0.1', '1e9', '0.30000000000000004'])}`,
      () => `${draw(['band', 'risk.band'])} ${draw(order)} ${draw(['"high"', '""', '"é"', '"hi\\x67h"'])}`,
      () => `score ${draw(order.slice(0, 4))} 1`,
      () => draw(['age < session.age', 'amount > 1', 'risk.band in ["high", "low"]', '0.5 < score', '(known ? band == "a" : score > 0.1)', 'amount / amount == 1']),
    ])();
  }
}

const absent = [undefined, null] as const;
const values = {
  bool: [true, false],
  double: [0, -0, 0.1, 0.1 + 0.2, 1, 1e9, 5e-324],
  string: ['high', 'low', '', 'é', 'a'.repeat(textLimit)],
  int: [0, 1, 2n],
  duration: [0, -0, 300_000, 300_001, 259_200_000, 259_199_999, 3_153_600_000_000, 3_153_599_999_999, 3_153_600_000_001, 4_320_000_000_000,
    -3_600_000, -3_600_001, 1, 1_500, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1_000_000_000_000_001],
} as const;
const wrong = [NaN, Infinity, 'x', 1, 1.5, true, {}, [], 2 ** 60, 'a'.repeat(textLimit + 1), 3n, new Date(0)];

/** Mostly as they are declared; each fact may be absent, and one in a hundred is of some other type. */
function factsFor(draw: Draw, declared: FactTypes): Facts {
  const hundred = Array.from({ length: 100 }, (_, at) => at);
  return Object.fromEntries(Object.entries(declared).map(([name, type]) => {
    const at = draw(hundred);
    if (at < 6) return [name, draw(absent)];
    if (at < 7) return [name, draw(wrong)];
    return [name, typeof type === 'string' ? draw<unknown>(values[type as keyof typeof values]) : factsFor(draw, type)];
  }));
}

function outcome(answer: () => boolean): unknown {
  try {
    return answer();
  } catch (error) {
    const { code, faults } = error as LimenError;
    return { code, faults };
  }
}

test('a condition answers, and fails, as the library does, whatever the facts are', () => {
  const draw = drawing(20_261);
  const seen = new Map<unknown, number>();
  for (let round = 0; round < 400; round += 1) {
    const source = expression(draw, 3);
    const condition = compileCondition(source, types);
    // This form is never answered directly, and means the same.
    const asked = compileCondition(`${source} ? true : false`, types);
    for (let each = 0; each < 40; each += 1) {
      const facts = factsFor(draw, types);
      const answer = outcome(() => condition.evaluate(facts));
      assert.deepEqual(answer, outcome(() => asked.evaluate(facts)), `${source} of ${JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`);
      const kind = typeof answer === 'boolean' ? answer : 'failed';
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  }
  for (const kind of [true, false, 'failed']) assert.ok(seen.get(kind)! > 1_000, `${kind}: ${seen.get(kind)}`);
});
