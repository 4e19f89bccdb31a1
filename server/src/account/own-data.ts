import type { Db } from '../storage/index.ts';
import type { Account } from './account.ts';
import type { AccountDeps } from './account-deps.ts';

/** Beyond this the newest count: the file stays one that can be opened. */
const mostEvents = 10_000;
const readAtOnce = 1_000;

/**
 * Everything that is kept about a person, for the person (GDPR Art. 15 and 20): what they told, what was seen, and what
 * happened. Never what opens the account: a credential is told by kind, name and times.
 */
export async function ownData(deps: AccountDeps, tx: Db, { session }: Parameters<Account['exportData']>[0]): ReturnType<Account['exportData']> {
  const { database, directory, credentials, sessions, connections, contacts, events, clock } = deps;
  const { db } = database;
  const { population, principal } = session;
  const [person, identifiers, attributes, receipts, held, living, given, deletion, named, happened] = await Promise.all([
    directory.findPrincipal(db, session), directory.identifiers(db, session), directory.attributes(db, session),
    directory.textReceipts(db, session), credentials.list(db, session), sessions.list(db, session), connections.list(session),
    directory.deletionOf(db, session), contacts.list(db, session), ownEvents(deps, population, principal),
  ]);
  await events.append(tx, {
    type: 'principal.exported', population, principal, session: session.id, actor: { kind: 'principal', id: principal },
    open: { events: happened.length },
  });
  return {
    madeAt: clock().toISOString(), population,
    account: { id: principal, name: person?.displayName ?? null, language: person?.locale ?? null, timeZone: person?.timeZone ?? null, since: person?.createdAt ?? null, state: person?.state ?? null },
    identifiers, attributes, agreements: receipts, deletion: deletion ?? null,
    waysToSignIn: held.map(({ kind, label, boundAt, lastUsedAt }) => ({ kind, label, boundAt, lastUsedAt })),
    sessions: living.map(({ device, startedAt, lastSeenAt }) => ({ device, startedAt, lastSeenAt })),
    applications: given, trustedContacts: named.map(({ address, state, askedAt }) => ({ address, state, askedAt })),
    events: happened, eventsAreCut: happened.length === mostEvents,
  };
}

async function ownEvents({ events }: AccountDeps, population: string, principal: string): Promise<readonly object[]> {
  const found: object[] = [];
  for (let before: number | undefined; found.length < mostEvents;) {
    const page = await events.latest({ population, principal, limit: readAtOnce, unseal: true, ...(before === undefined ? {} : { beforePosition: before }) });
    found.push(...page.toReversed().map(({ at, type, session, client, open, personal }) => ({ at, type, session, client, ...open, ...(typeof personal === 'object' ? personal : {}) })));
    const first = page.find(({ position }) => position !== null)?.position;
    if (page.length < readAtOnce || first === undefined || first === null) break;
    before = first;
  }
  return found.slice(0, mostEvents);
}
