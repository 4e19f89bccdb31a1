import { groupsOf, explainStorageError, type Database } from '../storage/index.ts';
import { insertIntoInbox } from './event-store.ts';
import type { NewEvent } from './event-log.ts';
import { checkEvent, sealEvent, type CheckedEvent, type Preparation } from './prepare-event.ts';

const largestGroup = 500;

/** Events that are committed in groups, for those whose only write they are. */
export function createGroupAppend(
  database: Database, preparation: Preparation, options: { longestQueue: number; onAppended: () => void },
): (event: NewEvent) => Promise<void> {
  const write = groupsOf<CheckedEvent, void>(async (group) => {
    if (group.every((each) => each.personal === undefined)) {
      // One statement is its own transaction: one trip to the database instead of three.
      await insertIntoInbox(database.db, group.map(({ row }) => ({ ...row, personal: null })));
    } else {
      await database.transaction(async (tx) => {
        const rows = [];
        for (const each of group) rows.push(await sealEvent(tx, each, preparation.sealer));
        await insertIntoInbox(tx, rows);
      });
    }
    return group.map(() => undefined);
  }, { largest: largestGroup, longestQueue: options.longestQueue, onIdle: options.onAppended });

  return async (event) => {
    const checked = checkEvent(event, preparation);
    await write(checked).catch((error: unknown) => { throw explainStorageError(error); });
  };
}
