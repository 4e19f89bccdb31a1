/** Passkeys that people of a test have, and show. */
import { ownClient } from '../checkpoints/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import type { testJourneys } from '../journeys/testing.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import { levelsOf, type Proof } from '../sessions/index.ts';
import type { Visitor } from './visitor.ts';

type World = Pick<Awaited<ReturnType<typeof testJourneys>>, 'database' | 'clock' | 'sessions' | 'credentials' | 'checkpoints'>;

export function proofsIn({ database, clock, sessions, credentials, checkpoints }: World) {
  return {
    /** The same session, after a passkey was shown in it: on pages that named a challenge, or on others. */
    async proving(visitor: Visitor, decision?: string): Promise<Visitor> {
      const proofs: readonly Proof[] = [{ kind: 'passkey', userVerified: true, at: clock() }];
      const { session } = await database.transaction(async (tx) => {
        const raised = await sessions.raise(tx, visitor.session, proofs);
        const { population, principal, id } = raised.session;
        if (decision !== undefined) {
          await checkpoints.confirm(tx, { population, principal, session: id, client: ownClient, decision, shown: { proofs, levels: levelsOf(proofs, 'customer') } });
        }
        return raised;
      });
      return { ...visitor, session };
    },

    async bindPasskey(ref: PrincipalRef, boundWith?: 'less'): Promise<string> {
      const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
      const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
      return database.transaction(async (tx) => {
        const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
        return (await credentials.passkeys.register(tx, ref, rp, {
          response: authenticator.create(options), challenge: options.challenge, occasion: { actor: { kind: 'operator', id: 'test' } }, ...(boundWith ? { boundWith } : {}),
        })).id;
      });
    },
  };
}
