import type { Actor } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { lockPrincipal } from './create-principal.ts';
import type { Closing } from './directory.ts';
import type { DirectoryDeps } from './directory-deps.ts';

interface ClosingTable { population: string; principal: string; asked_at: Date; due_at: Date }
const on = (db: Db) => db.$extendTables<{ principal_closing: ClosingTable }>();

/** Asked again, the first time stays: nobody puts the end off, or hurries it, by asking twice. */
export async function requestDeletion(
  { clock, events }: DirectoryDeps, tx: Db, ref: PrincipalRef, { waiting, actor, session }: { waiting: number; actor: Actor; session?: string },
): Promise<Closing> {
  await lockPrincipal(tx, ref);
  const asked = await deletionOf(tx, ref);
  if (asked) return asked;
  const [askedAt, dueAt] = [clock(), new Date(clock().getTime() + waiting)];
  await on(tx).insertInto('principal_closing').values({ ...ref, asked_at: askedAt, due_at: dueAt }).execute();
  await events.append(tx, {
    type: 'principal.deletion_requested', ...ref, actor, ...(session === undefined ? {} : { session }), open: { dueAt: dueAt.toISOString() },
  });
  return { askedAt, dueAt };
}

/** False where none was asked for, or it has been carried out. */
export async function cancelDeletion(
  { events }: DirectoryDeps, tx: Db, ref: PrincipalRef, { actor, session }: { actor: Actor; session?: string },
): Promise<boolean> {
  await lockPrincipal(tx, ref);
  if (!await forgetClosing(tx, ref)) return false;
  await events.append(tx, { type: 'principal.deletion_cancelled', ...ref, actor, ...(session === undefined ? {} : { session }), open: {} });
  return true;
}

export async function forgetClosing(tx: Db, { population, principal }: PrincipalRef): Promise<boolean> {
  const gone = await on(tx).deleteFrom('principal_closing')
    .where('population', '=', population).where('principal', '=', principal).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export async function deletionOf(db: Db, { population, principal }: PrincipalRef): Promise<Closing | undefined> {
  const row = await on(db).selectFrom('principal_closing').select(['asked_at', 'due_at'])
    .where('population', '=', population).where('principal', '=', principal).executeTakeFirst();
  return row && { askedAt: row.asked_at, dueAt: row.due_at };
}

/** Takes one that is due, so that servers share them out; it is held until the transaction ends. */
export async function takeDueDeletion(tx: Db, now: Date): Promise<PrincipalRef | undefined> {
  return on(tx).selectFrom('principal_closing').select(['population', 'principal'])
    .where('due_at', '<=', now).orderBy('due_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
}
