import { countedTypes } from './count-event.ts';
import { createJourneyPurposes } from './journey-purposes.ts';
import type { MeasuresDeps } from './measures-deps.ts';
import type { Measures } from './measures.ts';
import { removeOld } from './remove-old.ts';
import { createShowBoard } from './show-board.ts';
import { createShowJourneyTraffic } from './show-journey-traffic.ts';
import { takeEvents } from './take-events.ts';

/** Follows both chains from the beginning, each by itself, and answers from what it counted. */
export function createMeasures(deps: MeasuresDeps): Measures {
  const { database, events, policies, clock } = deps;
  const journeyPurposes = createJourneyPurposes(policies);
  for (const origin of ['real', 'simulated'] as const) {
    events.subscribe({
      name: 'measures', origin, types: countedTypes,
      handle: (batch) => takeEvents({ database, journeyPurposes }, origin, batch),
    });
  }
  return {
    board: createShowBoard(deps),
    journeyTraffic: createShowJourneyTraffic(deps),
    jobs: [{ name: 'measures-remove-old', cron: '47 3 * * *', run: () => removeOld(database.db, clock()) }],
  };
}
