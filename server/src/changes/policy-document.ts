import {
  isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type Node,
  type Scalar,
} from 'yaml';
import type { PolicyFault } from '../../../contract/policy/index.ts';

/** Steps into a file's content: names of fields and places in lists. */
export type Path = readonly PropertyKey[];

/** One file read, with the line of everything in it. Without `value` it could not be read, and `faults` say why. */
export interface PolicyDocument {
  readonly file: string;
  readonly text: string;
  readonly value?: unknown;
  readonly faults: readonly PolicyFault[];
  /** Line of a field's value, or with `key` of its name; of the nearest thing around it where it is absent. */
  lineOf(path: Path, key?: 'key'): number;
  /** Line in the file of a line and column within a text value. */
  lineWithin(path: Path, line: number, column: number): number;
}

const mostFaults = 20;

/** Reads one YAML 1.2 file: one document, each name once, and nothing that says something else than it shows. */
export function readDocument(file: string, text: string): PolicyDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core', stringKeys: true, uniqueKeys: false,
  });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const fault = (offset: number, problem: string, remedy?: string): PolicyFault => (
    { file, line: lineAt(offset), at: file, problem, ...(remedy === undefined ? {} : { remedy }) });
  const faults: PolicyFault[] = [...document.errors, ...document.warnings].slice(0, mostFaults)
    .map(({ code, message, pos }) => fault(pos[0], explanations[code] ?? `is not YAML: ${message}`));
  if (faults.length === 0) faults.push(...indirections(document, fault).slice(0, mostFaults));
  const place: Pick<PolicyDocument, 'lineOf' | 'lineWithin'> = {
    lineOf: (path, key) => lineAt(offsetOf(document, path, key)),
    lineWithin: (path, line, column) => lineInText(document, path, text, lineAt, line, column),
  };
  if (faults.length > 0) return { file, text, faults, ...place };
  return { file, text, value: document.toJS({ maxAliasCount: 0 }), faults, ...place };
}

const explanations: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'holds more than one document; what follows `---` belongs into a file of its own',
  TAB_AS_INDENT: 'is indented with a tab; YAML takes spaces only',
  RESOURCE_EXHAUSTION: 'is nested too deeply',
  TAG_RESOLVE_FAILED: 'has a tag (`!...`), which policy files don\'t use',
  NON_STRING_KEY: 'has a name that is not plain text',
};

/** What would make a line mean something that it doesn't show, and names that stand twice. */
function indirections(
  document: Document, fault: (offset: number, problem: string, remedy?: string) => PolicyFault,
): PolicyFault[] {
  const found: PolicyFault[] = [];
  const start = (node: Node | null): number => node?.range?.[0] ?? 0;
  if (document.directives?.yaml.explicit) {
    found.push(fault(0, 'has a %YAML directive', 'Remove it; files are YAML 1.2.'));
  }
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) {
        found.push(fault(start(node), `has an ${isAlias(node) ? 'alias' : 'anchor'}`,
          'Write the value out, so that each line says what it means to those who review it.'));
      }
      if (node.tag !== undefined) found.push(fault(start(node), explanations['TAG_RESOLVE_FAILED']!));
    },
    Map: (_key, map) => {
      const names = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name)) {
          found.push(fault(start(isNode(key) ? key : null), `has ${String(name)} twice`, 'Keep one of the two.'));
        }
        names.add(name);
      }
    },
  });
  return found;
}

/** Where a field stands: its value, its name, or what is around it. */
function offsetOf(document: Document, path: Path, key?: 'key'): number {
  let at: unknown = document.contents;
  let offset = isNode(at) ? at.range?.[0] ?? 0 : 0;
  for (const [index, step] of path.entries()) {
    if (!isCollection(at)) return offset;
    const item: unknown = isMap(at)
      ? at.items.find((pair) => isScalar(pair.key) && pair.key.value === String(step)) : at.items[Number(step)];
    if (item === undefined) return offset;
    const name = isPair(item) && isNode(item.key) ? item.key.range?.[0] : undefined;
    const value: unknown = isPair(item) ? item.value : item;
    const isLast = index === path.length - 1;
    // A value on the lines below its name is best shown at the name.
    offset = (isLast && key !== 'key' && isScalar(value) ? value.range?.[0] : undefined)
      ?? name ?? (isNode(value) ? value.range?.[0] : undefined) ?? offset;
    at = value;
  }
  return offset;
}

/**
 * A literal block keeps its lines; one that is folded, or a text over several lines, has them joined by spaces, so the
 * column is counted along them.
 */
function lineInText(
  document: Document, path: Path, text: string, lineAt: (offset: number) => number, line: number, column: number,
): number {
  const node: unknown = document.getIn(path.map((step) => (typeof step === 'number' ? step : String(step))), true);
  if (!isScalar(node) || !node.range) return lineAt(offsetOf(document, path));
  const first = lineAt(node.range[0]);
  const isBlock = (['BLOCK_LITERAL', 'BLOCK_FOLDED'] as (Scalar['type'])[]).includes(node.type);
  if (node.type === 'BLOCK_LITERAL') return first + line;
  const raw = text.slice(node.range[0], node.range[1]).split('\n').slice(isBlock ? 1 : 0);
  let passed = 0;
  for (const [index, each] of raw.entries()) {
    passed += each.trim().length + 1;
    if (column <= passed) return first + index + (isBlock ? 1 : 0);
  }
  return first;
}
