import type { AccountDeps } from './account-deps.ts';
import type { Visitor } from './visitor.ts';
import { readAccount } from './read-account.ts';

/** Records that the owner looked through what opens the account: how much it was, not what. */
export async function confirmCheckUp(deps: AccountDeps, visitor: Visitor): Promise<void> {
  const { session: { population, principal, id: session } } = visitor;
  const { identifiers, credentials } = await readAccount(deps, visitor);
  await deps.database.transaction(async (tx) => {
    await deps.events.append(tx, {
      type: 'principal.checked_up', population, principal, session, actor: { kind: 'principal', id: principal },
      open: { identifiers: identifiers.length, credentials: credentials.length },
    });
  });
}
