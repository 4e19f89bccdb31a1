import type { Database } from '../storage/index.ts';
import { chainHash, chainStart } from './chain.ts';
import { readChainEnd, readRange } from './event-store.ts';

export interface Verification {
  readonly ok: boolean;
  /** How many events were found to be as they were written. */
  readonly verified: number;
  /** The first position whose event is missing, changed, moved or added. */
  readonly brokenAt?: number;
  /** Where the verified part ends. Kept elsewhere, it shows later whether the whole log was rewritten. */
  readonly position: number;
  readonly hash: string;
}

const batchSize = 1_000;

/**
 * Recomputes a chain from `from` (1 unless given) to the end it had when the check began. A later `from` trusts the
 * stored hash before it.
 */
export async function verifyChain(
  database: Database, origin: 'real' | 'simulated', from = 1,
  onProgress: (verified: number, of: number) => void = () => undefined,
): Promise<Verification> {
  const simulated = origin === 'simulated';
  const end = await readChainEnd(database.db, simulated);
  let position = from - 1;
  let hash = chainStart;
  if (position > 0) {
    const [before] = await readRange(database.db, { simulated, after: position - 1, upTo: position });
    if (!before) return { ok: false, verified: 0, brokenAt: position, position: 0, hash: '' };
    hash = before.hash;
  }
  const verified = (): number => position - from + 1;
  const broken = (): Verification => (
    { ok: false, verified: verified(), brokenAt: position + 1, position, hash: hash.toString('hex') });
  while (position < end.position) {
    const upTo = Math.min(position + batchSize, end.position);
    const rows = await readRange(database.db, { simulated, after: position, upTo });
    for (const row of rows) {
      const expected = chainHash(hash, position + 1, row);
      if (row.position !== position + 1 || !expected.equals(row.hash)) return broken();
      position = row.position;
      hash = expected;
    }
    if (position < upTo) return broken();
    onProgress(verified(), end.position - from + 1);
  }
  // Beyond the noted end there may be newer events, but the end itself must be the one that was noted.
  if (!hash.equals(end.hash) && position === end.position) return { ...broken(), brokenAt: position };
  return { ok: true, verified: verified(), position, hash: hash.toString('hex') };
}
