import { newestOf, noticeToOwner } from '../journeys/index.ts';
import { occasionOf, type AccountDeps, type Visitor } from './account.ts';

/** A new set of recovery codes, told this once. */
export function issueOwnCodes(deps: AccountDeps, visitor: Visitor): Promise<readonly string[]> {
  const { database, credentials, clock } = deps;
  const { session, device, locale } = visitor;
  return database.transaction(async (tx) => {
    const codes = await credentials.recoveryCodes.issue(tx, session, occasionOf(visitor));
    const credential = await newestOf(tx, deps, session, 'recovery-code');
    await noticeToOwner(tx, deps, session, {
      change: 'recovery-codes-made', at: clock(), device, locale, ...(credential === undefined ? {} : { credential }),
    });
    return codes;
  });
}
