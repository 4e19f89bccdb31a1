import { day, type Origin } from '../kernel/index.ts';
import { tellOwner } from './case-notice.ts';
import { deleteClosedBefore, expireCases, markTold } from './case-store.ts';
import { close, logClosed } from './close-case.ts';
import { deleteGoneBefore, giveUpAskedBefore } from './contact-store.ts';
import { isOvertaken } from './living-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import { recoveryRules } from './rules.ts';

const closedKept = 60 * day;
const batch = 200;

/** See `Recovery.tidy`. Each turn does a bounded part; the next one goes on. */
export async function tidyCases(deps: RecoveryDeps, only?: Origin): Promise<number> {
  const { database, clock } = deps;
  const now = clock();
  const before = (age: number): Date => new Date(now.getTime() - age);
  const told = await database.transaction(async (tx) => {
    const ready = await markTold(tx, now, batch, only);
    for (const each of ready) {
      if (await isOvertaken(deps, tx, each)) await close(deps, tx, each, 'cancelled');
      else await tellOwner(deps, tx, each, 'ready', now);
    }
    return ready.length;
  });
  const expired = await database.transaction(async (tx) => {
    const found = await expireCases(tx, {
      due: before(recoveryRules.takenUpWithin.atMost), asked: before(recoveryRules.decidedWithin.atMost),
    }, now, batch, only);
    for (const each of found) await logClosed(deps, tx, each, 'expired', { kind: 'system' }, now);
    return found.length;
  });
  await deleteClosedBefore(database.db, before(closedKept), batch);
  await giveUpAskedBefore(database.db, before(recoveryRules.contactAsked.atMost), now, batch);
  await deleteGoneBefore(database.db, before(closedKept), batch);
  return told + expired;
}
