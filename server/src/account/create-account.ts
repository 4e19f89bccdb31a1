import { noticeToOwner } from '../journeys/index.ts';
import { fail } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Account } from './account.ts';
import type { AccountDeps } from './account-deps.ts';
import type { Visitor } from './visitor.ts';
import { changeAddress, proveAddress } from './change-address.ts';
import { cancelOwnDeletion, eraseDueAccounts, forgetErased, requestOwnDeletion } from './delete-account.ts';
import { issueOwnCodes } from './issue-own-codes.ts';
import { confirmCheckUp } from './confirm-check-up.ts';
import { missingFor, missingProof } from './missing-proof.ts';
import { askedBefore, beginGuarded, doGuarded, ownActs, type OwnAct } from './own-acts.ts';
import { ownActivity } from './own-activity.ts';
import { ownData } from './own-data.ts';
import { ownProfile, saveProfile, takeBack } from './own-profile.ts';
import { readAccount } from './read-account.ts';
import { ownReach, removePlace } from './reach.ts';
import { removeOwnCredential } from './remove-own-credential.ts';
import { removeOldTold } from './sign-in-told-store.ts';
import { tellSignIns, toldEvery } from './tell-sign-in.ts';
import { createAddressChanges } from './undo-address.ts';

/** The self-service of signed-in people. What changes how an account is opened wants a fresh proof first. */
export function createAccount(deps: AccountDeps): Account {
  const { database, sessions, events, connections, contacts, directory } = deps;
  forgetErased(deps);
  tellSignIns(deps);

  async function needProof(visitor: Visitor): Promise<void> {
    if (await missingProof(deps, visitor)) fail('credential.proof_needed');
  }

  /** With a fresh proof, and where the checkpoint of the act lets it go on. */
  async function withProof<T>(visitor: Visitor, act: OwnAct, work: (tx: Db) => Promise<T>): Promise<T> {
    await needProof(visitor);
    return doGuarded(deps, visitor, act, work);
  }

  const tellOfContact = (tx: Db, { session, device, locale }: Visitor, change: 'contact-added' | 'contact-removed'): Promise<void> => (
    noticeToOwner(tx, deps, session, { change, at: deps.clock(), device, locale, doneIn: { session: session.id } }));

  return {
    read: (visitor) => readAccount(deps, visitor),
    missingProof: (visitor) => missingProof(deps, visitor),
    missingFor: (visitor, act) => missingFor(deps, visitor, act),
    foresee: async (visitor, act) => {
      const asked = await askedBefore(deps, visitor, act);
      return asked;
    },
    endSession: ({ session }, id) => database.transaction(async (tx) => {
      const own = await sessions.list(tx, session);
      if (!own.some((each) => each.id === id)) return;
      await sessions.end(tx, session.population, id, 'signed-out', { kind: 'principal', id: session.principal });
    }),
    endOtherSessions: ({ session }) => database.transaction(async (tx) => {
      await sessions.endAll(tx, session, 'signed-out', { kind: 'principal', id: session.principal }, session.id);
    }),
    removeCredential: (visitor, id) => (
      withProof(visitor, ownActs.removeCredential(id), (tx) => removeOwnCredential(deps, tx, visitor, id))),
    issueRecoveryCodes: (visitor) => withProof(visitor, ownActs.makeCodes, (tx) => issueOwnCodes(deps, tx, visitor)),
    confirmCheckUp: async (visitor) => {
      await needProof(visitor);
      await confirmCheckUp(deps, visitor);
    },
    contacts: ({ session }) => contacts.list(database.db, session),
    nameContact: (visitor, address) => withProof(visitor, ownActs.changeContacts, async (tx) => {
      await contacts.add(tx, visitor.session, { address, locale: visitor.locale });
      await tellOfContact(tx, visitor, 'contact-added');
    }),
    removeContact: (visitor, id) => withProof(visitor, ownActs.changeContacts, async (tx) => {
      if (await contacts.remove(tx, visitor.session, id)) await tellOfContact(tx, visitor, 'contact-removed');
    }),
    reach: (visitor) => ownReach(deps, visitor),
    removePlace: (visitor, kind, value) => (
      withProof(visitor, ownActs.removePlace, (tx) => removePlace(deps, tx, visitor, kind, value))),
    letAddPlace: (visitor) => beginGuarded(deps, visitor, ownActs.addPlace),
    activity: (visitor, before) => ownActivity(deps, visitor, before),
    connections: async ({ session }) => ({
      connections: await connections.list(session), receipts: await directory.textReceipts(database.db, session),
    }),
    disconnect: ({ session }, client) => database.transaction(async (tx) => { await connections.end(tx, session, client, session.id); }),
    exportData: (visitor) => withProof(visitor, ownActs.takeCopy, (tx) => ownData(deps, tx, visitor)),
    requestDeletion: (visitor) => withProof(visitor, ownActs.deleteAccount, (tx) => requestOwnDeletion(deps, tx, visitor)),
    cancelDeletion: (visitor) => cancelOwnDeletion(deps, visitor),
    ...profileOf(deps, needProof),
    jobs: [
      { name: 'account-erase-due', cron: '*/10 * * * *', run: () => eraseDueAccounts(deps) },
      { name: 'account-forget-addresses', cron: '41 * * * *', run: () => directory.forgetAddressChanges(database.db) },
      { name: 'account-forget-told', cron: '51 3 * * *', run: () => removeOldTold(database.db, new Date(deps.clock().getTime() - toldEvery)) },
    ],
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

type ProfilePart = 'profile' | 'saveProfile' | 'takeBack' | 'proveAddress' | 'changeAddress' | 'addressChanges';

/** Another address opens the account, so it wants a fresh proof; what people tell about themselves opens nothing. */
function profileOf(deps: AccountDeps, needProof: (visitor: Visitor) => Promise<void>): Pick<Account, ProfilePart> {
  return {
    profile: (visitor, typed) => ownProfile(deps, visitor, typed),
    saveProfile: (visitor, typed) => saveProfile(deps, visitor, typed),
    takeBack: (visitor, attribute) => takeBack(deps, visitor, attribute),
    proveAddress: async (visitor, typed) => {
      await needProof(visitor);
      return proveAddress(deps, visitor, typed);
    },
    changeAddress: async (visitor, typed) => {
      await needProof(visitor);
      return changeAddress(deps, visitor, typed);
    },
    addressChanges: createAddressChanges(deps),
  };
}
