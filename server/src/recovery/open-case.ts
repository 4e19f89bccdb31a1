import { day, newId, randomDigits } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { caseNumber } from './case-number.ts';
import { tellOwner } from './case-notice.ts';
import { countSince, insertCase, selectLiving } from './case-store.ts';
import { close } from './close-case.ts';
import { acceptedContacts, writeToContact } from './contact-mail.ts';
import { isOvertaken } from './living-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { NotOpened, Opening, RecoveryCase } from './recovery.ts';
import { recoveryRules } from './rules.ts';

/** See `Recovery.open`. */
export async function openCase(deps: RecoveryDeps, tx: Db, opening: Opening): Promise<RecoveryCase | NotOpened> {
  const now = deps.clock();
  const known = await selectLiving(tx, opening);
  if (known && !await isOvertaken(deps, tx, known)) return known;
  if (known) await close(deps, tx, known, 'cancelled');
  if (await countSince(tx, opening, new Date(now.getTime() - 7 * day)) >= recoveryRules.openedPerWeek.atMost) return 'too-often';
  const isDecided = opening.route === 'wait';
  const contacts = opening.route === 'trusted-contact' ? await acceptedContacts(deps, tx, opening) : [];
  if (opening.route === 'trusted-contact' && contacts.length === 0) return 'nobody-to-ask';
  const id = newId(now, deps.random);
  const opened: RecoveryCase = {
    ...opening, id, caseNumber: caseNumber(id), openedAt: now,
    dueAt: isDecided ? new Date(now.getTime() + opening.wait) : null, state: isDecided ? 'waiting' : 'asked',
    number: opening.route === 'trusted-contact' ? randomDigits(deps.random, 2) : null,
  };
  if (!await insertCase(tx, opened)) return await selectLiving(tx, opening) ?? 'too-often';
  // To wait helps where the owner can object meanwhile.
  if (await tellOwner(deps, tx, opened, isDecided ? 'waiting' : 'asked', now) === 0) {
    await close(deps, tx, opened, 'cancelled');
    return 'nobody-to-tell';
  }
  for (const each of contacts) await writeToContact(deps, tx, each, opened, now);
  await deps.events.append(tx, {
    type: 'recovery.opened', population: opened.population, principal: opened.principal, run: opened.run,
    actor: { kind: 'system' },
    open: { case: opened.id, route: opened.route, ...(opened.dueAt ? { dueAt: opened.dueAt.toISOString() } : {}) },
  });
  return opened;
}
