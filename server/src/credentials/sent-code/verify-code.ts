import { equalInConstantTime, hasCode, isId } from '../../kernel/index.ts';
import type { CodeVerdict, CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { eventContext, type About } from '../event-context.ts';
import type { Throttle, Try } from '../throttle/throttle.ts';
import { digestOfCode } from './make-code.ts';
import { countTry, findCode, useCode, type SentCodeKind, type SentCodeRow } from './sent-code-store.ts';

export const mostCodeTries = 5;

/**
 * Compares a code with the one that its run sent to this place. Every try is committed by itself before it is looked
 * at. The fifth wrong one already says that none is left, and so does a throttle: for the person both mean that this
 * code is of no use.
 */
export async function verifyCode(
  deps: CredentialsDeps, digest: Digest, throttle: Throttle, kind: SentCodeKind, population: string, run: string,
  place: string, code: string, occasion: Occasion,
): Promise<CodeVerdict> {
  const { database, clock } = deps;
  const { principal } = occasion;
  const about: About = principal === undefined ? { population } : { population, principal };
  const found = isId(run) ? await findCode(database.db, kind, population, run) : undefined;
  const closed = closedBecause(found, clock());
  if (closed) return tellRefused(deps, kind, about, occasion, closed);
  const attempt = await begin(throttle, about, found!, occasion);
  const counted = attempt && await countTry(database.db, kind, population, run, clock(), mostCodeTries);
  if (!attempt || !counted) {
    await attempt?.release();
    // Another try may have used the code, or the last try, since it was read.
    const since = attempt && closedBecause(await findCode(database.db, kind, population, run), clock());
    return tellRefused(deps, kind, about, occasion, since ?? 'no-tries-left');
  }
  const given = await digestOfCode(digest, kind, population, run, place, code.replace(/\s/g, ''));
  if (!equalInConstantTime(given, counted.digest)) {
    return tellRefused(deps, kind, about, occasion, counted.tries >= mostCodeTries ? 'no-tries-left' : 'wrong');
  }
  const used = await useUp(deps, attempt, counted, about, occasion);
  return used ? 'correct' : tellRefused(deps, kind, about, occasion, 'expired');
}

/** A code that was used, or that never was, is told apart from an expired one for nobody. */
function closedBecause(row: SentCodeRow | undefined, now: Date): 'expired' | 'no-tries-left' | undefined {
  if (!row || row.used_at || row.expires_at <= now) return 'expired';
  return row.tries >= mostCodeTries ? 'no-tries-left' : undefined;
}

async function begin(
  throttle: Throttle, about: About, row: SentCodeRow, occasion: Occasion,
): Promise<Try | undefined> {
  return throttle.begin(row.kind, about, row.subject, occasion).catch((error: unknown) => {
    if (hasCode(error, 'credential.throttled')) return undefined;
    throw error;
  });
}

async function useUp(
  { database, events, clock }: CredentialsDeps, attempt: Try, row: SentCodeRow, about: About, occasion: Occasion,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (!await useCode(tx, row, clock())) return false;
    await events.append(tx, {
      type: 'credential.accepted', ...eventContext(about, occasion), open: { kind: row.kind },
    });
    await attempt.succeeded(tx);
    return true;
  });
}

async function tellRefused<V extends CodeVerdict>(
  { database, events }: CredentialsDeps, kind: SentCodeKind, about: About, occasion: Occasion, verdict: V,
): Promise<V> {
  await database.transaction((tx) => events.append(tx, {
    type: 'credential.refused', ...eventContext(about, occasion), open: { kind, reason: verdict },
  }));
  return verdict;
}
