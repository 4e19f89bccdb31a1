import type { IdentifierKind } from '../../../../contract/events/index.ts';
import { samePrincipal, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';
import type { StepServices } from './step-services.ts';

/**
 * Gives an account the address or number that was just proved. The first proof of one drops all that others made before
 * under an unproved claim to it. @throws identifier.taken, identifier.invalid
 */
export async function claimAddress(
  tx: Db, { directory, credentials, federation, sessions }: Pick<StepServices, 'directory' | 'credentials' | 'sessions' | 'federation'>,
  run: RunView, ref: PrincipalRef, address: string, kind: Extract<IdentifierKind, 'email' | 'phone'> = 'email',
): Promise<void> {
  const identifier = { kind, value: address, actor: { kind: 'principal', id: ref.principal } } as const;
  await directory.addIdentifier(tx, ref, identifier);
  const { droppedFrom } = await directory.verifyIdentifier(tx, ref, identifier);
  // Whoever claims it has proved that the account is theirs, so it isn't taken from them.
  for (const loser of droppedFrom.filter((each) => !samePrincipal(each, ref))) {
    const reason = 'identifier-taken-over';
    await credentials.removeAll(tx, loser, { reason, occasion: run.occasion });
    await federation.removeLinks(tx, loser, reason, run.occasion);
    await sessions.endAll(tx, loser, reason, { kind: 'system' });
  }
}
