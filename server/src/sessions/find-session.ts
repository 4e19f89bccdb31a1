import { hashToken, isId, minute, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import { lifetimesOf, overdue, present } from './living-session.ts';
import { selectOpen, selectOpenBySecret, selectOpenOf, touch, type OpenSession } from './session-store.ts';
import type { Session } from './sessions.ts';

/** More sessions than this nobody has; `start` ends the oldest. */
export const mostSessions = 100;

/** A session is marked as seen no oftener than this, so it may end so much early, never late. */
const seenEvery = minute;

/** 32 bytes as base64url. */
const secretForm = /^[A-Za-z0-9_-]{43}$/;

export async function findBySecret(
  deps: SessionsDeps, population: string, secret: string,
): Promise<Session | undefined> {
  if (!secretForm.test(secret)) return undefined;
  const { db } = deps.database;
  const open = await selectOpenBySecret(db, population, hashToken(secret));
  const session = open && await living(deps, db, open);
  if (!open || !session) return undefined;
  const now = deps.clock();
  if (now.getTime() - open.lastSeenAt.getTime() < seenEvery) return session;
  await touch(db, open, now);
  return { ...session, lastSeenAt: now };
}

export async function markSeen({ database, clock }: SessionsDeps, session: Session): Promise<void> {
  const now = clock();
  if (now.getTime() - session.lastSeenAt.getTime() >= seenEvery) await touch(database.db, session, now);
}

export async function find(deps: SessionsDeps, population: string, id: string, db: Db = deps.database.db): Promise<Session | undefined> {
  if (!isId(id)) return undefined;
  const open = await selectOpen(db, { population, id });
  return open && living(deps, db, open);
}

/** See `Sessions.findOpen`. */
export async function findOpen(deps: SessionsDeps, population: string, id: string): Promise<Session | undefined> {
  if (!isId(id)) return undefined;
  const open = await selectOpen(deps.database.db, { population, id });
  return open && lasting(deps, open);
}

export async function list(deps: SessionsDeps, db: Db, ref: PrincipalRef): Promise<readonly Session[]> {
  if (!isId(ref.principal) || !await mayHaveSessions(deps, db, ref)) return [];
  const open = await selectOpenOf(db, ref, mostSessions);
  if (open.length === 0) return [];
  const { content } = await deps.policies.current(ref.population);
  const now = deps.clock();
  const lifetimes = lifetimesOf(content);
  return open.flatMap((each) => overdue(each, lifetimes, now) ? [] : present(each, content) ?? []);
}

/** The session as the policy in force and the state of its principal let it be, right now. */
export async function living(deps: SessionsDeps, db: Db, open: OpenSession): Promise<Session | undefined> {
  const session = await lasting(deps, open);
  return session && await mayHaveSessions(deps, db, open) ? session : undefined;
}

/** The same as far as the policy goes. */
async function lasting(deps: SessionsDeps, open: OpenSession): Promise<Session | undefined> {
  const { content } = await deps.policies.current(open.population);
  return overdue(open, lifetimesOf(content), deps.clock()) ? undefined : present(open, content);
}

/** Asked each time, so that whoever is suspended is out at once; the sessions' end follows by event. */
async function mayHaveSessions(
  { directory }: SessionsDeps, db: Db, { population, principal }: PrincipalRef,
): Promise<boolean> {
  return (await directory.findPrincipal(db, { population, principal }))?.state === 'active';
}
