import type { ChallengeShown } from '../checkpoints/index.ts';
import { fail, minute, second } from '../kernel/index.ts';
import { assuranceOf, levelMeeting, type NeededAssurance, type Proof } from '../sessions/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { askedBefore, strictest, type OwnAct } from './own-acts.ts';
import type { Visitor } from './visitor.ts';

/** How old the proof may be behind a change of how the account is opened. */
const freshFor = 5 * minute / second;

type ProofDeps = Pick<AccountDeps, 'database' | 'credentials' | 'policies' | 'checkpoints' | 'clock'>;

/** What is to be shown yet, and for what: the challenge, where it was the checkpoint that asked. */
export interface MissingProof {
  readonly need: NeededAssurance;
  readonly challenge: ChallengeShown | undefined;
}

/**
 * The strongest that the account can show, and fresh: a weaker way in must not remove a stronger one, as it must not
 * bind one (SP 800-63B-4 §4.1.2.1).
 */
export async function missingProof(
  { database, credentials, policies, checkpoints, clock }: ProofDeps, { session }: Visitor,
): Promise<NeededAssurance | undefined> {
  // A draw has let it go where a proof would have been asked for: nobody takes the account over by that.
  if (await checkpoints.isContained(database.db, session.population, session.id)) fail('session.contained');
  const now = clock();
  const held = await credentials.list(database.db, session);
  const { content } = await policies.current(session.population);
  const proofs = held.map(({ kind }): Proof => ({ kind, at: now, userVerified: true }));
  const need: NeededAssurance = { acr: assuranceOf(proofs, content.population.kind).acr, maxAge: freshFor };
  return levelMeeting(session.levels, need, now) ? undefined : need;
}

/**
 * What is missing before an act: the proof that each change wants, which the checkpoint of the act may raise and never
 * lowers. @throws HeldAct where more proof would not help
 */
export async function missingFor(deps: ProofDeps, visitor: Visitor, act: OwnAct): Promise<MissingProof | undefined> {
  const least = await missingProof(deps, visitor);
  const asked = await askedBefore(deps, visitor, act);
  const need = strictest(least, asked?.need);
  return need && { need, challenge: asked?.challenge };
}
