import type { Journey } from '../../../contract/policy/index.ts';
import type { Mark, Marks } from './marks.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The step that it is about; undefined for the journey as a whole. */
  readonly node: string | undefined;
  readonly words: string;
}

export interface Compared {
  /** Both at once: what is gone is still in it. */
  readonly journey: Journey;
  readonly marks: Marks;
  readonly changes: readonly Change[];
}

type Node = Journey['nodes'][string];
const none: Journey = { purpose: 'part', timeLimit: '', start: '', nodes: {} };

/** Lays an older and a newer journey over each other; either may not have been there. */
export function compare(older: Journey | undefined, newer: Journey | undefined): Compared {
  const [was, is] = [older ?? none, newer ?? none];
  const marks = { nodes: new Map<string, Mark>(), edges: new Map<string, Mark>() };
  const changes: Change[] = older && newer ? wholeChanges(older, newer) : [];
  const nodes: Record<string, Node> = {};
  for (const id of new Set([...Object.keys(is.nodes), ...Object.keys(was.nodes)])) {
    const [before, after] = [was.nodes[id], is.nodes[id]];
    nodes[id] = { ...(after ?? before)!, exits: exitsOf(id, before, after, marks.edges) };
    const found = before && after ? changesOf(id, before, after)
      : [{ kind: after ? 'added' : 'removed', node: id, words: `step ${(after ?? before)!.step}` } as const];
    if (found.length > 0) marks.nodes.set(id, before && after ? 'changed' : after ? 'added' : 'removed');
    changes.push(...found);
  }
  return { journey: { ...(newer ?? was), start: is.start || was.start, nodes }, marks, changes };
}

function wholeChanges(was: Journey, is: Journey): Change[] {
  return (['purpose', 'timeLimit', 'start', 'channels', 'applications'] as const)
    .filter((field) => !same(was[field], is[field]))
    .map((field) => ({ kind: 'changed', node: undefined, words: `${field}: ${inWords(was[field])} → ${inWords(is[field])}` }));
}

function changesOf(node: string, was: Node, is: Node): Change[] {
  const changes: Change[] = was.step === is.step ? [] : [{ kind: 'changed', node, words: `step: ${was.step} → ${is.step}` }];
  for (const name of new Set([...Object.keys(is.with), ...Object.keys(was.with)])) {
    if (!same(was.with[name], is.with[name])) {
      changes.push({ kind: 'changed', node, words: `${name}: ${inWords(was.with[name])} → ${inWords(is.with[name])}` });
    }
  }
  for (const exit of new Set([...Object.keys(is.exits), ...Object.keys(was.exits)])) {
    const [from, to] = [was.exits[exit], is.exits[exit]];
    if (from !== to) {
      const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
      changes.push({ kind, node, words: `exit ${exit}: ${[from, to].filter((each) => each !== undefined).join(' → ')}` });
    }
  }
  return changes;
}

/** The exits of both, an old one that leads elsewhere now under a name of its own; each line with its mark. */
function exitsOf(node: string, was: Node | undefined, is: Node | undefined, edges: Map<string, Mark>): Node['exits'] {
  const exits: Record<string, string> = { ...is?.exits };
  const lines = (exitsOfOne: Node | undefined): ReadonlySet<string> => new Set(Object.values(exitsOfOne?.exits ?? {}));
  const [before, after] = [lines(was), lines(is)];
  for (const [exit, to] of Object.entries(was?.exits ?? {})) {
    if (exits[exit] === to) continue;
    exits[`${exit} (before)`] = to;
    edges.set(`${node}>${to}`, after.has(to) ? 'changed' : 'removed');
  }
  for (const [exit, to] of Object.entries(is?.exits ?? {})) {
    if (was?.exits[exit] !== to) edges.set(`${node}>${to}`, before.has(to) ? 'changed' : 'added');
  }
  return exits;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const inWords = (value: unknown): string => (
  value === undefined ? 'not said' : typeof value === 'string' ? value : JSON.stringify(value).slice(0, 120));
