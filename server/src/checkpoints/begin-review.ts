import { newId } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Evidence, RunQuestion } from './checkpoints.ts';
import { countWaitingReviews, expireReviewOf, insertReview } from './review-store.ts';
import { doneIn } from './recorded-decision.ts';
import { settleWaited } from './settled-events.ts';
import { tellOwner } from './tell-owner.ts';
import { lacksRoom, type NoRoom } from './waiting-room.ts';

/** More than these of one person are not looked at at a time: they would only fill the queue of others. */
const room = { here: 3, inAll: 5 } as const;

interface Asking {
  readonly question: Pick<RunQuestion, 'client' | 'action'>;
  readonly evidence: Pick<Evidence, 'population' | 'principal' | 'device'> & Partial<Pick<Evidence, 'in'>>;
  readonly digest: Buffer;
  readonly about: string;
  readonly decisionId: string;
  /** Milliseconds. */
  readonly within: number;
  readonly now: Date;
}

/** Puts the action where somebody else looks at it, and tells its owner. */
export async function beginReview(
  deps: CheckpointsDeps, tx: Db, { question, evidence, digest, about, decisionId, within, now }: Asking,
): Promise<'begun' | 'begun-elsewhere' | NoRoom> {
  const { population, principal } = evidence;
  const { client } = question;
  for (const each of await expireReviewOf(tx, { population, principal, client, digest }, now)) {
    await settleWaited(deps, tx, each, 'expired', now);
  }
  const full = lacksRoom(await countWaitingReviews(tx, evidence, client, now), room, client, 'too-many-waiting');
  if (full) return full;
  const device = evidence.device ?? '';
  const isFirst = await insertReview(tx, {
    population, principal, id: newId(now, deps.random), client, action: question.action.name, decision: decisionId, about,
    device, askedAt: now, expiresAt: new Date(now.getTime() + within), state: 'waiting', decidedBy: null, reason: null,
    decidedAt: null, settledAt: null,
  }, digest);
  if (!isFirst) return 'begun-elsewhere';
  await tellOwner(deps, tx, { population, principal, state: 'in-review', about, device, ...doneIn(evidence) }, now);
  return 'begun';
}
