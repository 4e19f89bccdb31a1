import type { OwnProfile, ProfileFault } from '../../../contract/account.ts';
import { profileFieldsOf, toldIn, toldOf, type ProfileField } from '../journeys/index.ts';
import { LimenError } from '../kernel/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { doGuarded, ownActs } from './own-acts.ts';
import type { Visitor } from './visitor.ts';

/** What a person typed, by the names of the form. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** What somebody may see and set of themselves; `typed` stands in for what is on file where it wasn't taken. */
export async function ownProfile(deps: AccountDeps, { session, locale }: Visitor, typed: Typed = {}): Promise<OwnProfile> {
  const { database: { db }, directory } = deps;
  const [person, identifiers, told, { kind, fields }] = await Promise.all([
    directory.findPrincipal(db, session), directory.identifiers(db, session), directory.attributes(db, session), setting(deps, session.population),
  ]);
  const known = Object.fromEntries(told.map(({ name, value }) => [`told-${name}`, value]));
  const asked = new Set(fields.map(({ name }) => name));
  return {
    displayName: typed['displayName'] ?? person?.displayName ?? '', mayName: kind === 'customer',
    locale: typed['locale'] ?? person?.locale ?? '', timeZone: typed['timeZone'] ?? person?.timeZone ?? '',
    addresses: identifiers.filter((each) => each.kind === 'email' && each.verifiedAt !== null).map(({ value }) => value),
    mayChangeAddress: kind === 'customer',
    fields: fields.map((each) => ({
      ...toldIn(each, locale, { ...known, ...typed }), attribute: each.name,
      kept: each.required ? null : told.find(({ name }) => name === each.name)?.value ?? null,
    })),
    others: told.filter(({ name }) => !asked.has(name)).map(({ name, value, purpose }) => ({ attribute: name, value, purpose })),
  };
}

/** Undefined where all was taken. At work the organisation says what somebody is called. */
export async function saveProfile(deps: AccountDeps, visitor: Visitor, typed: Typed): Promise<ProfileFault | undefined> {
  const { session, locale } = visitor;
  const { directory } = deps;
  const { kind, fields } = await setting(deps, session.population);
  // A page that was open since before a change of the policy asks for other things: what it doesn't send stays.
  const sent = fields.filter(({ name }) => typed[`told-${name}`] !== undefined);
  const told = toldOf(sent, typed, locale);
  if ('notice' in told) return { code: told.notice.code, field: told.notice.field! };
  const { displayName, locale: language, timeZone } = typed;
  const cause = { actor: { kind: 'principal', id: session.principal }, session: session.id } as const;
  try {
    await doGuarded(deps, visitor, ownActs.editProfile, async (tx) => {
      await directory.changeProfile(tx, session, {
        ...(kind === 'customer' && displayName !== undefined ? { displayName: orNull(displayName) } : {}),
        ...(language ? { locale: language } : {}), ...(timeZone === undefined ? {} : { timeZone: orNull(timeZone) }),
      }, cause);
      await directory.setAttributes(tx, session, { attributes: told.given, ...cause });
      for (const name of told.empty) await directory.withdrawAttribute(tx, session, name, cause);
    });
    return undefined;
  } catch (error) {
    if (error instanceof LimenError && error.code === 'request.invalid') return { code: 'input.invalid', field: error.faults[0]?.at ?? 'displayName' };
    throw error;
  }
}

/** Takes back what was optional, or is asked no more; anything else stays. */
export async function takeBack(deps: AccountDeps, visitor: Visitor, attribute: string): Promise<void> {
  const { session } = visitor;
  const { fields } = await setting(deps, session.population);
  if (fields.some(({ name, required }) => name === attribute && required)) return;
  const cause = { actor: { kind: 'principal', id: session.principal }, session: session.id } as const;
  await doGuarded(deps, visitor, ownActs.editProfile, (tx) => deps.directory.withdrawAttribute(tx, session, attribute, cause));
}

const orNull = (text: string): string | null => (text === '' ? null : text);

async function setting({ policies }: AccountDeps, population: string): Promise<{ kind: string; fields: readonly ProfileField[] }> {
  const { content } = await policies.current(population);
  return { kind: content.population.kind, fields: profileFieldsOf(content) };
}
