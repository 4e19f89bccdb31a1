import type { RunFacts } from './step.ts';
import type { Proof } from '../sessions/index.ts';

/** What is known before anybody has said anything. */
export const noFacts: RunFacts = { proofs: [] };

/** Facts that forget who the run was about: what `identify` begins with. */
export const nobody: Partial<RunFacts> = {
  identifier: undefined, principal: undefined, verifiedEmail: undefined, verifiedPhone: undefined, displayName: undefined, created: undefined,
  recovered: undefined, voided: undefined, provider: undefined, passwordBreached: undefined, passwordPopularity: undefined, proofs: [],
};

/**
 * Takes in what a step learnt. What was proved about one principal never counts for another: when the run turns to
 * somebody else, earlier proofs are dropped, and so is that the run made the account and which address it proved.
 * What a provider upstream said proves nothing about an account that is only found afterwards: it opens those that it
 * is linked to, and one that this run makes.
 */
export function learn(
  facts: RunFacts, answer: { readonly facts?: Partial<RunFacts>; readonly proofs?: readonly Proof[] },
): RunFacts {
  const turned = facts.principal !== undefined && answer.facts !== undefined && 'principal' in answer.facts
    && answer.facts.principal !== facts.principal;
  const merged = { ...(turned ? { ...facts, created: undefined, voided: undefined, verifiedEmail: undefined, verifiedPhone: undefined, passwordBreached: undefined, passwordPopularity: undefined } : facts), ...answer.facts };
  const found = facts.principal === undefined && merged.principal !== undefined && merged.created !== true;
  const before = turned ? [] : found ? facts.proofs.filter(({ kind }) => kind !== 'federated') : facts.proofs;
  const kept = answer.facts?.proofs ?? before;
  return { ...merged, proofs: [...kept, ...(answer.proofs ?? [])].slice(-mostProofs) };
}

const mostProofs = 20;

/** True when the organisation or the person has just made the account, so that binding is part of making it. */
export function isFoundation(facts: RunFacts): boolean {
  return facts.created === true || facts.proofs.some((proof) => proof.kind === 'invitation');
}
