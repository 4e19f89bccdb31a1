import { groupsOf, explainStorageError, type Database } from '../storage/index.ts';
import { insertIntoInbox } from './event-store.ts';
import type { Beside, NewEvent } from './event-log.ts';
import { checkEvent, sealEvent, type CheckedEvent, type Preparation } from './prepare-event.ts';

interface Accompanied {
  readonly event: CheckedEvent;
  readonly beside: Beside | undefined;
}

const largestGroup = 500;

/** Events that are committed in groups, for those whose only write they are, but for the rows beside them. */
export function createGroupAppend(
  database: Database, preparation: Preparation, options: { longestQueue: number; onAppended: () => void },
): (event: NewEvent, beside?: Beside) => Promise<void> {
  const write = groupsOf<Accompanied, void>(async (group) => {
    const beside = statementsBeside(group);
    if (group.every(({ event }) => event.personal === undefined)) {
      // One statement is its own transaction: one trip to the database instead of three.
      await insertIntoInbox(database.db, group.map(({ event: { row } }) => ({ ...row, personal: null })), beside);
    } else {
      await database.transaction(async (tx) => {
        const rows = [];
        for (const { event } of group) rows.push(await sealEvent(tx, event, preparation.sealer));
        await insertIntoInbox(tx, rows, beside);
      });
    }
    return group.map(() => undefined);
  }, { largest: largestGroup, longestQueue: options.longestQueue, onIdle: options.onAppended });

  return async (event, beside) => {
    const checked = checkEvent(event, preparation);
    await write({ event: checked, beside }).catch((error: unknown) => { throw explainStorageError(error); });
  };
}

/** One statement for each kind of rows beside the events of a group. */
function statementsBeside(group: readonly Accompanied[]) {
  const all = group.flatMap(({ beside }) => beside ?? []);
  return [...Map.groupBy(all, ({ rows }) => rows)].map(([rows, mine]) => rows.insert(mine.map(({ row }) => row)));
}
