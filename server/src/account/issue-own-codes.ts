import { newestOf, noticeToOwner } from '../journeys/index.ts';
import { fail, minute, second } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { occasionOf, type Visitor } from './visitor.ts';

/** Each set sends mail to every address of the account. */
const setEvery = 10 * minute;

/** A new set of recovery codes, told this once. @throws request.rate_limited */
export async function issueOwnCodes(deps: AccountDeps, tx: Db, visitor: Visitor): Promise<readonly string[]> {
  const { credentials, clock } = deps;
  const { session, device, locale } = visitor;
  const made = (await credentials.list(tx, session)).find(({ kind }) => kind === 'recovery-code')?.boundAt;
  const wait = made === undefined ? 0 : made.getTime() + setEvery - clock().getTime();
  if (wait > 0) fail('request.rate_limited', { retryAfter: Math.ceil(wait / second) });
  const codes = await credentials.recoveryCodes.issue(tx, session, occasionOf(visitor));
  const credential = await newestOf(tx, deps, session, 'recovery-code');
  await noticeToOwner(tx, deps, session, {
    change: 'recovery-codes-made', at: clock(), device, locale, doneIn: { session: session.id }, ...(credential === undefined ? {} : { credential }),
  });
  return codes;
}
