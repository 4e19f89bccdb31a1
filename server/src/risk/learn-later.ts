import { minute, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { RiskDeps } from './create-risk.ts';
import { dayOf } from './judge.ts';
import { learn } from './profile.ts';
import { lockProfile, upsertProfile } from './profile-store.ts';
import { selectDue, takeUnlearnt } from './session-store.ts';
import { objectionTime } from './trust.ts';

/** Principals looked for at once. */
const batch = 200;
/** The job comes every minute, and its next turn goes on where this one stops. */
const longest = minute / 2;
const mostBatches = 500;

/**
 * Learns in full what nobody objected to for long enough, principal by principal, each in a transaction of its own.
 * Returns how many sign-ins.
 */
export async function learnUnobjected({ database, clock, log }: RiskDeps): Promise<number> {
  const begun = clock();
  const before = new Date(begun.getTime() - objectionTime);
  let learnt = 0;
  for (let batches = 0; batches < mostBatches && Math.abs(clock().getTime() - begun.getTime()) < longest; batches += 1) {
    const due = await selectDue(database.db, before, batch);
    let now = 0;
    for (const ref of due) {
      try {
        now += await database.transaction((tx) => learnRest(tx, ref, begun, { before }));
      } catch (error) {
        log.warn({ err: error, population: ref.population, principal: ref.principal }, 'what a sign-in showed was not learnt; it is tried again');
      }
    }
    learnt += now;
    if (now === 0) break;
  }
  return learnt;
}

/** Learns the rest of a principal's sign-ins: of one session, or of all from before a time. Returns how many. */
export async function learnRest(
  tx: Db, ref: PrincipalRef, now: Date, which: { readonly session?: string; readonly before?: Date },
): Promise<number> {
  const { profile } = await lockProfile(tx, ref);
  const taken = await takeUnlearnt(tx, ref, which);
  for (const { at, unlearnt } of taken) learn(profile, unlearnt.traits, dayOf(at), unlearnt.rest);
  if (taken.length > 0) await upsertProfile(tx, ref, profile, now);
  return taken.length;
}

/** What nothing confirmed was somebody else, and is never learnt. */
export async function disown(tx: Db, ref: PrincipalRef): Promise<void> {
  await lockProfile(tx, ref);
  await takeUnlearnt(tx, ref);
}
