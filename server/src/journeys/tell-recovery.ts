import type { Directory } from '../directory/index.ts';
import type { Messages } from '../messages/index.ts';
import type { Recovery } from '../recovery/index.ts';
import { deviceLabel } from '../sessions/index.ts';
import type { Db } from '../storage/index.ts';
import { purposeAt } from './journey-graph.ts';
import { isFoundation } from './run-facts.ts';
import type { RunFacts } from './step.ts';
import { noticeToOwner } from './steps/credential-notice.ts';
import type { Moment, Visit } from './visit.ts';

/** Tells that a recovery has begun, where one has and nobody was told yet; the facts remember it. */
export type TellRecovery = (tx: Db, visit: Visit, moment: Moment) => Promise<RunFacts>;

/**
 * Every address on file is told at the start of a recovery, whichever way it goes on, so that the owner can stop it
 * before anything is bound: the notice's link voids what the run has shown. It is the engine's, since a journey could
 * forget it. Nobody is told before something was proved: else whoever types an address could have mail sent to it.
 */
export function createTellRecovery(
  services: {
    readonly directory: Pick<Directory, 'identifiers'>; readonly messages: Pick<Messages, 'queue'>;
    readonly recovery: Pick<Recovery, 'living'>;
  },
): TellRecovery {
  return async (tx, { run, policy, browser, now }, { at, facts }) => {
    const { principal, proofs, calls, recoveryTold } = facts;
    if (principal === undefined || proofs.length === 0 || recoveryTold === principal || isFoundation(facts)) return facts;
    if (purposeAt(policy.content, at, calls) !== 'recover') return facts;
    const ref = { population: run.population, principal };
    // Whoever comes back to a case goes on with what was told before, with a link of its own that stops it.
    if (await services.recovery.living(tx, ref) === undefined) {
      await noticeToOwner(tx, services, ref, {
        change: 'recovery-begun', at: now, device: deviceLabel(browser.userAgent) ?? '', locale: run.locale, run: run.id,
      });
    }
    return { ...facts, recoveryTold: principal };
  };
}
