import type { Directory, Principal } from '../directory/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { RunFacts } from './step.ts';

/**
 * The facts without what was shown before the principal's `proofsCountFrom`: a form that waited while the account was
 * recovered, reported or looked after by the desk is as good as a stranger's. The run that did that goes on.
 */
export function withoutVoided(
  facts: RunFacts, principal: Pick<Principal, 'proofsCountFrom'> | undefined,
): RunFacts {
  const from = principal?.proofsCountFrom;
  if (!from || (facts.voided && from <= facts.voided.at)) return facts;
  return { ...facts, proofs: facts.proofs.filter(({ at }) => at >= from) };
}

/** The same, by what is known of the principal at this moment. */
export async function currentFacts(
  tx: Db, directory: Pick<Directory, 'findPrincipal'>, population: string, facts: RunFacts,
): Promise<RunFacts> {
  if (facts.principal === undefined || facts.proofs.length === 0) return facts;
  return withoutVoided(facts, await directory.findPrincipal(tx, { population, principal: facts.principal }));
}

/** What the run notes that has just voided all proofs of its principal, in this transaction. */
export async function voidedHere(
  tx: Db, directory: Pick<Directory, 'findPrincipal'>, ref: PrincipalRef,
): Promise<Pick<RunFacts, 'voided'>> {
  const at = (await directory.findPrincipal(tx, ref))?.proofsCountFrom;
  return at ? { voided: { at } } : {};
}
