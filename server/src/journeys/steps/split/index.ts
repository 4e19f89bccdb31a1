import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineStep, type Step } from '../../step.ts';
import { anywhere } from '../../step-declaration.ts';

const ways = ['a', 'b', 'c', 'd'] as const;
type WayName = (typeof ways)[number];
const weight = z.int().min(0).max(1_000);
const config = z.strictObject({
  /** Of the experiment: another name deals anew. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  weights: z.strictObject({ a: weight, b: weight, c: weight.optional(), d: weight.optional() }),
});

/**
 * Deals runs to ways by weight, for an experiment. The same run goes the same way however often it comes by, and every
 * leaving is an event that says which. It asks nothing and reads nothing about the person.
 */
export function createSplitStep(): Step {
  return defineStep<z.infer<typeof config>, null, never, never>({
    name: 'split',
    about: 'Deals runs to several ways by weight, for an experiment.',
    exits: [...ways],
    optionalExits: ['c', 'd'],
    config,
    effects: {},
    channels: anywhere,
    fails: [],
    enter: async (_tx, { id, wired }, { name, weights }) => {
      const open = ways.filter((way) => wired.includes(way));
      return { exit: wayOf(`${name}/${id}`, open.map((way) => [way, weights[way] ?? 0] as const)) };
    },
  });
}

/** Where a name falls among weighted ways; the first where none has weight. */
export function wayOf(name: string, weighted: readonly (readonly [WayName, number])[]): WayName {
  const total = weighted.reduce((sum, [, each]) => sum + each, 0);
  let left = createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32 * total;
  for (const [way, each] of weighted) {
    if (left < each) return way;
    left -= each;
  }
  return weighted[0]![0];
}
