import { fail } from '../kernel/index.ts';
import { explainStorageError, type Database } from '../storage/index.ts';
import { insertIntoInbox } from './event-store.ts';
import type { Beside, NewEvent } from './event-log.ts';
import { checkEvent, sealEvent, type CheckedEvent, type Preparation } from './prepare-event.ts';

interface Waiting {
  readonly event: CheckedEvent;
  readonly beside: Beside | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const largestGroup = 500;

/**
 * Group commit: while one group is being written, whoever comes waits for the next one, so that the cost of a commit
 * is shared by as many as there are at that moment, and nobody waits for a timer.
 */
export function createGroupAppend(
  database: Database, preparation: Preparation, options: { longestQueue: number; onAppended: () => void },
): (event: NewEvent, beside?: Beside) => Promise<void> {
  const queue: Waiting[] = [];
  let writing = false;

  async function write(group: readonly Waiting[]): Promise<void> {
    const beside = statementsBeside(group);
    if (group.every(({ event }) => event.personal === undefined)) {
      // One statement is its own transaction: one trip to the database instead of three.
      await insertIntoInbox(database.db, group.map(({ event: { row } }) => ({ ...row, personal: null })), beside);
      return;
    }
    await database.transaction(async (tx) => {
      const rows = [];
      for (const { event } of group) rows.push(await sealEvent(tx, event, preparation.sealer));
      await insertIntoInbox(tx, rows, beside);
    });
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      await write(group);
      for (const each of group) each.resolve();
    } catch (error) {
      // What is wrong with one event must not fail its neighbours; a lost database fails them all.
      if (group.length > 1 && isDataError(error)) for (const each of group) await settle([each]);
      else for (const each of group) each.reject(explainStorageError(error));
    }
  }

  async function writeAll(): Promise<void> {
    writing = true;
    while (queue.length > 0) await settle(queue.splice(0, largestGroup));
    writing = false;
    options.onAppended();
  }

  return async (event, beside) => {
    const checked = checkEvent(event, preparation);
    if (queue.length >= options.longestQueue) fail('server.busy', { detail: 'too many events wait', retryAfter: 1 });
    await new Promise<void>((resolve, reject) => {
      queue.push({ event: checked, beside, resolve, reject });
      if (!writing) void writeAll();
    });
  };
}

/** One statement for each kind of rows beside the events of a group. */
function statementsBeside(group: readonly Waiting[]) {
  const all = group.flatMap(({ beside }) => beside ?? []);
  return [...Map.groupBy(all, ({ rows }) => rows)].map(([rows, mine]) => rows.insert(mine.map(({ row }) => row)));
}

/** SQLSTATE classes 22 (data) and 23 (constraints). */
function isDataError(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: string }).code ?? '');
}
