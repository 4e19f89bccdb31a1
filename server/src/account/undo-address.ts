import type { AddressChange } from '../directory/index.ts';
import { hasCode } from '../kernel/index.ts';
import type { AccountDeps } from './account-deps.ts';

/** What the link in the mail to a former address leads to: looked at, and undone by its reader, who need not sign in. */
export interface AddressChanges {
  /** @throws link.invalid */
  find(population: string, token: string): Promise<AddressChange>;
  /**
   * Gives the former address back, takes off what was bound or added since, signs everybody out and stops what waits:
   * whoever changed it is not the owner. What is at stake stays closed as after a recovery. @throws link.invalid
   */
  undo(population: string, token: string): Promise<AddressChange>;
}

export function createAddressChanges(deps: AccountDeps): AddressChanges {
  const find = (population: string, token: string) => deps.directory.findAddressChange(deps.database.db, population, token);

  async function undo(population: string, token: string): Promise<AddressChange> {
    const { database, directory, credentials, federation, checkpoints, clock } = deps;
    try {
      return await database.transaction(async (tx) => {
        const change = await directory.undoAddressChange(tx, population, token);
        if (!change) return find(population, token);
        const ref = { population, principal: change.principal };
        const occasion = { actor: { kind: 'principal', id: change.principal } } as const;
        const since = (await credentials.list(tx, ref)).filter(({ boundAt }) => boundAt >= change.at);
        for (const { id } of since) await credentials.remove(tx, ref, id, { reason: 'reported', occasion });
        await federation.removeLinks(tx, ref, 'reported', occasion);
        await checkpoints.takeBack(tx, ref, 'address-changed');
        await directory.noteRecovery(tx, ref, clock());
        return change;
      });
    } catch (error) {
      // Somebody has proved it for an account of theirs meanwhile: then its mail is theirs to read.
      if (!hasCode(error, 'identifier.taken')) throw error;
      return { ...await find(population, token), state: 'overtaken' };
    }
  }

  return { find, undo };
}
