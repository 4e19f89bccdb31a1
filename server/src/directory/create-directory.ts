import { fail, isId, type PrincipalRef } from '../kernel/index.ts';
import { deleteChangesUntil } from './address-change-store.ts';
import { selectAttributes, selectReceipts } from './attribute-store.ts';
import { acceptText, setAttributes } from './attributes.ts';
import { erase, reactivate, suspend } from './change-state.ts';
import { cancelDeletion, deletionOf, requestDeletion, takeDueDeletion } from './closing.ts';
import { createPrincipal } from './create-principal.ts';
import type { Directory, Identifier } from './directory.ts';
import { selectIdentifiers, selectIdentifiersOf, selectVerified } from './identifier-store.ts';
import { normaliseEmail, normaliseTyped } from './identifier.ts';
import { readPhone } from './phone.ts';
import { importPrincipals } from './import-principals.ts';
import { acceptInvitation, findInvitation, invite, withdrawLinks } from './invite.ts';
import { pageOfMatches, pageOfPrincipals, selectForChange, selectPrincipal, updateProofsFrom, updateRecovered } from './principal-store.ts';
import { changeProfile, withdrawAttribute } from './profile.ts';
import { findAddressChange, replaceAddress, undoAddressChange } from './replace-address.ts';
import { addIdentifier, noteProved, removeIdentifier, verifyIdentifier } from './verify-identifier.ts';
import type { DirectoryDeps } from './directory-deps.ts';

const longestPage = 200;
/** At one time; the next takes the rest. */
const mostForgotten = 5_000;

export function createDirectory(deps: DirectoryDeps): Directory {
  return {
    createPrincipal: (tx, input) => createPrincipal(deps, tx, input),
    findPrincipal: async (db, ref) => isId(ref.principal) ? selectPrincipal(db, ref) : undefined,
    lockPrincipal: async (tx, ref) => isId(ref.principal) ? selectForChange(tx, ref) : undefined,
    voidProofs: async (tx, ref) => {
      if (isId(ref.principal)) await updateProofsFrom(tx, ref, deps.clock());
    },
    noteRecovery: async (tx, ref, at) => {
      if (isId(ref.principal)) await updateRecovered(tx, ref, at);
    },
    listPrincipals,
    suspend: (tx, ref, actor, reason) => suspend(deps, tx, known(ref), actor, reason),
    reactivate: (tx, ref, actor, reason) => reactivate(deps, tx, known(ref), actor, reason),
    requestDeletion: (tx, ref, input) => requestDeletion(deps, tx, known(ref), input),
    cancelDeletion: (tx, ref, input) => cancelDeletion(deps, tx, known(ref), input),
    deletionOf: async (db, ref) => (isId(ref.principal) ? deletionOf(db, ref) : undefined),
    takeDueDeletion: (tx) => takeDueDeletion(tx, deps.clock()),
    erase: (tx, ref, actor, reason) => erase(deps, tx, known(ref), actor, reason),

    identifiers: async (db, ref) => isId(ref.principal) ? (await selectIdentifiersOf(db, ref)).map(toIdentifier) : [],
    addIdentifier: (tx, ref, input) => addIdentifier(deps, tx, known(ref), input),
    verifyIdentifier: (tx, ref, input) => verifyIdentifier(deps, tx, known(ref), input),
    findByIdentifier: async (db, population, text) => {
      const normalised = normaliseTyped(text);
      if (normalised === undefined) return undefined;
      const [found] = await selectVerified(db, population, [normalised]);
      return found && selectPrincipal(db, found);
    },
    noteProved: (tx, ref, input) => noteProved(deps, tx, known(ref), input),
    removeIdentifier: (tx, ref, input) => removeIdentifier(deps, tx, known(ref), input),
    normaliseEmail,
    readPhone,

    invite: (tx, ref, input) => invite(deps, tx, known(ref), input),
    findInvitation: (db, population, token) => findInvitation(deps, db, population, token),
    withdrawInvitations: (tx, ref, actor, reason) => withdrawLinks(deps, tx, known(ref), actor, reason),
    acceptInvitation: (tx, population, token) => acceptInvitation(deps, tx, population, token),
    replaceAddress: (tx, ref, input) => replaceAddress(deps, tx, known(ref), input),
    findAddressChange: (db, population, token) => findAddressChange(deps, db, population, token),
    undoAddressChange: (tx, population, token) => undoAddressChange(deps, tx, population, token),
    forgetAddressChanges: (db) => deleteChangesUntil(db, deps.clock(), mostForgotten),
    changeProfile: (tx, ref, change, cause) => changeProfile(deps, tx, known(ref), change, cause),
    withdrawAttribute: (tx, ref, name, cause) => withdrawAttribute(deps, tx, known(ref), name, cause),
    attributes: async (db, ref) => (isId(ref.principal) ? selectAttributes(db, ref) : []),
    setAttributes: (tx, ref, input) => setAttributes(deps, tx, known(ref), input),
    textReceipts: async (db, ref) => (isId(ref.principal) ? selectReceipts(db, ref) : []),
    acceptText: (tx, ref, input) => acceptText(deps, tx, known(ref), input),
    importPrincipals: (tx, input) => importPrincipals(deps, tx, input),
  };
}

const listPrincipals: Directory['listPrincipals'] = async (db, { population, search, origin, before, limit }) => {
  const prefix = search?.trim().slice(0, 254);
  const part = {
    population, limit: Math.min(Math.max(limit, 1), longestPage),
    ...(before !== undefined && isId(before) ? { before } : {}), ...(origin === undefined ? {} : { origin }),
  };
  const page = prefix ? await pageOfMatches(db, { ...part, prefix }) : await pageOfPrincipals(db, part);
  const all = await selectIdentifiers(db, population, page.map((each) => each.principal));
  const byPrincipal = Map.groupBy(all, (each) => each.principal);
  return page.map((each) => (
    { ...each, identifiers: (byPrincipal.get(each.principal) ?? []).map(toIdentifier) }));
};

const toIdentifier = ({ kind, value, verifiedAt, provedAt }: Identifier): Identifier => ({ kind, value, verifiedAt, provedAt });

/** Exactly the two names, so that a caller's wider object doesn't find its way into events or queries. */
function known({ population, principal }: PrincipalRef): PrincipalRef {
  return isId(principal) ? { population, principal } : fail('principal.unknown');
}
