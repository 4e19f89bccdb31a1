import { isMap, isScalar, isSeq, parseDocument, type Document, type LineCounter } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** As the server reads policy files. */
export function parseYaml(text: string, lineCounter?: LineCounter): Document {
  return parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true, prettyErrors: false, ...(lineCounter ? { lineCounter } : {}) }) as Document;
}

/** Comments stay where they are, long lines as they are. */
export const writeYaml = (document: Document): string => document.toString({ lineWidth: 0 });

/** Sets a value in a text, everything around it left as it is. With undefined it goes, and what is empty without it. */
export function setYaml(text: string, path: YamlPath, value: unknown): string {
  const document = parseYaml(text);
  if (value === undefined) {
    document.deleteIn(path);
    const around = document.getIn(path.slice(0, -1));
    if (path.length > 1 && (isMap(around) || isSeq(around)) && around.items.length === 0) document.deleteIn(path.slice(0, -1));
  } else {
    const before = document.getIn(path, true);
    // What stood empty had to be quoted; what comes need not be.
    if (isScalar(before) && before.value === '') delete before.type;
    document.setIn(path, typeof value === 'object' && value !== null ? document.createNode(value) : value);
  }
  return writeYaml(document);
}
