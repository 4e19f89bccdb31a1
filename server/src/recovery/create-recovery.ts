import { selectOpen } from './case-store.ts';
import { cancelCase, findByLink, finishCase } from './close-case.ts';
import { decideCase } from './decide-case.ts';
import { acceptedContacts } from './contact-mail.ts';
import { createContacts } from './create-contacts.ts';
import { forgetErased } from './forget-erased.ts';
import { livingCase } from './living-case.ts';
import { openCase } from './open-case.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { Recovery } from './recovery.ts';
import { tidyCases } from './tidy-cases.ts';

/** Makes the door to recovery cases. */
export function createRecovery(deps: RecoveryDeps): Recovery {
  deps.events.subscribe(forgetErased(deps));
  return {
    contacts: createContacts(deps),
    living: (db, ref) => livingCase(deps, db, ref),
    open: (tx, opening) => openCase(deps, tx, opening),
    hasContact: async (db, ref) => (await acceptedContacts(deps, db, ref)).length > 0,
    finish: (tx, ref) => finishCase(deps, tx, ref),
    findByLink: (population, token) => findByLink(deps, population, token),
    cancel: (population, token) => cancelCase(deps, population, token),
    list: async (population) => {
      await deps.policies.population(population);
      return selectOpen(deps.database.db, population);
    },
    decide: (tx, decision) => decideCase(deps, tx, decision),
    tidy: (only) => tidyCases(deps, only),
  };
}
