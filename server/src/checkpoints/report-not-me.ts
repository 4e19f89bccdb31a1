import { z } from 'zod';
import type { DoneIn } from '../../../contract/messages.ts';
import { day, fail, hasCode, newId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { labelReported } from './label-decision.ts';
import { cancelAllOf } from './pending-store.ts';
import { withdrawReviewsOf } from './review-store.ts';
import { insertReport } from './report-store.ts';
import { settleWaited } from './settled-events.ts';

/** How long the link of a notice can be used. */
const lifetime = 14 * day;

/** What a link carries, sealed: whose notice it was in, what it told of and where that was done, until when it counts. */
const linkContent = z.object({
  link: z.uuid(), principal: z.uuid(), about: z.string().max(60), until: z.int(), credential: z.uuid().optional(),
  doneIn: z.object({ session: z.uuid().optional(), mark: z.base64url().max(60).optional() }).optional(),
});
type LinkContent = z.infer<typeof linkContent>;

/** What a report is about, as far as that is known. */
export interface Reported {
  /** What was bound: it is removed. */
  readonly credential?: string | undefined;
  readonly doneIn?: DoneIn | undefined;
}

/** Nothing is stored until it is used, so that a notice costs no row. See `Checkpoints.reportPath`. */
export function reportPath(
  { links, clock, random }: Pick<CheckpointsDeps, 'links' | 'clock' | 'random'>, ref: PrincipalRef, about: string,
  { credential, doneIn }: Reported = {},
): string {
  const now = clock();
  const content: LinkContent = {
    link: newId(now, random), principal: ref.principal, about, until: now.getTime() + lifetime,
    ...(credential === undefined ? {} : { credential }), ...(doneIn ? { doneIn } : {}),
  };
  const sealed = links.seal(ref.population, Buffer.from(JSON.stringify(content), 'utf8'));
  return `/not-me/${sealed.toString('base64url')}`;
}

/** @throws link.invalid, link.expired */
export function readReportLink(
  { links, clock }: Pick<CheckpointsDeps, 'links' | 'clock'>, population: string, token: string,
): LinkContent {
  const content = opened(links, population, token) ?? fail('link.invalid');
  return content.until > clock().getTime() ? content : fail('link.expired');
}

function opened(links: CheckpointsDeps['links'], population: string, token: string): LinkContent | undefined {
  try {
    const plain = links.open(population, Buffer.from(token, 'base64url')).toString('utf8');
    return linkContent.parse(JSON.parse(plain));
  } catch {
    return undefined;
  }
}

/** See `Checkpoints.report`. */
export async function reportNotMe(deps: CheckpointsDeps, population: string, token: string): Promise<void> {
  const { link, principal, about, ...reported } = readReportLink(deps, population, token);
  const ref = { population, principal };
  await deps.database.transaction(async (tx) => {
    // Nobody is left to report for, and a row would be kept of somebody who is forgotten.
    const { state = 'erased' } = await deps.directory.findPrincipal(tx, ref) ?? {};
    if (state === 'erased') fail('link.invalid');
    if (!await insertReport(tx, ref, link, deps.clock())) return;
    await takeBack(deps, tx, ref, about, reported);
  });
}

/** See `Checkpoints.takeBack`. */
export async function takeBack(
  deps: CheckpointsDeps, tx: Db, ref: PrincipalRef, about: string, { credential, doneIn }: Reported = {},
): Promise<void> {
  const actor = { kind: 'principal', id: ref.principal } as const;
  const now = deps.clock();
  // With it goes what was shown in runs that wait, so that none of them binds anything or is the next session.
  const sessionsEnded = await deps.sessions.endAll(tx, ref, 'reported', actor);
  await deps.directory.withdrawInvitations(tx, ref, actor, 'reported');
  await deps.directory.cancelDeletion(tx, ref, { actor });
  if (credential !== undefined) await removeReported(deps, tx, ref, credential);
  // Guesses from there are strangers' again. Where nobody knows from where it was, they are from everywhere.
  const mark = await markOf(deps, tx, ref, doneIn);
  await deps.credentials.unmark(tx, ref, mark?.toString('base64url'));
  await deps.risk.disown(tx, ref);
  const cancelled = await cancelAllOf(tx, ref, now);
  for (const each of cancelled) await settleWaited(deps, tx, each, 'cancelled', now);
  const withdrawn = await withdrawReviewsOf(tx, ref, now);
  for (const each of withdrawn) await settleWaited(deps, tx, each, 'cancelled', now);
  await deps.events.append(tx, {
    type: 'report.not_me', ...ref, actor, open: { about, sessionsEnded, actionsCancelled: cancelled.length + withdrawn.length },
  });
  await labelReported(deps, tx, ref, now, { session: doneIn?.session, mark });
}

async function markOf({ sessions }: CheckpointsDeps, tx: Db, ref: PrincipalRef, doneIn: DoneIn | undefined): Promise<Buffer | undefined> {
  if (doneIn?.mark !== undefined) return Buffer.from(doneIn.mark, 'base64url');
  return doneIn?.session === undefined ? undefined : sessions.markOf(tx, ref, doneIn.session);
}

/** Whoever bound it still holds it. Removed already, or replaced since, it opens nothing any more. */
async function removeReported({ credentials }: CheckpointsDeps, tx: Db, ref: PrincipalRef, id: string): Promise<void> {
  const actor = { kind: 'principal', id: ref.principal } as const;
  try {
    await credentials.remove(tx, ref, id, { reason: 'reported', occasion: { actor } });
  } catch (error) {
    if (!hasCode(error, 'credential.unknown')) throw error;
  }
}
