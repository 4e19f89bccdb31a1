import type { OwnPlace } from '../../../contract/account.ts';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Credential } from '../credentials/index.ts';
import type { Identifier } from '../directory/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import { fail } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { AccountDeps } from './account-deps.ts';
import type { Visitor } from './visitor.ts';
import { canBeOpened, isPlace } from './last-way.ts';

/** Where the person is reached, and what they may add by the journey in which a profile is edited. */
export async function ownReach(
  { database: { db }, directory, credentials, policies, clock }: AccountDeps, { session }: Visitor,
): Promise<{ readonly places: readonly OwnPlace[]; readonly adds: readonly OwnPlace['kind'][] }> {
  const [identifiers, held, { content }] = await Promise.all([
    directory.identifiers(db, session), credentials.list(db, session), policies.current(session.population),
  ]);
  return {
    places: identifiers.filter(isPlace).map((each): OwnPlace => ({
      kind: each.kind as OwnPlace['kind'], value: each.value, removable: isRemovable(each, identifiers, held, content, clock()),
    })),
    adds: addable(content),
  };
}

/** Something always reaches the person, and what is left still opens the account. */
function isRemovable(
  place: Identifier, identifiers: readonly Identifier[], held: readonly Credential[], content: PolicyContent, at: Date,
): boolean {
  const left = identifiers.filter((each) => each !== place && isPlace(each));
  return left.length > 0 && canBeOpened(held, left, content, at);
}

/** What the journey asks for in which people edit their profile. */
function addable(content: PolicyContent): readonly OwnPlace['kind'][] {
  const asked = Object.values(content.journeys)
    .filter(({ purpose, applications }) => purpose === 'profile-edit' && applications === undefined)
    .flatMap(({ nodes }) => Object.values(nodes)).filter(({ step }) => step === 'verify-contact')
    .map((node) => (node.with['kind'] === 'phone' ? 'phone' : 'email'));
  return (['email', 'phone'] as const).filter((kind) => asked.includes(kind) && (kind === 'email' || content.phone !== undefined));
}

/**
 * Every other address and number is told, and an address also of its own removal: a thief would remove it first. A number
 * isn't, since whoever has it now may be somebody else.
 * @throws identifier.invalid where it is none of theirs, credential.last
 */
export async function removePlace(
  deps: AccountDeps, tx: Db, { session, device, locale }: Visitor, kind: OwnPlace['kind'], value: string,
): Promise<void> {
  const { directory, credentials, policies, clock } = deps;
  const { content } = await policies.current(session.population);
  const [identifiers, held] = [await directory.identifiers(tx, session), await credentials.list(tx, session)];
  const place = identifiers.find((each) => each.kind === kind && each.value === value && isPlace(each)) ?? fail('identifier.invalid');
  if (!isRemovable(place, identifiers, held, content, clock())) fail('credential.last');
  const tell = () => noticeToOwner(tx, deps, session, { change: `${kind}-removed`, at: clock(), device, locale, doneIn: { session: session.id } });
  if (kind === 'email') await tell();
  await directory.removeIdentifier(tx, session, {
    kind, value, reason: 'owner', actor: { kind: 'principal', id: session.principal },
  });
  if (kind === 'phone') await tell();
}
