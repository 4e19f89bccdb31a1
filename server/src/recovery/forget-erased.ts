import type { Subscription } from '../events/index.ts';
import { selectLiving } from './case-store.ts';
import { close } from './close-case.ts';
import { deleteContactsOf } from './contact-store.ts';
import type { RecoveryDeps } from './recovery-deps.ts';

/** Whoever is erased has no case any more, and the addresses of those whom they trusted go with them. */
export function forgetErased(deps: RecoveryDeps): Subscription {
  return {
    name: 'recovery-forget-erased',
    types: ['principal.erased'],
    handle: async (erased) => {
      for (const { population, principal } of erased) {
        if (population === null || principal === null) continue;
        const ref = { population, principal };
        await deps.database.transaction(async (tx) => {
          const living = await selectLiving(tx, ref);
          if (living) await close(deps, tx, living, 'cancelled');
          await deleteContactsOf(tx, ref);
        });
      }
    },
  };
}
