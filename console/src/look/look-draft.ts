import type { PolicyFault } from '../../../contract/policy/index.ts';
import { readLook, setField, type Path } from './look-text.ts';

/** A look on its way: fields by name, below the application that is edited, with what is wrong with each. */
export interface LookDraft {
  readonly get: (path: Path) => string;
  readonly is: (path: Path) => boolean;
  /** An empty text leaves the field out. What is typed in one field is one step back. */
  readonly set: (path: Path, value: string | boolean, typed?: boolean) => void;
  readonly fault: (path: Path) => string | undefined;
  /** Of an application, whose fields may all be left out. */
  readonly isPart: boolean;
}

export function lookDraft(
  text: string, within: Path, faults: readonly PolicyFault[], edit: (text: string, typed?: string) => void,
): LookDraft | { readonly problem: string } {
  const read = readLook(text);
  if ('problem' in read) return read;
  return {
    get: (path) => {
      const value = read.get([...within, ...path]);
      return typeof value === 'string' ? value : '';
    },
    is: (path) => read.get([...within, ...path]) === true,
    set: (path, value, typed) => {
      const at = [...within, ...path];
      edit(setField(text, at, value === '' || value === false ? undefined : value), typed ? at.join('.') : undefined);
    },
    fault: (path) => {
      const found = faults.find(({ at }) => at === [...within, ...path].join('.'));
      return found && `${found.problem}${found.remedy === undefined ? '' : `. ${found.remedy}`}`;
    },
    isPart: within.length > 0,
  };
}
