import { hashToken, newId, randomToken } from '../kernel/index.ts';
import type { Session } from '../sessions/read.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { PendingAction, Question } from './checkpoints.ts';
import { countWaiting, insertPending } from './pending-store.ts';

/** More actions than this don't wait for one person at a time: each sends mail. */
const mostWaiting = 5;

interface Delay {
  readonly question: Question;
  readonly session: Session;
  readonly digest: Buffer;
  readonly about: string;
  readonly decisionId: string;
  /** Milliseconds. */
  readonly delay: number;
  readonly now: Date;
}

/** Has the action wait, and tells every proved address how to stop it. */
export async function beginDelay(
  deps: CheckpointsDeps, tx: Db, { question, session, digest, about, decisionId, delay, now }: Delay,
): Promise<'begun' | 'begun-elsewhere' | 'too-many'> {
  if (await countWaiting(tx, session) >= mostWaiting) return 'too-many';
  const token = randomToken(deps.random);
  const { population, principal } = session;
  const action: PendingAction = {
    population, principal, id: newId(now, deps.random), client: question.client, action: question.action.name,
    decision: decisionId, about, begunAt: now, dueAt: new Date(now.getTime() + delay), state: 'waiting',
  };
  if (!await insertPending(tx, action, { digest, cancelHash: hashToken(token) })) return 'begun-elsewhere';
  await tell(deps, tx, session, action, token);
  return 'begun';
}

async function tell(deps: CheckpointsDeps, tx: Db, session: Session, action: PendingAction, token: string): Promise<void> {
  const { population, principal } = action;
  const [{ issuer }, person, identifiers] = await Promise.all([
    deps.policies.population(population), deps.directory.findPrincipal(tx, session),
    deps.directory.identifiers(tx, session),
  ]);
  for (const { kind, value, verifiedAt } of identifiers) {
    if (kind !== 'email' || verifiedAt === null) continue;
    await deps.messages.queue(tx, {
      population, to: value, locale: person?.locale ?? null, principal,
      message: {
        kind: 'action-delayed', about: action.about, at: action.begunAt.toISOString(), dueAt: action.dueAt.toISOString(),
        device: session.device ?? '', cancelLink: `${issuer.replace(/\/$/, '')}${cancelPath(token)}`,
      },
    });
  }
}

/** Below the issuer. */
export const cancelPath = (token: string): string => `/cancel/${token}`;
