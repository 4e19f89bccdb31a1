import type { IdentifierKind } from '../../../../contract/events/index.ts';
import type { Credential } from '../../credentials/index.ts';
import { samePrincipal, type PrincipalRef } from '../../kernel/index.ts';
import type { Proof } from '../../sessions/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunFacts, RunView } from '../step.ts';
import { voidedHere } from '../voided-proofs.ts';
import type { StepServices } from './step-services.ts';

type Services = Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation'>;

const reason = 'identifier-taken-over';

/**
 * Gives an account the address or number that was just proved. The first proof of one drops all that others made before
 * under an unproved claim to it: whole accounts of others, and what another run had put into this very account. Returns
 * what the run learns by it. @throws identifier.taken, identifier.invalid
 */
export async function claimAddress(
  tx: Db, services: Services, run: RunView, ref: PrincipalRef, address: string,
  kind: Extract<IdentifierKind, 'email' | 'phone'> = 'email',
): Promise<Partial<RunFacts>> {
  const { directory, credentials, federation, sessions } = services;
  const identifier = { kind, value: address, actor: { kind: 'principal', id: ref.principal }, run: run.id } as const;
  await directory.addIdentifier(tx, ref, identifier);
  const { droppedFrom } = await directory.verifyIdentifier(tx, ref, identifier);
  for (const loser of droppedFrom.filter((each) => !samePrincipal(each, ref))) {
    await credentials.removeAll(tx, loser, { reason, occasion: run.occasion });
    await federation.removeLinks(tx, loser, reason, run.occasion);
    await sessions.endAll(tx, loser, reason, { kind: 'system' });
  }
  return droppedFrom.some((each) => samePrincipal(each, ref)) ? dropWhatWasNotShown(tx, services, run, ref) : {};
}

/**
 * Somebody else had claimed the address for this account before its owner came, and may have made a way in of their
 * own (account pre-hijacking). What this run has shown is the person's; everything else goes, and everybody else.
 */
async function dropWhatWasNotShown(
  tx: Db, { directory, credentials, federation, sessions }: Services, run: RunView, ref: PrincipalRef,
): Promise<Partial<RunFacts>> {
  const { proofs } = run.facts;
  const held = await credentials.list(tx, ref);
  for (const { id } of held.filter((each) => !wasShown(each, held, proofs))) {
    await credentials.remove(tx, ref, id, { reason, occasion: run.occasion });
  }
  if (!proofs.some(({ kind }) => kind === 'federated')) await federation.removeLinks(tx, ref, reason, run.occasion);
  await sessions.endAll(tx, ref, reason, { kind: 'system' });
  return voidedHere(tx, directory, ref);
}

/** Of several of a kind it is the one that was used last: just now. */
function wasShown({ id, kind }: Credential, held: readonly Credential[], proofs: readonly Proof[]): boolean {
  if (!proofs.some((proof) => proof.kind === kind)) return false;
  const ofKind = held.filter((each) => each.kind === kind);
  const last = Math.max(...ofKind.map(({ lastUsedAt }) => lastUsedAt?.getTime() ?? 0));
  return ofKind.find(({ lastUsedAt }) => (lastUsedAt?.getTime() ?? 0) === last)?.id === id;
}
