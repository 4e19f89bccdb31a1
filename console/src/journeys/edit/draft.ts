import { isMap, parseDocument, type Document } from 'yaml';
import type { ShownStep } from '../../../../contract/admin/index.ts';
import { journey as journeyShape, type Journey } from '../../../../contract/policy/index.ts';

/** What can be read of a draft: the journey, or the place where reading stops. */
export type ReadDraft =
  | { readonly journey: Journey; readonly fault?: undefined }
  | { readonly journey?: undefined; readonly fault: { readonly line: number; readonly problem: string } };

/** Reads the text of a journey's file. */
export function readDraft(text: string): ReadDraft {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return { fault: { line: error.linePos?.[0].line ?? 1, problem: error.message.split('\n')[0]! } };
  const read = journeyShape.safeParse(document.toJS());
  if (read.success) return { journey: read.data };
  const issue = read.error.issues[0]!;
  return { fault: { line: lineOf(document, text, issue.path), problem: `${issue.path.join('.')}: ${issue.message}` } };
}

/** The line of a field, or of the nearest one above it that is there. */
export function lineOf(document: Document, text: string, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    if (node?.range) return text.slice(0, node.range[0]).split('\n').length;
  }
  return 1;
}

/** Each change edits the text itself, so that comments and layout stay as somebody wrote them. */
function changed(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** A name that no step has: that of its kind, or with a number. */
export function freeName(journey: Journey, step: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? step : `${step}-${number}`;
    if (!Object.hasOwn(journey.nodes, name)) return name;
  }
}

/** The first exit of a step that leads nowhere yet. */
export function openExit(journey: Journey, name: string, steps: readonly ShownStep[]): string | undefined {
  const node = journey.nodes[name];
  return steps.find((each) => each.name === node?.step)?.exits.find((exit) => node?.exits[exit] === undefined);
}

export const addNode = (text: string, name: string, step: string): string => (
  changed(text, (document) => document.setIn(['nodes', name], document.createNode({ step }))));

/** Takes a step out; what led to it leads nowhere, which the plan tells. */
export const removeNode = (text: string, name: string): string => changed(text, (document) => {
  document.deleteIn(['nodes', name]);
  const nodes = document.get('nodes');
  if (!isMap(nodes)) return;
  for (const { key } of nodes.items) {
    const exits = document.getIn(['nodes', String(key), 'exits']);
    if (isMap(exits)) for (const exit of exits.items.filter(({ value }) => String(value) === name)) exits.delete(exit.key);
  }
});

/** Leads an exit to another step or journey; to nowhere without a target. */
export const wireExit = (text: string, name: string, exit: string, target: string): string => changed(text, (document) => {
  if (target === '') document.deleteIn(['nodes', name, 'exits', exit]);
  else document.setIn(['nodes', name, 'exits', exit], target);
});

/** Replaces a step's settings by YAML; gives what is wrong with it instead. */
export function setSettings(text: string, name: string, yaml: string): { readonly text: string } | { readonly problem: string } {
  const settings = parseDocument(yaml);
  if (settings.errors[0]) return { problem: settings.errors[0].message.split('\n')[0]! };
  const value: unknown = settings.toJS();
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) return { problem: 'write one setting a line, like mode: sign-in' };
  const isEmpty = value === null || Object.keys(value).length === 0;
  return { text: changed(text, (document) => (isEmpty ? document.deleteIn(['nodes', name, 'with']) : document.setIn(['nodes', name, 'with'], settings.contents))) };
}

/** A step's settings as they are written. */
export function settingsOf(text: string, name: string): string {
  const settings = parseDocument(text).getIn(['nodes', name, 'with'], true);
  return settings === undefined ? '' : new (parseDocument('').constructor as new (value: unknown) => Document)(settings).toString().trim();
}
