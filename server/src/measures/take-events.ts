import type { LoggedEvent } from '../events/index.ts';
import type { Database } from '../storage/index.ts';
import { countEvent } from './count-event.ts';
import type { JourneyPurposes } from './journey-purposes.ts';
import { readLedger, writeLedger } from './ledger-store.ts';
import { TallySheet } from './tally.ts';
import { addTallies, lockProgress, moveProgress } from './tally-store.ts';

/**
 * Counts a batch of one chain: all of it or nothing. What was counted before is passed over, however often and on how
 * many servers at once it is delivered.
 */
export async function takeEvents(
  { database, journeyPurposes }: { database: Database; journeyPurposes: JourneyPurposes },
  origin: 'real' | 'simulated', events: readonly LoggedEvent[],
): Promise<void> {
  const simulated = origin === 'simulated';
  await database.transaction(async (tx) => {
    const counted = await lockProgress(tx, simulated);
    const news = events.filter(({ position }) => position !== null && position > counted);
    const last = news.at(-1)?.position;
    if (last === undefined || last === null) return;
    const ledger = await readLedger(tx, simulated, news);
    const sheet = new TallySheet();
    const purposeOf = await journeyPurposes(ledger.runs.all(), news);
    for (const event of news) countEvent(event, ledger, sheet, purposeOf);
    await addTallies(tx, simulated, sheet.rows());
    await writeLedger(tx, simulated, ledger);
    await moveProgress(tx, simulated, last);
  });
}
