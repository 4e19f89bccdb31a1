import { createHash } from 'node:crypto';

/**
 * SHA-256 in hex of the value as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript prints them. Equal content has one digest, whatever order a file had it in.
 */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

/** Canonical JSON of plain data; members that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join()}}`;
}
