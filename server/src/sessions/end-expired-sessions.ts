import { day, hasCode, type Origin } from '../kernel/index.ts';
import type { RecurringJob } from '../storage/index.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import { endSessions } from './end-session.ts';
import { lifetimesOf, overdue, type Lifetimes } from './living-session.ts';
import { deleteCertificatesBefore } from './certificate-store.ts';
import { restorableFor } from './register-device-key.ts';
import { deleteDevicesSeenBefore } from './device-store.ts';
import { deletePosturesBefore } from './posture-store.ts';
import { deleteEndedBefore, lockOverdue } from './session-store.ts';

export type ExpiryDeps = Pick<SessionsDeps, 'database' | 'clock' | 'events' | 'policies'>;

const batchSize = 500;
/** What one turn of the job does at most; the next one goes on. */
const mostBatches = 100;
/** Rows of ended sessions are kept this long, for whoever looks into what happened. */
const keptFor = 30 * day;
/** As long as browsers keep a cookie (RFC 6265bis §5.5). */
const deviceKeptFor = 400 * day;

/**
 * Ends sessions whose time is over, so that applications hear of it; they were refused before that. Servers that run
 * it at once share the work. Of one origin where one is named. Returns how many it ended.
 */
export async function endExpiredSessions(deps: ExpiryDeps, only?: Origin): Promise<number> {
  let ended = 0;
  for (const { slug } of await deps.policies.populations()) {
    const policy = await deps.policies.current(slug).catch((error: unknown) => {
      if (hasCode(error, 'population.unknown')) return undefined;
      throw error;
    });
    if (!policy) continue;
    for (let batch = 0; batch < mostBatches; batch++) {
      const found = await endBatch(deps, slug, lifetimesOf(policy.content), only);
      ended += found;
      if (found < batchSize) break;
    }
  }
  await removeOld(deps);
  return ended;
}

function endBatch(deps: ExpiryDeps, population: string, lifetimes: Lifetimes, only?: Origin): Promise<number> {
  const now = deps.clock();
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const { total, idle } = lifetimes;
  const cuts = { startedBy: before(total), ...(idle === undefined ? {} : { unusedSince: before(idle) }) };
  return deps.database.transaction(async (tx) => {
    const found = await lockOverdue(tx, population, now, cuts, batchSize, only);
    for (const reason of ['expired', 'idle'] as const) {
      const ids = found.filter((each) => overdue(each, lifetimes, now) === reason).map(({ id }) => id);
      if (ids.length > 0) await endSessions(deps, tx, { population, ids }, reason, { kind: 'system' });
    }
    return found.length;
  });
}

async function removeOld({ database, clock }: ExpiryDeps): Promise<void> {
  const before = new Date(clock().getTime() - keptFor);
  for (let batch = 0; batch < mostBatches; batch++) {
    if (await deleteEndedBefore(database.db, before, batchSize) < batchSize) break;
  }
  await deleteCertificatesBefore(database.db, clock(), new Date(clock().getTime() - restorableFor), batchSize);
  await deletePosturesBefore(database.db, clock(), batchSize);
  await deleteDevicesSeenBefore(database.db, new Date(clock().getTime() - deviceKeptFor), batchSize);
}

/** The jobs that this folder wants to be run. */
export function sessionJobs(deps: ExpiryDeps): readonly RecurringJob[] {
  return [{ name: 'sessions-end-expired', cron: '* * * * *', run: () => endExpiredSessions(deps) }];
}
