import type { PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Principal } from '../directory/index.ts';
import { fail, hashToken, newId, randomToken, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { levelsOf, mergeProofs } from './assurance.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import { deviceLabel } from './device-label.ts';
import { noteDevice } from './device-store.ts';
import { endSessions } from './end-session.ts';
import { living, mostSessions } from './find-session.ts';
import { lifetimesOf, present } from './living-session.ts';
import { isRecovered, recoveredLimits, showsFactor } from './recovered-account.ts';
import { insertSession, lockOpen, selectOpenOf, updateProofs, type OpenSession } from './session-store.ts';
import type { Assurance, Proof, RaisedWhere, Session, Sessions } from './sessions.ts';

type StartInput = Parameters<Sessions['start']>[1];
type Opened = Promise<{ session: Session; secret: string }>;

export async function start(deps: SessionsDeps, tx: Db, input: StartInput): Opened {
  const { population, principal } = input.ref;
  const ref: PrincipalRef = { population, principal };
  const { content } = await deps.policies.current(population);
  const proofs = mergeProofs([], input.proofs);
  const { acr, amr } = strongest(proofs, content.population.kind);
  const { recoveredAt } = await checkPrincipal(deps, tx, ref);
  await endOldest(deps, tx, ref);

  const now = deps.clock();
  const { total, remote } = lifetimesOf(content);
  const recovered = recoveredLimits(content);
  const longest = isRecovered(recoveredAt, recovered, now) && !showsFactor(proofs) ? Math.min(total, recovered.total) : total;
  const secret = randomToken(deps.random);
  const open: OpenSession = {
    ...ref, id: newId(now, deps.random), proofs, client: input.client ?? null,
    device: input.remote?.screen ?? (input.personal ? deviceLabel(input.personal.userAgent) : null),
    startedAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + (input.remote ? Math.min(remote, longest) : longest)),
  };
  await insertSession(tx, open, hashToken(secret), input.deviceHash ?? null);
  if (input.deviceHash) await noteDevice(tx, ref, { device: input.deviceHash, label: open.device, confirmed: input.confirmed === true }, now);
  await deps.events.append(tx, {
    type: 'session.started', ...ref, actor: { kind: 'principal', id: principal }, session: open.id,
    open: { acr, amr: [...amr] },
    ...(input.run === undefined ? {} : { run: input.run }),
    ...(input.client === undefined ? {} : { client: input.client }),
    ...(input.personal ? { personal: bounded(input.personal) } : {}),
  });
  return { session: present(open, content)!, secret };
}

/** Of two at once the later one has both's proofs, and its secret is the one that works. */
export async function raise(deps: SessionsDeps, tx: Db, session: Session, more: readonly Proof[], where?: RaisedWhere): Opened {
  const open = await lockOpen(tx, session);
  if (!open || open.principal !== session.principal || !await living(deps, tx, open)) fail('session.ended');
  const { content } = await deps.policies.current(open.population);
  const proofs = mergeProofs(open.proofs, more);
  const now = deps.clock();
  const raised = { ...open, proofs, expiresAt: await endOf(deps, tx, open, proofs, content), lastSeenAt: now };
  const secret = randomToken(deps.random);
  await updateProofs(tx, raised, hashToken(secret), where?.deviceHash);
  if (where) await noteDevice(tx, session, { device: where.deviceHash, label: deviceLabel(where.userAgent), confirmed: where.confirmed }, now);
  const { acr, amr } = strongest(raised.proofs, content.population.kind);
  await deps.events.append(tx, {
    type: 'session.raised', population: open.population, principal: open.principal,
    actor: { kind: 'principal', id: open.principal }, session: open.id, open: { acr, amr: [...amr] },
  });
  return { session: present(raised, content)!, secret };
}

/** A session that a recovery has kept short is as long as any once a factor was shown in it. */
async function endOf(
  { directory }: SessionsDeps, tx: Db, open: OpenSession, proofs: readonly Proof[], content: PolicyContent,
): Promise<Date> {
  if (showsFactor(open.proofs) || !showsFactor(proofs)) return open.expiresAt;
  const recoveredAt = (await directory.findPrincipal(tx, open))?.recoveredAt;
  return isRecovered(recoveredAt, recoveredLimits(content), open.startedAt)
    ? new Date(open.startedAt.getTime() + lifetimesOf(content).total) : open.expiresAt;
}

function strongest(proofs: readonly Proof[], kind: PopulationKind): Assurance {
  return levelsOf(proofs, kind)[0] ?? fail('credential.refused', { detail: 'nothing shown counts at this door' });
}

async function checkPrincipal({ directory }: SessionsDeps, tx: Db, ref: PrincipalRef): Promise<Principal> {
  const principal = await directory.findPrincipal(tx, ref);
  if (!principal || principal.state === 'erased') return fail('principal.unknown');
  if (principal.state === 'suspended') fail('principal.suspended');
  return principal;
}

async function endOldest(deps: SessionsDeps, tx: Db, ref: PrincipalRef): Promise<void> {
  const open = await selectOpenOf(tx, ref, 2 * mostSessions);
  const ids = open.slice(mostSessions - 1).map(({ id }) => id);
  if (ids.length > 0) await endSessions(deps, tx, { population: ref.population, ids }, 'replaced', { kind: 'system' });
}

/** The catalogue's bounds: what a browser sends is as long as it likes. */
const bounded = ({ clientAddress, userAgent }: { clientAddress: string; userAgent: string }) => (
  { clientAddress: clientAddress.slice(0, 120), userAgent: userAgent.slice(0, 300) });
