import { stringify } from 'yaml';
import type { PolicyContent, PolicyDifference } from '../../../contract/policy/index.ts';

/**
 * Where two contents differ, in the order of the newer one: one entry for each field, or one for a whole group that
 * only one side has. Fields are named as in the files: `sessions.total`, `journeys.sign-in.nodes.code.exits.verified`.
 */
export function differencesOf(before: PolicyContent | undefined, after: PolicyContent): readonly PolicyDifference[] {
  const found: PolicyDifference[] = [];
  compare('', before, after, found);
  return found;
}

function compare(path: string, before: unknown, after: unknown, found: PolicyDifference[]): void {
  if (isGroup(before) && isGroup(after)) {
    for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
      compare(path === '' ? name : `${path}.${name}`, own(before, name), own(after, name), found);
    }
    return;
  }
  // Nothing was there at all: the parts one by one read better than one heap.
  if (path === '' && isGroup(after)) {
    for (const name of Object.keys(after)) compare(name, undefined, after[name], found);
    return;
  }
  const [was, is] = [shown(before), shown(after)];
  if (was !== is) found.push({ path, before: was, after: is });
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(group: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : stringify(value, { lineWidth: 100 }).trimEnd();
}
