import { posix } from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';

/** A node of the syntax tree, as far as the checks look at one. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The path from the root that it names, for a relative one. */
  readonly target: string | undefined;
  /** Names of what is taken; `*` for all of it. */
  readonly names: readonly { readonly imported: string; readonly local: string }[];
  /** Gone at run time. `import { type A }` is not: what is left of it still loads the file. */
  readonly typeOnly: boolean;
  /** `export … from`. */
  readonly reexport: boolean;
  readonly line: number;
}

export interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly program: Node;
  /** The first comment, if the file begins with one. */
  readonly opening: string | undefined;
  /** What keeps it from being read as a program. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  lineOf(offset: number): number;
}

export function parseModule(path: string, text: string): Module {
  const parsed = parseSync(path, text);
  const lineOf = lineFinder(text);
  const first = parsed.comments[0];
  const opening = first && /^(#!.*\n)?\s*$/.test(text.slice(0, first.start)) ? first.value : undefined;
  const program = parsed.program as unknown as Node;
  return {
    path, text, program, opening, lineOf,
    imports: readImports(path, program, lineOf),
    faults: parsed.errors.map((error) => ({ line: lineOf(error.labels[0]?.start ?? 0), message: error.message })),
  };
}

function readImports(path: string, program: Node, lineOf: (offset: number) => number): Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    const from = node.source as Node | null | undefined;
    const isImport = importing.has(node.type);
    if (!isImport || from?.type !== 'Literal' || typeof from.value !== 'string') return;
    const specifier = from.value;
    found.push({
      specifier,
      target: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined,
      names: namesOf(node),
      typeOnly: node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType',
      reexport: node.type.startsWith('Export'),
      line: lineOf(node.start),
    });
  });
  return found;
}

const importing = new Set([
  'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType',
]);

function namesOf(node: Node): Import['names'] {
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  if (specifiers.length === 0) return node.type === 'ImportDeclaration' ? [] : [{ imported: '*', local: '*' }];
  return specifiers.map((each) => {
    const nameOf = (key: string): string | undefined => {
      const part = each[key] as { name?: string; value?: string } | undefined;
      return part?.name ?? part?.value;
    };
    const local = nameOf('local') ?? '*';
    return { imported: nameOf('imported') ?? (each.type === 'ImportDefaultSpecifier' ? 'default' : '*'), local };
  });
}

/** Calls `visit` for every node with its ancestors, outermost first. */
export function walk(root: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = [];
  const step = (node: Node): void => {
    visit(node, ancestors);
    ancestors.push(node);
    for (const key of visitorKeys[node.type] ?? []) {
      const children = node[key];
      for (const child of Array.isArray(children) ? children : [children]) {
        if (child && typeof child === 'object') step(child as Node);
      }
    }
    ancestors.pop();
  };
  step(root);
}

/** Line numbers (from 1) of offsets in a text. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
