import { fail } from '../kernel/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { occasionOf, type Visitor } from './visitor.ts';
import { canDoWithout } from './last-way.ts';

/** @throws credential.unknown, credential.last */
export async function removeOwnCredential(deps: AccountDeps, tx: Db, visitor: Visitor, id: string): Promise<void> {
  const { directory, credentials, sessions, policies, clock } = deps;
  const { session, device, locale } = visitor;
  const { content } = await policies.current(session.population);
  const held = await credentials.list(tx, session);
  const credential = held.find((each) => each.id === id) ?? fail('credential.unknown');
  const identifiers = await directory.identifiers(tx, session);
  if (!canDoWithout(credential, held, identifiers, content, clock())) fail('credential.last');
  const occasion = occasionOf(visitor);
  await credentials.remove(tx, session, id, { reason: 'owner', occasion });
  await sessions.endAll(tx, session, 'credential-removed', occasion.actor, session.id);
  await noticeToOwner(tx, deps, session, { change: 'removed', at: clock(), device, locale, doneIn: { session: session.id } });
}
