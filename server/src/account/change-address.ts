import type { NoticeCode } from '../../../contract/screens/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import { fail, hasCode, samePrincipal } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { doGuarded, ownActs } from './own-acts.ts';
import { occasionOf, type Visitor } from './visitor.ts';

/** Minutes; as the codes live. */
const minutes = 10;

/** What became of a step towards another address: done, or why not. */
export type AddressAnswer = { readonly address: string } | { readonly problem: NoticeCode };

/** Only customers' addresses are theirs to change: at work the organisation gives them. @throws request.not_found */
async function refuseGivenAddresses({ policies }: AccountDeps, { session }: Visitor): Promise<void> {
  const { content } = await policies.current(session.population);
  if (content.population.kind !== 'customer') fail('request.not_found');
}

/** Sends a code to the new address. The same happens whoever has it: only who reads its mail learns that it is another's. */
export async function proveAddress(deps: AccountDeps, visitor: Visitor, typed: string): Promise<AddressAnswer> {
  await refuseGivenAddresses(deps, visitor);
  const { session, locale } = visitor;
  const address = deps.directory.normaliseEmail(typed);
  if (address === undefined) return { problem: 'email.invalid' };
  return deps.database.transaction(async (tx) => {
    const own = (await proved(deps, tx, visitor)).map((value) => deps.directory.normaliseEmail(value) ?? value);
    if (own.includes(address)) return { problem: 'email.known' };
    // Bound to this session, and by the code's own digest to this address.
    const code = await deps.credentials.emailCodes.issue(tx, session.population, session.id, address, occasionOf(visitor));
    if (code === undefined) return { problem: 'code.wait' };
    await deps.messages.queue(tx, {
      population: session.population, to: address, locale, principal: session.principal,
      message: { kind: 'code', code, minutes, purpose: 'contact' },
    });
    return { address };
  });
}

/**
 * Puts the new address in the place of the former one, once its code was typed. The former one is told, with a link that
 * undoes it for some days; so is every other.
 */
export async function changeAddress(
  deps: AccountDeps, visitor: Visitor, { former, address, code }: { former: string; address: string; code: string },
): Promise<AddressAnswer> {
  await refuseGivenAddresses(deps, visitor);
  const { session } = visitor;
  const normalised = deps.directory.normaliseEmail(address);
  if (normalised === undefined) return { problem: 'email.invalid' };
  const verdict = await deps.credentials.emailCodes.verify(
    session.population, session.id, normalised, code.replace(/[\s-]/g, ''), occasionOf(visitor));
  if (verdict !== 'correct') return { problem: `code.${verdict}` };
  try {
    await doGuarded(deps, visitor, ownActs.changeAddress, (tx) => replace(deps, tx, visitor, former, normalised));
    return { address: normalised };
  } catch (error) {
    if (hasCode(error, 'identifier.taken')) return { problem: 'email.taken' };
    throw error;
  }
}

async function replace(deps: AccountDeps, tx: Db, visitor: Visitor, former: string, address: string): Promise<void> {
  const { directory, policies, messages, clock } = deps;
  const { session, device, locale } = visitor;
  const [at, { issuer }] = [clock(), await policies.population(session.population)];
  const person = await directory.lockPrincipal(tx, session);
  if (person?.state !== 'active') fail('session.ended');
  const actor = { kind: 'principal', id: session.principal } as const;
  const others = (await proved(deps, tx, visitor)).filter((value) => value !== former);
  const { token, until, droppedFrom } = await directory.replaceAddress(tx, session, { former, current: address, actor, session: session.id });
  for (const loser of droppedFrom.filter((each) => !samePrincipal(each, session))) {
    const reason = 'identifier-taken-over';
    await deps.credentials.removeAll(tx, loser, { reason, occasion: occasionOf(visitor) });
    await deps.federation.removeLinks(tx, loser, reason, occasionOf(visitor));
    await deps.sessions.endAll(tx, loser, reason, { kind: 'system' });
  }
  await messages.queue(tx, {
    population: session.population, to: former, locale: person.locale ?? locale, principal: session.principal,
    message: {
      kind: 'address-changed', at: at.toISOString(), until: until.toISOString(), device,
      undoLink: `${issuer.replace(/\/$/, '')}${undoPath(token)}`,
    },
  });
  const directoryOfOthers = {
    identifiers: async () => others.map((value) => ({ kind: 'email' as const, value, verifiedAt: at, provedAt: at })),
  };
  await noticeToOwner(tx, { directory: directoryOfOthers, messages }, session, { change: 'email-added', at, device, locale: person.locale, doneIn: { session: session.id } });
}

async function proved({ directory }: AccountDeps, db: Db, { session }: Visitor): Promise<readonly string[]> {
  return (await directory.identifiers(db, session))
    .filter(({ kind, verifiedAt }) => kind === 'email' && verifiedAt !== null).map(({ value }) => value);
}

/** Below the issuer. */
export const undoPath = (token: string): string => `/undo-address/${token}`;
