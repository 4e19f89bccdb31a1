import { isMap, parseDocument, type Document } from 'yaml';

export type Path = readonly string[];
type Value = string | boolean | undefined;

/** The text of a `branding.yaml` as a form shows it, or what keeps it from being shown. */
export function readLook(text: string): { readonly get: (path: Path) => Value } | { readonly problem: string } {
  const document = parse(text);
  const [error] = document.errors;
  if (error) return { problem: error.message };
  if (!isMap(document.contents)) return { problem: 'A look has at least a name and an accent' };
  return {
    get: (path) => {
      const value: unknown = document.getIn(path);
      return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
    },
  };
}

/** Sets a field; leaves it out with undefined, and what is then empty around it. Comments stay where they are. */
export function setField(text: string, path: Path, value: Value): string {
  const document = parse(text);
  if (value !== undefined) {
    document.setIn(path, value);
    return write(document);
  }
  document.deleteIn(path);
  for (let around = path.slice(0, -1); around.length > 0; around = around.slice(0, -1)) {
    const group = document.getIn(around, true);
    if (isMap(group) && group.items.length === 0) document.deleteIn(around);
  }
  return write(document);
}

/** As the server reads policy files. */
const parse = (text: string): Document => parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true, prettyErrors: false }) as Document;
const write = (document: Document): string => document.toString({ lineWidth: 0 });
