import { milliseconds } from '../../../contract/policy/index.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { minute } from '../kernel/index.ts';
import { levelsOf } from './assurance.ts';
import type { OpenSession } from './session-store.ts';
import type { Session } from './sessions.ts';

/** How long sessions live by a policy, in milliseconds; `idle` where unused ones end sooner. */
export interface Lifetimes {
  readonly total: number;
  /** At another screen than the person's own; never longer than `total`. */
  readonly remote: number;
  readonly idle?: number;
}

export function lifetimesOf({ sessions }: PolicyContent): Lifetimes {
  const total = milliseconds(sessions.total);
  const remote = Math.min(total, sessions.remote === undefined ? remoteLife : milliseconds(sessions.remote));
  return sessions.idle === undefined ? { total, remote } : { total, remote, idle: milliseconds(sessions.idle) };
}

/** Where the policy says nothing. */
const remoteLife = 15 * minute;

/** Its latest end: by the policy at its start or the one in force, whichever is sooner. */
export function latestEnd(session: OpenSession, { total }: Lifetimes): Date {
  return new Date(Math.min(session.expiresAt.getTime(), session.startedAt.getTime() + total));
}

/** Why its time is over, by what came first, or undefined while it lives: until just before its end. */
export function overdue(session: OpenSession, lifetimes: Lifetimes, now: Date): 'expired' | 'idle' | undefined {
  const end = latestEnd(session, lifetimes).getTime();
  const idleEnd = session.lastSeenAt.getTime() + (lifetimes.idle ?? Infinity);
  if (now.getTime() < Math.min(end, idleEnd)) return undefined;
  return idleEnd < end ? 'idle' : 'expired';
}

/** What the outside sees of an open session; undefined where its proofs reach no level, so it is worth nothing. */
export function present(session: OpenSession, policy: PolicyContent): Session | undefined {
  const levels = levelsOf(session.proofs, policy.population.kind);
  const [assurance] = levels;
  return assurance && {
    population: session.population, principal: session.principal, id: session.id, assurance, levels,
    proofs: session.proofs, client: session.client, device: session.device, startedAt: session.startedAt, lastSeenAt: session.lastSeenAt,
    expiresAt: latestEnd(session, lifetimesOf(policy)),
  };
}
