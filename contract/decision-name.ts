/**
 * A decision as an authentication context: what is proved under this name is proved for that decision, and for no other.
 * It travels in `acr_values`, beside the classes that would do, so that whoever follows RFC 9470 passes it on unread.
 */
const prefix = 'urn:limen:decision:';
const named = /^urn:limen:decision:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const decisionName = (id: string): string => `${prefix}${id}`;

/** The id of the one decision among values of `acr_values`; undefined where there is none, or more than one. */
export function decisionNamedIn(values: readonly unknown[]): string | undefined {
  const ids = new Set(values.flatMap((value) => (typeof value === 'string' ? named.exec(value)?.[1] ?? [] : [])));
  return ids.size === 1 ? [...ids][0] : undefined;
}
