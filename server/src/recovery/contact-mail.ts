import { z } from 'zod';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { selectContacts, type SealedContact } from './contact-store.ts';
import type { Contact } from './contacts.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { RecoveryCase } from './recovery.ts';
import { recoveryRules } from './rules.ts';

/** What the link of a contact's mail carries, sealed: whose it is, and about which case, where there is one. */
const linkContent = z.object({ contact: z.uuid(), case: z.uuid().optional() });
export type ContactLinkContent = z.infer<typeof linkContent>;

const linkContext = (population: string): string => `contact-link/${population}`;
const addressContext = ({ population, principal }: PrincipalRef): string => `contact/${population}/${principal}`;

export function sealAddress({ links }: Pick<RecoveryDeps, 'links'>, ref: PrincipalRef, address: string): Buffer {
  return links.seal(addressContext(ref), Buffer.from(address, 'utf8'));
}

export function opened({ links }: Pick<RecoveryDeps, 'links'>, { sealed, ...rest }: SealedContact): Contact {
  return { ...rest, address: links.open(addressContext(rest), sealed).toString('utf8') };
}

/** Undefined for a link that isn't ours. */
export function readContactLink(
  { links }: Pick<RecoveryDeps, 'links'>, population: string, token: string,
): ContactLinkContent | undefined {
  try {
    return linkContent.parse(JSON.parse(links.open(linkContext(population), Buffer.from(token, 'base64url')).toString('utf8')));
  } catch {
    return undefined;
  }
}

/**
 * What a contact knows the owner by. People name themselves, and this goes to anybody's mailbox: so it is a name and
 * nothing that could be followed.
 */
export async function ownerName({ directory }: RecoveryDeps, db: Db, ref: PrincipalRef): Promise<string> {
  const name = (await directory.findPrincipal(db, ref))?.displayName ?? '';
  return name.replace(/[^\p{L}\p{M}\p{N} '’-]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 60);
}

/** Asks somebody to be a contact, or to say in a case that it is the owner. */
export async function writeToContact(
  deps: RecoveryDeps, tx: Db, contact: Contact, about: RecoveryCase | undefined, now: Date,
): Promise<void> {
  const { population, principal, address, locale } = contact;
  const content: ContactLinkContent = { contact: contact.id, ...(about ? { case: about.id } : {}) };
  const token = deps.links.seal(linkContext(population), Buffer.from(JSON.stringify(content), 'utf8')).toString('base64url');
  const { issuer } = await deps.policies.population(population);
  await deps.messages.queue(tx, {
    population, to: address, locale, principal,
    message: {
      kind: 'contact', ask: about ? 'confirm' : 'be', owner: await ownerName(deps, tx, contact), at: now.toISOString(),
      link: `${issuer.replace(/\/$/, '')}/contact/${token}`,
    },
  });
}

/**
 * Those whom the owner has named, but for whom they may not have: somebody who was named shortly before the owner
 * reported something, or got the account back.
 */
export async function contactsOf(deps: RecoveryDeps, db: Db, ref: PrincipalRef): Promise<readonly Contact[]> {
  const from = (await deps.directory.findPrincipal(db, ref))?.proofsCountFrom?.getTime() ?? 0;
  const isDoubted = (askedAt: Date): boolean => (
    from > askedAt.getTime() && from - askedAt.getTime() < recoveryRules.contactDoubted.atMost);
  return (await selectContacts(db, ref)).filter(({ askedAt }) => !isDoubted(askedAt)).map((each) => opened(deps, each));
}

/** Those of them who have said yes to being asked. */
export async function acceptedContacts(deps: RecoveryDeps, db: Db, ref: PrincipalRef): Promise<readonly Contact[]> {
  return (await contactsOf(deps, db, ref)).filter(({ state }) => state === 'accepted');
}
