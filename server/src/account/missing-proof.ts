import { minute, second } from '../kernel/index.ts';
import { assuranceOf, levelMeeting, type NeededAssurance, type Proof } from '../sessions/index.ts';
import type { Account } from './account.ts';
import type { AccountDeps } from './account-deps.ts';

/** How old the proof may be behind a change of how the account is opened. */
const freshFor = 5 * minute / second;

/**
 * The strongest that the account can show, and fresh: a weaker way in must not remove a stronger one, as it must not
 * bind one (SP 800-63B-4 §4.1.2.1).
 */
export async function missingProof(
  { database, credentials, policies, clock }: Pick<AccountDeps, 'database' | 'credentials' | 'policies' | 'clock'>,
  { session }: Parameters<Account['missingProof']>[0],
): Promise<NeededAssurance | undefined> {
  const now = clock();
  const held = await credentials.list(database.db, session);
  const { content } = await policies.current(session.population);
  const proofs = held.map(({ kind }): Proof => ({ kind, at: now, userVerified: true }));
  const need: NeededAssurance = { acr: assuranceOf(proofs, content.population.kind).acr, maxAge: freshFor };
  return levelMeeting(session.levels, need, now) ? undefined : need;
}
