import { newsPlaces } from '../directory/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import { fail } from '../kernel/index.ts';
import type { MessageOf } from '../../../contract/messages.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { forgetTold } from './sign-in-told-store.ts';
import type { Visitor } from './visitor.ts';

const system = { kind: 'system' } as const;
/** One transaction each, so that a server that dies half-way leaves whole accounts to another. */
const mostAtOnce = 1_000;

/** @throws request.not_found where the policy keeps deletion to operators */
export async function requestOwnDeletion(deps: AccountDeps, tx: Db, visitor: Visitor): Promise<void> {
  const { session, device, locale } = visitor;
  const { content } = await deps.policies.current(session.population);
  const waiting = content.population.deletion?.waiting ?? fail('request.not_found');
  const { askedAt, dueAt } = await deps.directory.requestDeletion(tx, session, {
    waiting: milliseconds(waiting), actor: { kind: 'principal', id: session.principal }, session: session.id,
  });
  await tell(deps, tx, session, { state: 'asked', at: askedAt, dueAt, device, locale });
}

/** By whoever is signed in: keeping an account opens nothing, so it wants no fresh proof. */
export async function cancelOwnDeletion(deps: AccountDeps, visitor: Visitor): Promise<void> {
  const { session, device, locale } = visitor;
  await deps.database.transaction(async (tx) => {
    const asked = await deps.directory.deletionOf(tx, session);
    const actor = { kind: 'principal', id: session.principal } as const;
    if (!await deps.directory.cancelDeletion(tx, session, { actor, session: session.id })) return;
    await tell(deps, tx, session, { state: 'cancelled', at: deps.clock(), dueAt: asked!.dueAt, device, locale });
  });
}

/** Erases every account whose waiting time is over; its addresses are told, since they are forgotten with it. */
export async function eraseDueAccounts(deps: AccountDeps): Promise<number> {
  let erased = 0;
  while (erased < mostAtOnce && await deps.database.transaction(async (tx) => {
    const ref = await deps.directory.takeDueDeletion(tx);
    if (!ref) return false;
    const principal = await deps.directory.findPrincipal(tx, ref);
    await tell(deps, tx, ref, { state: 'done', at: deps.clock(), dueAt: deps.clock(), device: '', locale: principal?.locale ?? null });
    await deps.directory.erase(tx, ref, system, 'asked for by the person');
    return true;
  })) erased += 1;
  return erased;
}

/** Whoever was erased, by whatever way, keeps no credential and no connection. */
export function forgetErased({ database, events, credentials, connections, risk, checkpoints }: AccountDeps): void {
  events.subscribe({
    name: 'account-forget-erased',
    types: ['principal.erased'],
    handle: async (erased) => {
      for (const { population, principal } of erased) {
        if (population === null || principal === null) continue;
        await database.transaction(async (tx) => {
          await credentials.removeAll(tx, { population, principal }, { reason: 'principal-erased', occasion: { actor: system } });
          await connections.forget(tx, { population, principal });
          await forgetTold(tx, { population, principal });
          await risk.forget(tx, { population, principal });
          await checkpoints.forget(tx, { population, principal });
        });
      }
    },
  });
}

async function tell(
  { directory, messages, policies }: AccountDeps, tx: Db, { population, principal }: PrincipalRef,
  { state, at, dueAt, device, locale }: {
    state: MessageOf<'deletion'>['state']; at: Date; dueAt: Date; device: string; locale: string | null;
  },
): Promise<void> {
  const { issuer } = await policies.population(population);
  const accountLink = `${issuer.replace(/\/$/, '')}/account`;
  for (const { to, channel } of newsPlaces(await directory.identifiers(tx, { population, principal }))) {
    await messages.queue(tx, {
      population, to, channel, locale, principal,
      message: { kind: 'deletion', state, at: at.toISOString(), dueAt: dueAt.toISOString(), device, accountLink },
    });
  }
}
