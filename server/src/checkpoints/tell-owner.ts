import type { DoneIn, MessageOf } from '../../../contract/messages.ts';
import { newsPlaces } from '../directory/read.ts';
import { hour, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { SameQuestion } from './same-question.ts';
import { countTold, markTold } from './told-store.ts';

/** The same question within this time sends no second mail. */
const toldFor = hour;
/** Of more than this in an hour nobody reads the rest. */
const mostTold = 20;

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
): Promise<'told' | 'nobody-to-tell' | 'too-many-notices'> {
  const since = new Date(now.getTime() - toldFor);
  if (!await markTold(tx, same, now, since)) return 'told';
  // The one that was marked just now counts.
  if (await countTold(tx, same, since) > mostTold) return 'too-many-notices';
  const { population, principal } = same;
  return await tellOwner(deps, tx, { ...news, population, principal, state: 'done' }, now) > 0 ? 'told' : 'nobody-to-tell';
}
