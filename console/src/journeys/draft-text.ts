import { isMap, isScalar, LineCounter, type YAMLMap } from 'yaml';
import type { ShownStep } from '../../../contract/admin/index.ts';
import type { Journey } from '../../../contract/policy/index.ts';
import { parseYaml as parse, setYaml as set, writeYaml as write } from '../policy/yaml-text.ts';

/** What a text says as a journey, or the line at which it stops being one. */
export type ReadDraft = { readonly journey: Journey } | { readonly line: number; readonly problem: string };

/** Reads leniently: only what a drawing needs must be there. Whether it may be published is for the plan to say. */
export function readDraft(text: string): ReadDraft {
  const lines = new LineCounter();
  const document = parse(text, lines);
  const [error] = document.errors;
  if (error) return { line: Math.max(1, lines.linePos(error.pos[0]).line), problem: error.message };
  const lineOf = (path: readonly string[]): number => {
    const at = document.getIn(path, true) as { range?: readonly number[] } | undefined;
    return Math.max(1, lines.linePos(at?.range?.[0] ?? 0).line);
  };
  const value = document.toJS({ maxAliasCount: 0 }) as Partial<Journey> | null;
  if (!value || typeof value.start !== 'string' || !isRecord(value.nodes)) return { line: 1, problem: 'A journey has a start and nodes' };
  const nodes: Record<string, Journey['nodes'][string]> = {};
  for (const [name, node] of Object.entries(value.nodes)) {
    if (!isRecord(node) || typeof node.step !== 'string') return { line: lineOf(['nodes', name]), problem: `${name} says no step` };
    const { exits = {}, with: settings = {} } = node as Partial<typeof node>;
    if (!isRecord(exits) || !isRecord(settings) || Object.values(exits).some((to) => typeof to !== 'string')) {
      return { line: lineOf(['nodes', name]), problem: `Each exit of ${name} leads to the name of a step` };
    }
    nodes[name] = { step: node.step, with: settings, exits };
  }
  return { journey: { ...value, nodes } as Journey };
}

/** The node that a line of the text belongs to. */
export function nodeAtLine(text: string, line: number): string | undefined {
  const lines = new LineCounter();
  const nodes = parse(text, lines).get('nodes', true);
  if (!isMap(nodes)) return undefined;
  return nodes.items.findLast(({ key }) => isScalar(key) && lines.linePos(key.range?.[0] ?? 0).line <= line && line > 1)?.key?.toString();
}

/** Adds a step with its least settings, wired to nowhere yet. Gives the text and the name of the new node. */
export function addStep(text: string, { name: step, options }: ShownStep): { readonly text: string; readonly node: string } {
  const document = parse(text);
  let node = step;
  for (let count = 2; document.hasIn(['nodes', node]); count += 1) node = `${step}-${count}`;
  const settings = Object.fromEntries(options.filter(({ required }) => required).map(({ name, form, choices }) => (
    [name, form === 'switch' ? false : form === 'number' ? 1 : form === 'other' ? {} : choices[0] ?? ''])));
  const made = document.createPair(node, { step });
  made.key.spaceBefore = true;
  if (Object.keys(settings).length > 0) (made.value as unknown as YAMLMap).set('with', document.createNode(settings, { flow: true }));
  document.addIn(['nodes'], made);
  return { text: write(document), node };
}

/** Takes a step out, and every exit that led to it. */
export function removeStep(text: string, node: string): string {
  const document = parse(text);
  document.deleteIn(['nodes', node]);
  const { nodes } = document.toJS() as Journey;
  for (const [name, { exits = {} }] of Object.entries(nodes)) {
    for (const [exit, to] of Object.entries(exits)) if (to === node) document.deleteIn(['nodes', name, 'exits', exit]);
  }
  return write(document);
}

/** What keeps a node from being called so; undefined where nothing does. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) return 'Lower-case letters, digits and hyphens, a letter first, at most 40';
  return taken.includes(name) ? 'There is one of that name' : undefined;
}

/** Gives a node another name; the start and every exit that led to it follow, comments stay. */
export function renameStep(text: string, node: string, name: string): string {
  const document = parse(text);
  const nodes = document.get('nodes', true);
  const named = isMap(nodes) ? nodes.items.find(({ key }) => isScalar(key) && key.value === node) : undefined;
  if (!isMap(nodes) || !named || !isScalar(named.key)) return text;
  named.key.value = name;
  if (document.get('start') === node) document.set('start', name);
  for (const { value } of nodes.items) {
    const exits = isMap(value) ? value.get('exits') : undefined;
    for (const each of isMap(exits) ? exits.items : []) {
      if (isScalar(each.value) && each.value.value === node) each.value.value = name;
    }
  }
  return write(document);
}

/** A journey to begin with: it is through at once. */
export const emptyJourney = (purpose: string): string => (
  `purpose: ${purpose}\ntimeLimit: 30m\nstart: done\nnodes:\n  done:\n    step: complete\n`);

/** The journeys that lead to this one, or go through it. */
export function leadingTo(name: string, journeys: ReadonlyMap<string, string>): readonly string[] {
  return [...journeys].filter(([other, text]) => {
    const read = other === name ? undefined : readDraft(text);
    // What can't be read may name anything.
    if (!read) return false;
    return !('journey' in read) || Object.values(read.journey.nodes).some(({ step, with: settings, exits }) => (
      Object.values(exits).includes(`journey:${name}`) || (step === 'sub-journey' && settings['journey'] === name)));
  }).map(([other]) => other);
}

/** Leads an exit somewhere; to nowhere with an empty target. */
export function wire(text: string, node: string, exit: string, target: string): string {
  return set(text, ['nodes', node, 'exits', exit], target === '' ? undefined : target);
}

/** Sets what a step takes; leaves it out with undefined. */
export function setOption(text: string, node: string, option: string, value: string | number | boolean | undefined): string {
  return set(text, ['nodes', node, 'with', option], value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
