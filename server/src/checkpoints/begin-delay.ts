import { newsPlaces } from '../directory/read.ts';
import { hashToken, newId, randomToken } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Evidence, PendingAction, RunQuestion } from './checkpoints.ts';
import { doneIn } from './recorded-decision.ts';
import { countWaiting, insertPending } from './pending-store.ts';
import { lacksRoom, type NoRoom } from './waiting-room.ts';

/** More actions than these don't wait for one person at a time: each sends mail. */
const room = { here: 3, inAll: 5 } as const;

interface Delay {
  readonly question: Pick<RunQuestion, 'client' | 'action'>;
  readonly evidence: Evidence;
  readonly digest: Buffer;
  readonly about: string;
  readonly decisionId: string;
  /** Milliseconds. */
  readonly delay: number;
  readonly now: Date;
}

/** Has the action wait, and tells every proved address how to stop it. */
export async function beginDelay(
  deps: CheckpointsDeps, tx: Db, { question, evidence, digest, about, decisionId, delay, now }: Delay,
): Promise<'begun' | 'begun-elsewhere' | NoRoom | 'nobody-to-tell'> {
  const addresses = newsPlaces(await deps.directory.identifiers(tx, evidence));
  // To wait helps where the owner can stop it meanwhile.
  if (addresses.length === 0) return 'nobody-to-tell';
  const full = lacksRoom(await countWaiting(tx, evidence, question.client), room, question.client, 'too-many-waiting');
  if (full) return full;
  const token = randomToken(deps.random);
  const { population, principal } = evidence;
  const action: PendingAction = {
    population, principal, id: newId(now, deps.random), client: question.client, action: question.action.name,
    decision: decisionId, about, begunAt: now, dueAt: new Date(now.getTime() + delay), state: 'waiting',
  };
  if (!await insertPending(tx, action, { digest, cancelHash: hashToken(token) })) return 'begun-elsewhere';
  await tell(deps, tx, evidence, action, { addresses, token });
  return 'begun';
}

async function tell(
  deps: CheckpointsDeps, tx: Db, evidence: Evidence, action: PendingAction,
  { addresses, token }: { addresses: ReturnType<typeof newsPlaces>; token: string },
): Promise<void> {
  const { population, principal } = action;
  const [{ issuer }, person] = await Promise.all([
    deps.policies.population(population), deps.directory.findPrincipal(tx, evidence),
  ]);
  for (const { to, channel } of addresses) {
    await deps.messages.queue(tx, {
      population, to, channel, locale: person?.locale ?? null, principal,
      message: {
        kind: 'action-delayed', about: action.about, at: action.begunAt.toISOString(), dueAt: action.dueAt.toISOString(),
        device: evidence.device ?? '', cancelLink: `${issuer.replace(/\/$/, '')}${cancelPath(token)}`, ...doneIn(evidence),
      },
    });
  }
}

/** Below the issuer. */
export const cancelPath = (token: string): string => `/cancel/${token}`;
