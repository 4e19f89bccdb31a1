import { normaliseEmail } from '../directory/index.ts';
import { day, equalInConstantTime, fail, newId, second, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { countTry, selectCase } from './case-store.ts';
import { contactsOf, opened, ownerName, readContactLink, sealAddress, writeToContact } from './contact-mail.ts';
import { countNamedSince, insertContact, selectContact, settleContact } from './contact-store.ts';
import type { Contact, ContactAnswer, ContactLink, Contacts } from './contacts.ts';
import { decideCase } from './decide-case.ts';
import { isOvertaken } from './living-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { RecoveryCase } from './recovery.ts';
import { recoveryRules } from './rules.ts';

/** Each one who is named gets a mail, whoever they are. */
const namedPerDay = 5;

interface Found { readonly contact: Contact; readonly about: RecoveryCase | undefined }

/** Makes the door to trusted contacts. */
export function createContacts(deps: RecoveryDeps): Contacts {
  const { database, clock } = deps;

  /** An answer locks the case: of a hundred numbers at once three are looked at. */
  async function find(db: Db, population: string, token: string, lock = false): Promise<Found> {
    const content = readContactLink(deps, population, token) ?? fail('link.invalid');
    const contact = await selectContact(db, population, content.contact) ?? fail('link.invalid');
    const about = content.case === undefined ? undefined : await selectCase(db, population, content.case, lock) ?? fail('link.invalid');
    return { contact: opened(deps, contact), about };
  }

  async function stateOf(db: Db, { contact, about }: Found): Promise<ContactLink['state']> {
    if (!about) return contact.state === 'asked' ? 'ask' : contact.state === 'accepted' ? 'accepted' : 'declined';
    if (!(await contactsOf(deps, db, contact)).some(({ id, state }) => id === contact.id && state === 'accepted')) return 'ended';
    if (await isOvertaken(deps, db, about)) return 'ended';
    if (about.state === 'asked') return 'confirm';
    return about.state === 'waiting' || about.state === 'used' ? 'confirmed' : about.state === 'refused' ? 'stopped' : 'ended';
  }

  async function show(db: Db, population: string, token: string): Promise<ContactLink> {
    const found = await find(db, population, token);
    return {
      state: await stateOf(db, found), owner: await ownerName(deps, db, found.contact), device: found.about?.device ?? '',
    };
  }

  /** A number that was guessed is as good as none, so three wrong ones close the case. */
  async function confirm(tx: Db, about: RecoveryCase, number: string): Promise<'right' | 'wrong'> {
    const isRight = about.number !== null && equalInConstantTime(Buffer.from(number.padEnd(10)), Buffer.from(about.number.padEnd(10)));
    if (isRight) {
      await decideCase(deps, tx, { ...decisionOf(about), verdict: 'approved', reason: 'the number of their screen' });
      return 'right';
    }
    if (await countTry(tx, about) >= recoveryRules.numberTries.atMost) {
      await decideCase(deps, tx, { ...decisionOf(about), verdict: 'refused', reason: 'wrong numbers' });
    }
    return 'wrong';
  }

  async function settle(tx: Db, { contact, about }: Found, answer: ContactAnswer): Promise<'wrong' | undefined> {
    const now = clock();
    if (!about) {
      if (answer.choice === 'accept') await settleContact(tx, contact, ['asked'], 'accepted', now);
      if (answer.choice === 'decline') await settleContact(tx, contact, ['asked', 'accepted'], 'gone', now);
      return undefined;
    }
    if (await stateOf(tx, { contact, about }) !== 'confirm') return undefined;
    if (answer.choice === 'confirm') return await confirm(tx, about, answer.number) === 'wrong' ? 'wrong' : undefined;
    if (answer.choice === 'stop') {
      await decideCase(deps, tx, { ...decisionOf(about), verdict: 'refused', reason: 'a contact said no' });
    }
    return undefined;
  }

  return {
    list: (db, ref) => contactsOf(deps, db, ref),
    add: (tx, ref, named) => nameContact(deps, tx, ref, named),
    remove: async (tx, ref, id) => {
      const contact = await selectContact(tx, ref.population, id);
      if (contact?.principal !== ref.principal) return false;
      return settleContact(tx, contact, ['asked', 'accepted'], 'gone', clock());
    },
    show: (population, token) => show(database.db, population, token),
    answer: async (population, token, answer) => {
      const verdict = await database.transaction(async (tx) => settle(tx, await find(tx, population, token, true), answer));
      return { ...await show(database.db, population, token), ...(verdict === 'wrong' ? { isWrongNumber: true as const } : {}) };
    },
  };
}

const refOf = ({ population, principal }: { population: string; principal: string }) => ({ population, principal });
const decisionOf = ({ population, id }: RecoveryCase) => ({
  population, id, route: 'trusted-contact', actor: { kind: 'system' }, by: null,
} as const);

/** See `Contacts.add`. */
async function nameContact(
  deps: RecoveryDeps, tx: Db, ref: PrincipalRef, { address, locale }: { address: string; locale: string | null },
): Promise<void> {
  const now = deps.clock();
  const normal = normaliseEmail(address) ?? fail('recovery.contact_refused', { detail: 'that is no e-mail address' });
  const known = (await contactsOf(deps, tx, ref)).map((each) => each.address);
  const own = (await deps.directory.identifiers(tx, ref)).map(({ value }) => normaliseEmail(value));
  if (known.includes(normal) || own.includes(normal) || known.length >= recoveryRules.contacts.atMost) {
    fail('recovery.contact_refused', { detail: 'name at most two other people, each once' });
  }
  if (await countNamedSince(tx, ref, new Date(now.getTime() - day)) >= namedPerDay) {
    fail('request.rate_limited', { retryAfter: day / second });
  }
  const contact: Contact = { ...refOf(ref), id: newId(now, deps.random), address: normal, locale, state: 'asked', askedAt: now };
  await insertContact(tx, { ...contact, sealed: sealAddress(deps, ref, normal) });
  await writeToContact(deps, tx, contact, undefined, now);
}
