import type { Directory } from '../directory/index.ts';
import { fail } from '../kernel/index.ts';
import { levelsOf, satisfies } from '../sessions/index.ts';
import type { Db } from '../storage/index.ts';
import type { LinkPurposes } from './link-purposes.ts';
import type { RunFacts } from './step.ts';
import type { Visit } from './visit.ts';
import { voidedHere } from './voided-proofs.ts';

/**
 * A link that outlived its run's beginning is used up by the input that proves what it asks, in the same transaction
 * as the binding of what proves it: whoever gives up before has bound nothing and may begin again, and nobody can bind
 * a credential with it and leave it for the next one. Returns what the run knows from there on.
 * @throws link.used, link.expired, link.invalid
 */
export type SettleLink = (tx: Db, visit: Visit, facts: RunFacts) => Promise<RunFacts>;

export function createSettleLink(
  { directory, linkPurposes }: {
    directory: Pick<Directory, 'acceptInvitation' | 'findPrincipal'>; linkPurposes?: LinkPurposes },
): SettleLink {
  return async (tx, { run, population }, facts) => {
    if (facts.invitation === undefined || facts.principal === undefined) return facts;
    const [strongest] = levelsOf(facts.proofs, population.kind);
    if (!strongest || !satisfies(strongest.acr, run.ask.acr ?? 'urn:limen:acr:basic')) return facts;
    const { principal, purpose } = await directory.acceptInvitation(tx, run.population, facts.invitation);
    if (principal !== facts.principal) fail('link.invalid');
    const ref = { population: run.population, principal };
    const wanted = linkPurposes?.[purpose];
    if (!wanted) return { ...facts, invitation: undefined };
    await wanted.finished(tx, ref, run.startedAt);
    // What that may have voided was shown elsewhere; what it stands on was shown here.
    return { ...facts, invitation: undefined, ...await voidedHere(tx, directory, ref) };
  };
}
