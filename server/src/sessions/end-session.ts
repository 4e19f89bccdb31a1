import type { Actor, SessionEndReason } from '../../../contract/events/index.ts';
import type { LoggedEvent, Subscription } from '../events/index.ts';
import { isId } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { deleteCertificatesOf } from './certificate-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import { deleteDevicesOf } from './device-store.ts';
import { deletePosturesOf } from './posture-store.ts';
import { endOpen, forgetDevices, type Ending } from './session-store.ts';

/** Ends sessions and tells of each; of several who end the same one, one does. Returns how many. */
export async function endSessions(
  { clock, events }: Pick<SessionsDeps, 'clock' | 'events'>, tx: Db, ending: Ending, reason: SessionEndReason,
  actor: Actor,
): Promise<number> {
  const named = [...ending.ids ?? [], ...(ending.principal === undefined ? [] : [ending.principal])];
  if (!named.every(isId)) return 0;
  const ended = await endOpen(tx, ending, reason, clock());
  await events.append(tx, ...ended.map(({ id, population, principal, client }) => ({
    type: 'session.ended' as const, population, principal, actor, session: id, open: { reason },
    ...(client === null ? {} : { client }),
  })));
  return ended.length;
}

/**
 * What happens in the directory ends sessions here. Those who ask were refused before this came by; a session that
 * began after a principal was let back in is left alone.
 */
export function endOnSuspension(deps: SessionsDeps): Subscription {
  async function handleOne({ type, at, population, principal }: LoggedEvent): Promise<void> {
    if (population === null || principal === null) return;
    const ref = { population, principal };
    await deps.database.transaction(async (tx) => {
      const state = (await deps.directory.findPrincipal(tx, ref))?.state;
      const ending = state === 'active' ? { ...ref, startedBy: at } : ref;
      await endSessions(deps, tx, ending, 'principal-suspended', { kind: 'system' });
      if (type !== 'principal.erased') return;
      await forgetDevices(tx, ref);
      await deleteDevicesOf(tx, ref);
      await deletePosturesOf(tx, ref);
      await deleteCertificatesOf(tx, ref);
    });
  }
  return {
    name: 'sessions-end-on-suspension',
    types: ['principal.suspended', 'principal.erased'],
    handle: async (events) => {
      for (const event of events) await handleOne(event);
    },
  };
}
