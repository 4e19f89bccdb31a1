import { Environment } from '@marcbachmann/cel-js';
import { celType, listLimit, type FactTypes } from './facts.ts';

/** A class of its own for each declared record: the library then checks types and reads fields without copying. */
export type RecordClass = new () => Record<string, unknown>;

/** Declarations made ready: the library's environment, and the class of each record by its dotted name. */
export interface Declared {
  readonly environment: Environment;
  readonly records: ReadonlyMap<string, RecordClass>;
}

const limits = { maxAstNodes: 400, maxDepth: 32, maxListElements: listLimit, maxMapEntries: listLimit,
  maxCallArguments: 4 };

/** Environments are costly to make and depend on the declarations alone. */
const known = new WeakMap<FactTypes, Declared>();

/** The environment of these declarations, made once for each object. */
export function declared(types: FactTypes): Declared {
  const made = known.get(types) ?? declare(types);
  known.set(types, made);
  return made;
}

function declare(types: FactTypes): Declared {
  const environment = new Environment({ limits });
  const records = new Map<string, RecordClass>();

  function typeName(name: string, type: FactTypes[string]): string {
    if (typeof type === 'string') return celType(type);
    const fields: Record<string, string> = {};
    for (const [field, of] of Object.entries(type)) fields[field] = typeName(`${name}.${field}`, of);
    const celName = `Record_${name.replaceAll('.', '_')}`;
    const ctor = class { [field: string]: unknown };
    environment.registerType(celName, { ctor, fields });
    records.set(name, ctor);
    return celName;
  }

  for (const [name, type] of Object.entries(types)) environment.registerVariable(name, typeName(name, type));
  return { environment, records };
}
