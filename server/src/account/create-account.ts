import { noticeToOwner } from '../journeys/index.ts';
import { fail } from '../kernel/index.ts';
import type { Account, AccountDeps, Visitor } from './account.ts';
import { issueOwnCodes } from './issue-own-codes.ts';
import { missingProof } from './missing-proof.ts';
import { readAccount } from './read-account.ts';
import { removeOwnCredential } from './remove-own-credential.ts';

/** The self-service of signed-in people. What changes how an account is opened wants a fresh proof first. */
export function createAccount(deps: AccountDeps): Account {
  const { database, sessions, events, contacts } = deps;

  async function needProof(visitor: Visitor): Promise<void> {
    if (await missingProof(deps, visitor)) fail('credential.proof_needed');
  }

  return {
    read: (visitor) => readAccount(deps, visitor),
    missingProof: (visitor) => missingProof(deps, visitor),
    endSession: ({ session }, id) => database.transaction(async (tx) => {
      const own = await sessions.list(tx, session);
      if (!own.some((each) => each.id === id)) return;
      await sessions.end(tx, session.population, id, 'signed-out', { kind: 'principal', id: session.principal });
    }),
    endOtherSessions: ({ session }) => database.transaction(async (tx) => {
      await sessions.endAll(tx, session, 'signed-out', { kind: 'principal', id: session.principal }, session.id);
    }),
    removeCredential: async (visitor, id) => {
      await needProof(visitor);
      await removeOwnCredential(deps, visitor, id);
    },
    issueRecoveryCodes: async (visitor) => {
      await needProof(visitor);
      return issueOwnCodes(deps, visitor);
    },
    contacts: ({ session }) => contacts.list(database.db, session),
    nameContact: async (visitor, address) => {
      await needProof(visitor);
      const { session, device, locale } = visitor;
      await database.transaction(async (tx) => {
        await contacts.add(tx, session, { address, locale });
        await noticeToOwner(tx, deps, session, { change: 'contact-added', at: deps.clock(), device, locale });
      });
    },
    removeContact: ({ session }, id) => database.transaction((tx) => contacts.remove(tx, session, id)),
    signOut: ({ session }) => database.transaction(async (tx) => {
      const actor = { kind: 'principal', id: session.principal } as const;
      await events.append(tx, {
        type: 'logout.requested', population: session.population, principal: session.principal, session: session.id,
        actor, open: { initiator: 'person' },
      });
      await sessions.end(tx, session.population, session.id, 'signed-out', actor);
    }),
  };
}
