import type { Actor } from '../../../contract/events/index.ts';
import type { Notice, Screen } from '../../../contract/screens/index.ts';
import type { EventLog, NewEvent } from '../events/index.ts';
import type { Db } from '../storage/index.ts';
import type { RunEnd } from './finish-run.ts';
import type { Moment, Visit } from './visit.ts';
import { insertState, type StateSealer } from './run-store.ts';
import type { RunFacts } from './step.ts';

type Told = Pick<NewEvent, 'type' | 'open'>;

/** What a run leaves behind on its way: a new state for each input, and the events that tell of it. */
export function createRunRecord(events: EventLog, sealer: StateSealer) {
  return {
    store: (tx: Db, visit: Visit, moment: Moment, shown: { screen: Screen; step: unknown; notice?: Notice }) =>
      insertState(tx, sealer, visit.run, {
        number: visit.run.stateNumber + 1, ...moment.at, enteredAt: visit.now, inputDigest: moment.inputDigest,
        facts: moment.facts, screen: shown.screen, step: shown.step, notice: shown.notice ?? null,
      }),
    tell: (tx: Db, visit: Visit, facts: RunFacts, ...told: readonly Told[]) =>
      events.append(tx, ...told.map((each) => ({ ...aboutRun(visit, facts), ...each }) as NewEvent)),
  };
}

/** What there is to tell at the end of a run. */
export function endTold(
  { run, now }: Visit, { recovered, proofs }: RunFacts, { outcome, acr }: RunEnd,
): readonly Told[] {
  const { purpose } = run;
  if (outcome.outcome === 'refused') return [{ type: 'run.refused', open: { purpose, reason: outcome.reason } }];
  const methods = [...new Set(proofs.map(({ kind }) => kind))];
  const ms = now.getTime() - run.startedAt.getTime();
  return [
    ...(recovered ? [{ type: 'principal.recovered', open: { methods } } as const] : []),
    { type: 'run.completed', open: { purpose, acr, ms } },
  ];
}

/**
 * A principal is named only once something was proved, since a typed name proves nothing; or where the run is for the
 * one who is signed in, and can be finished by no other. That one acts only once they have proved something.
 */
function aboutRun(visit: Visit, facts: RunFacts) {
  const { population, id, ask } = visit.run;
  const hasProved = facts.proofs.length > 0;
  const principal = hasProved || facts.principal === ask.principal ? facts.principal : undefined;
  const actor: Actor = principal === undefined || !hasProved ? { kind: 'system' } : { kind: 'principal', id: principal };
  return {
    population, run: id, actor,
    ...(principal === undefined ? {} : { principal }),
    ...(ask.application ? { client: ask.application.id } : {}),
  };
}
