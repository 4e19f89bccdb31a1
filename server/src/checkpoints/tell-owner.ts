import type { DoneIn, MessageOf } from '../../../contract/messages.ts';
import { newsPlaces } from '../directory/read.ts';
import { hour, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { SameQuestion } from './same-question.ts';
import { countTold, markTold, unmarkTold } from './told-store.ts';
import { lacksRoom, type NoRoom } from './waiting-room.ts';

/** The same question within this time sends no second mail. */
const toldFor = hour;
/** Of more than these in an hour nobody reads the rest. */
const room = { here: 10, inAll: 20 } as const;

export interface ActionNews extends PrincipalRef {
  readonly state: MessageOf<'action-news'>['state'];
  readonly about: string;
  /** In words; empty where it isn't known. */
  readonly device: string;
  readonly doneIn?: DoneIn;
}

/** Tells every proved address of an action. Returns how many there are. */
export async function tellOwner(
  { directory, messages }: Pick<CheckpointsDeps, 'directory' | 'messages'>, tx: Db,
  { population, principal, state, about, device, doneIn }: ActionNews, now: Date,
): Promise<number> {
  const ref = { population, principal };
  const places = newsPlaces(await directory.identifiers(tx, ref));
  if (places.length === 0) return 0;
  const person = await directory.findPrincipal(tx, ref);
  for (const { to, channel } of places) {
    await messages.queue(tx, {
      population, to, channel, locale: person?.locale ?? null, principal,
      message: { kind: 'action-news', state, about, at: now.toISOString(), device, ...(doneIn ? { doneIn } : {}) },
    });
  }
  return places.length;
}

/** Tells the owner that an action went on, once for the same question. */
export async function tellDone(
  deps: CheckpointsDeps, tx: Db, same: SameQuestion, news: Pick<ActionNews, 'about' | 'device' | 'doneIn'>, now: Date,
): Promise<'told' | 'nobody-to-tell' | NoRoom> {
  const since = new Date(now.getTime() - toldFor);
  if (!await markTold(tx, same, now, since)) return 'told';
  const { population, principal, client } = same;
  const { here, elsewhere } = await countTold(tx, same, since);
  // The one that was marked just now is among them.
  const full = lacksRoom({ here: here - 1, elsewhere }, room, client, 'too-many-notices');
  const untold = full ?? (await tellOwner(deps, tx, { ...news, population, principal, state: 'done' }, now) > 0 ? undefined : 'nobody-to-tell');
  if (untold === undefined) return 'told';
  // Asked again it has been told no more than now, and what was not told takes no room.
  await unmarkTold(tx, same);
  return untold;
}
