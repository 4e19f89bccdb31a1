import { z } from 'zod';
import type { PolicyFault } from '../../../contract/policy/index.ts';
import type { Path, PolicyDocument } from './policy-document.ts';
import { didYouMean, nearest } from './suggest.ts';

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What to say about a field that people look for here, but that is elsewhere or nowhere. */
const knownElsewhere: Readonly<Record<string, string>> = {
  issuer: 'Remove it: the issuer is fixed when a population is created and stands in no file.',
};

type Shaped<T> = { readonly data: T; readonly faults?: undefined }
  | { readonly data?: undefined; readonly faults: readonly PolicyFault[] };

/** Holds part of a file (all of it, or the value at `within`) against a schema. The value as parsed, or the faults. */
export function checkShape<T>(
  document: PolicyDocument, schema: z.ZodType<T>, value: unknown, within: Path = [],
): Shaped<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { data: parsed.data };
  const description = describe(schema);
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(document, description, within, issue)) };
}

const described = new WeakMap<z.ZodType, JsonSchema>();

/** JSON Schema is made to be walked, which the library's own structure is not. */
function describe(schema: z.ZodType): JsonSchema {
  const made = described.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  described.set(schema, made);
  return made;
}

function faultsOf(document: PolicyDocument, description: JsonSchema, within: Path, issue: Issue): PolicyFault[] {
  const path = [...within, ...issue.path];
  const at = path.length === 0 ? document.file : path.join('.');
  const fault = (line: number, problem: string, remedy?: string): PolicyFault => (
    { file: document.file, line, at, problem, ...(remedy === undefined ? {} : { remedy }) });
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => ({
      ...fault(document.lineOf([...path, key], 'key'), `has a field ${key}, which is not known here`,
        knownElsewhere[key] ?? didYouMean(key, fieldsAt(description, issue.path))),
      at: [...path, key].join('.'),
    }));
    case 'invalid_key': return [fault(
      document.lineOf(path, 'key'), `cannot have this name: ${issue.issues[0]?.message ?? 'it is not one of ours'}`)];
    case 'invalid_value': return [fault(
      document.lineOf(path), issue.input === undefined ? 'is missing' : `is ${shown(issue.input)}`, wanted(issue))];
    case 'invalid_type': return [issue.input === undefined
      ? fault(document.lineOf(path), 'is missing', `Add it; it is ${kindOf(issue.expected)}.`)
      : fault(document.lineOf(path), `is ${shown(issue.input)}, but should be ${kindOf(issue.expected)}`)];
    default: return [fault(document.lineOf(path), `is ${shown(issue.input)}: ${issue.message}`)];
  }
}

function wanted({ values, input }: Extract<Issue, { code: 'invalid_value' }>): string {
  const words = values.map(String);
  const near = typeof input === 'string' ? nearest(input, words) : undefined;
  const all = words.join(', ');
  return near === undefined ? `Use one of: ${all}.` : `Did you mean ${near}? It takes: ${all}.`;
}

/** Names of the fields that an object at this path may have. */
function fieldsAt(description: JsonSchema, path: Path): readonly string[] {
  let at: JsonSchema | undefined = description;
  for (const step of path) {
    const inside: unknown = typeof step === 'number' ? at?.items
      : at?.properties?.[String(step)] ?? at?.additionalProperties;
    if (typeof inside !== 'object' || inside === null) return [];
    at = inside as JsonSchema;
  }
  return Object.keys(at?.properties ?? {});
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (value === undefined) return 'not usable';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'text', object: 'a group of fields', record: 'a group of fields', array: 'a list', boolean: 'true or false',
    int: 'a whole number', number: 'a number',
  };
  return kinds[expected] ?? expected;
}
