import type { Actor } from '../../../contract/events/index.ts';
import { day, fail, hashToken, newId, randomToken, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { lockPrincipal } from './create-principal.ts';
import type { Invitation, InvitationPurpose } from './directory.ts';
import { insertInvitation, markUsed, selectInvitation, withdrawOpen } from './invitation-store.ts';
import { selectPrincipal } from './principal-store.ts';

const longestLifetime = 7 * day;

export async function invite(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, input: { purpose: InvitationPurpose; lifetime: number; actor: Actor },
): Promise<{ token: string; invitation: Invitation }> {
  if (!(input.lifetime > 0 && input.lifetime <= longestLifetime)) {
    fail('request.invalid', { faults: [{ at: 'lifetime', problem: 'is not between nothing and 7 days' }] });
  }
  const principal = await lockPrincipal(tx, ref);
  if (principal.state !== 'active') fail('principal.suspended');
  await withdrawLinks(deps, tx, ref, input.actor, 'replaced');
  const now = deps.clock();
  const token = randomToken(deps.random);
  const expiresAt = new Date(now.getTime() + input.lifetime);
  const invitation: Invitation = {
    population: ref.population, principal: ref.principal, id: newId(now, deps.random), purpose: input.purpose,
    expiresAt, usedAt: null,
  };
  await insertInvitation(tx, invitation, hashToken(token), now);
  await deps.events.append(tx, {
    type: 'invitation.issued', population: ref.population, principal: ref.principal, actor: input.actor,
    open: { purpose: input.purpose, expiresAt: expiresAt.toISOString() },
  });
  return { token, invitation };
}

/** What may be told about a link without using it up; whoever lacks the token learns only that it doesn't work. */
export async function findInvitation(
  deps: DirectoryDeps, db: Db, population: string, token: string,
): Promise<Invitation> {
  const found = await selectInvitation(db, population, hashToken(token));
  if (!found || found.withdrawnAt) fail('link.invalid');
  if (found.usedAt) fail('link.used');
  if (found.expiresAt <= deps.clock()) fail('link.expired');
  const principal = await selectPrincipal(db, found);
  if (principal?.state !== 'active') fail('link.invalid');
  return toInvitation(found);
}

export async function acceptInvitation(
  deps: DirectoryDeps, tx: Db, population: string, token: string,
): Promise<Invitation> {
  await findInvitation(deps, tx, population, token);
  const used = await markUsed(tx, population, hashToken(token), deps.clock());
  if (!used) {
    // Somebody was faster; looking again says in which way.
    await findInvitation(deps, tx, population, token);
    fail('link.used');
  }
  await deps.events.append(tx, {
    type: 'invitation.accepted', population, principal: used.principal,
    actor: { kind: 'principal', id: used.principal }, open: { purpose: used.purpose },
  });
  return toInvitation(used);
}

/** Withdraws what is open of a principal's links. */
export async function withdrawLinks(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, actor: Actor, reason: string,
): Promise<void> {
  for (const { purpose } of await withdrawOpen(tx, ref, deps.clock())) {
    await deps.events.append(tx, {
      type: 'invitation.withdrawn', population: ref.population, principal: ref.principal, actor,
      open: { purpose, reason },
    });
  }
}

const toInvitation = ({ population, principal, id, purpose, expiresAt, usedAt }: Invitation): Invitation => (
  { population, principal, id, purpose, expiresAt, usedAt });
