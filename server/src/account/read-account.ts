import type { OwnAccount } from './account.ts';
import type { AccountDeps } from './account-deps.ts';
import type { Visitor } from './visitor.ts';
import { canDoWithout } from './last-way.ts';

/** Everything that a person may see of their own account. */
export async function readAccount(
  { database: { db }, directory, credentials, sessions, oauth, policies, clock }: AccountDeps, { session }: Visitor,
): Promise<OwnAccount> {
  const [principal, identifiers, held, codesLeft, all, policy, deletion, requests] = await Promise.all([
    directory.findPrincipal(db, session), directory.identifiers(db, session), credentials.list(db, session),
    credentials.recoveryCodes.left(db, session), sessions.list(db, session), policies.current(session.population),
    directory.deletionOf(db, session), oauth.openRequests(session),
  ]);
  const verified = identifiers.filter(({ verifiedAt }) => verifiedAt !== null);
  return {
    displayName: principal?.displayName ?? null,
    identifiers: verified.map(({ value }) => value),
    sessions: all.map(({ id, device, startedAt, lastSeenAt }) => ({
      id, device, startedAt, lastSeenAt, isThis: id === session.id,
    })),
    credentials: held.map(({ id, kind, label, boundAt, lastUsedAt }) => ({
      id, kind, label, boundAt, lastUsedAt, removable: canDoWithout({ id }, held, verified, policy.content, clock()),
    })),
    codesLeft,
    requests,
    hasContacts: Object.values(policy.content.journeys).some(({ nodes }) => Object.values(nodes).some((node) => (
      node.step === 'approve' && node.with['by'] === 'trusted-contact'))),
    deletion: deletion ?? null,
    deletable: policy.content.population.deletion !== undefined,
  };
}
