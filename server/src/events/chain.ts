import { createHash } from 'node:crypto';
import type { EventRow } from './event-row.ts';

/** What the first event of a chain has before it. */
export const chainStart: Buffer = Buffer.alloc(32);

const format = 'limen event 1';

/**
 * The hash of an event: SHA-256 over the previous hash and the event's canonical bytes, which are its fields in a
 * fixed order, each as UTF-8 behind its length in four bytes (all ones for none). Two different events therefore
 * never have the same bytes. The personal part goes in as it was sealed, so that the chain still verifies when its
 * key is gone.
 */
export function chainHash(previous: Buffer, position: number, row: EventRow): Buffer {
  const hash = createHash('sha256').update(previous);
  const { id, type, population, principal, actor, session, run, client, open, personal } = row;
  for (const field of [
    format, String(position), id, row.at.toISOString(), row.simulated ? 'simulated' : 'real', type, population,
    principal, actor, session, run, client, open, personal,
  ]) {
    hash.update(lengthOf(field));
    if (field !== null) hash.update(field);
  }
  return hash.digest();
}

function lengthOf(field: string | Buffer | null): Buffer {
  const length = Buffer.alloc(4, 0xff);
  if (field !== null) length.writeUInt32BE(typeof field === 'string' ? Buffer.byteLength(field) : field.length);
  return length;
}
