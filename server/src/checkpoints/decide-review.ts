import { day, fail, isId, samePrincipal, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { decideReview, selectReview } from './review-store.ts';
import type { ActionReview, ReviewVerdict } from './reviews.ts';
import { settleWaited } from './settled-events.ts';
import { tellOwner } from './tell-owner.ts';

/** A yes that nobody made use of for so long is not wanted any more. */
const approvedFor = 7 * day;
/** Whoever got their own account back in this time decides nothing: it may be in other hands. */
const settledFor = 3 * day;

/** See `ActionReviews.decide`. */
export async function decideActionReview(
  deps: CheckpointsDeps, tx: Db, { population, id, verdict, reason, actor, by }: ReviewVerdict,
): Promise<ActionReview> {
  const found = (isId(id) ? await selectReview(tx, population, id, true) : undefined) ?? fail('action_review.unknown');
  const now = deps.clock();
  await checkReviewer(deps, tx, by, found, now);
  const expiresAt = verdict === 'approved' ? new Date(now.getTime() + approvedFor) : found.expiresAt;
  if (!await decideReview(tx, found, { state: verdict, by, reason, now, expiresAt })) fail('action_review.decided');
  const { principal, action, about, device } = found;
  await deps.events.append(tx, {
    type: 'decision.reviewed', population, principal, actor, client: found.client,
    open: { review: found.id, decision: found.decision, action, verdict, reason },
  });
  await settleWaited(deps, tx, found, verdict, now);
  await tellOwner(deps, tx, { population, principal, state: verdict, about, device }, now);
  return await selectReview(tx, population, id) ?? fail('action_review.unknown');
}

/**
 * Four eyes: a colleague, and never the one who asked. One account that was talked out of its owner's hands must not
 * say yes for the next.
 */
async function checkReviewer(
  { policies, directory }: CheckpointsDeps, tx: Db, by: PrincipalRef, subject: PrincipalRef, now: Date,
): Promise<void> {
  if (samePrincipal(by, subject)) fail('action_review.own');
  if ((await policies.population(by.population)).kind !== 'workforce') fail('action_review.not_a_colleague');
  const { recoveredAt } = await directory.findPrincipal(tx, by) ?? fail('action_review.not_a_colleague');
  if (recoveredAt && now.getTime() - recoveredAt.getTime() < settledFor) fail('action_review.approver_recovered');
}
