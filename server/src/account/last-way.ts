import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Credential } from '../credentials/index.ts';
import type { Identifier } from '../directory/index.ts';
import { levelsOf, satisfies, type Proof } from '../sessions/index.ts';

/** What of somebody's identifiers codes are sent to. */
export const isPlace = ({ kind, verifiedAt }: Identifier): boolean => (kind === 'email' || kind === 'phone') && verifiedAt !== null;

/**
 * Whether the account can be opened, as its policy asks, with what it holds and codes that are sent to its places. Codes
 * by mail count wherever the population takes them, codes by text where its policy takes numbers.
 */
export function canBeOpened(
  held: readonly Pick<Credential, 'kind'>[], places: readonly Identifier[], policy: PolicyContent, at: Date,
): boolean {
  const sent = places.filter(isPlace).flatMap(({ kind }): Proof[] => {
    if (kind === 'phone') return policy.phone === undefined ? [] : [{ kind: 'sms-code', at }];
    return [{ kind: 'email-code', at }];
  });
  const [strongest] = levelsOf([...held.map(({ kind }): Proof => ({ kind, at, userVerified: true })), ...sent], policy.population.kind);
  return strongest !== undefined && satisfies(strongest.acr, policy.assurance.required);
}

/** Whether it still could be, without this credential. */
export function canDoWithout(
  credential: Pick<Credential, 'id'>, held: readonly Credential[], places: readonly Identifier[], policy: PolicyContent, at: Date,
): boolean {
  return canBeOpened(held.filter(({ id }) => id !== credential.id), places, policy, at);
}
