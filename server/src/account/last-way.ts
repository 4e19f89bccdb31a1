import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Credential } from '../credentials/index.ts';
import { levelsOf, satisfies, type Proof } from '../sessions/index.ts';

/**
 * Whether the account could still be opened, as its policy asks, without this credential. Codes by mail stay wherever
 * the population takes them.
 */
export function canDoWithout(
  credential: Pick<Credential, 'id'>, held: readonly Credential[], hasAddress: boolean, policy: PolicyContent, at: Date,
): boolean {
  const left = held.filter(({ id }) => id !== credential.id)
    .map(({ kind }): Proof => ({ kind, at, userVerified: true }));
  const proofs: readonly Proof[] = hasAddress ? [...left, { kind: 'email-code', at }] : left;
  const [strongest] = levelsOf(proofs, policy.population.kind);
  return strongest !== undefined && satisfies(strongest.acr, policy.assurance.required);
}
