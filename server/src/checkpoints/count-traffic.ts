import { decisionOutcomes, type DecisionOutcome } from '../../../contract/decision-words.ts';
import type { EventLog, LoggedEvent } from '../events/index.ts';
import { isId, type Origin } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { addTraffic, lockTraffic, moveTraffic, type TrafficChange } from './traffic-store.ts';

/** Counts how decisions go, from both chains from their beginning, each by itself. */
export function followTraffic({ database, events }: { readonly database: Pick<Database, 'transaction'>; readonly events: Pick<EventLog, 'subscribe'> }): void {
  for (const origin of ['real', 'simulated'] as const) {
    events.subscribe({
      name: 'checkpoints-traffic', origin, types: ['decision.made', 'decision.settled', 'token.issued'],
      handle: (batch) => countTraffic(database, origin, batch),
    });
  }
}

/** Counts a batch of one chain, all of it or nothing; what was counted before is passed over. */
export async function countTraffic(database: Pick<Database, 'transaction'>, origin: Origin, events: readonly LoggedEvent[]): Promise<void> {
  await database.transaction(async (tx) => {
    const counted = await lockTraffic(tx, origin);
    const news = events.filter(({ position }) => position !== null && position > counted);
    const last = news.at(-1)?.position;
    if (last === undefined || last === null) return;
    await addTraffic(tx, origin, news.flatMap(changesOf));
    await moveTraffic(tx, origin, last);
  });
}

/** What begins is open; what ends is open no more. */
function changesOf({ type, population, open: { decision, outcome } }: LoggedEvent): readonly TrafficChange[] {
  if (population === null || typeof decision !== 'string' || !isId(decision)) return [];
  const open = { population, decision, outcome: null } as const;
  if (type === 'decision.made') return [{ ...open, by: 1 }];
  if (type === 'token.issued') return [{ ...open, by: 1, byToken: true }];
  return isOutcome(outcome) ? [{ ...open, by: -1 }, { ...open, outcome, by: 1 }] : [];
}

const isOutcome = (name: unknown): name is DecisionOutcome => (decisionOutcomes as readonly unknown[]).includes(name);
