/** For tests: people who are well known, and thieves with their password, in a world of journeys. */
import { ownClient } from '../checkpoints/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import type { testJourneys } from '../journeys/testing.ts';
import { day, type PrincipalRef } from '../kernel/index.ts';
import { levelsOf, type Proof } from '../sessions/index.ts';
import type { Visitor } from './visitor.ts';

const operator = { kind: 'operator', id: 'test' } as const;
export const home = { address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
export const elsewhere = { address: '203.0.113.9', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36' };

type World = Pick<Awaited<ReturnType<typeof testJourneys>>, 'database' | 'directory' | 'clock' | 'sessions' | 'risk' | 'credentials' | 'checkpoints'>;

export function testOwners({ database, directory, clock, sessions, risk, credentials, checkpoints }: World) {
  /** Somebody who has come home every evening for two weeks. */
  async function settled(population: string, address: string): Promise<PrincipalRef> {
    const ref = await database.transaction(async (tx) => {
      const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator });
      const made = { population, principal };
      for (const value of [address, `other-${address}`]) {
        const identifier = { kind: 'email', value, actor: operator } as const;
        await directory.addIdentifier(tx, made, identifier);
        await directory.verifyIdentifier(tx, made, identifier);
      }
      return made;
    });
    for (let evening = 0; evening < 14; evening += 1) {
      clock.advance(day);
      await signedIn(ref, [{ kind: 'passkey', userVerified: true }]);
    }
    return ref;
  }

  /** A session as a sign-in begins it, at home or as a thief with the password would. */
  async function signedIn(ref: PrincipalRef, proofs: readonly Omit<Proof, 'at'>[], { stolen = false } = {}): Promise<Visitor & { readonly secret: string }> {
    const shown = stolen ? { ...elsewhere, marked: false } : { ...home, marked: true };
    const { session, secret } = await database.transaction(async (tx) => {
      const opened = await sessions.start(tx, {
        ref, proofs: proofs.map((proof) => ({ ...proof, at: clock() })), personal: { clientAddress: shown.address, userAgent: shown.userAgent },
      });
      await risk.signedIn(tx, {
        ref, session: opened.session.id, shown: { ...shown, at: clock() }, boundKey: false, confirmed: !stolen,
        ...(stolen ? { passwordBreached: true } : { markedSince: new Date(clock().getTime() - 5 * day) }),
      });
      return opened;
    });
    return { session, secret, device: 'a browser', locale: 'en', clientAddress: shown.address };
  }

  async function bindPasskey(ref: PrincipalRef, boundWith?: 'less'): Promise<string> {
    const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
    const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
    return database.transaction(async (tx) => {
      const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
      return (await credentials.passkeys.register(tx, ref, rp, {
        response: authenticator.create(options), challenge: options.challenge, occasion: { actor: operator }, ...(boundWith ? { boundWith } : {}),
      })).id;
    });
  }

  /** The same session, after a passkey was shown in it: on pages that named a challenge, or on others. */
  async function proving(visitor: Visitor, decision?: string): Promise<Visitor> {
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
  }

  return { settled, signedIn, bindPasskey, proving };
}
