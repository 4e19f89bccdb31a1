import type { Client } from '../clients/index.ts';
import { randomToken, type Clock, type Randomness } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteArtefact, insertArtefactOnce, selectArtefact } from './artefact-store.ts';
import { artefactKey, openPayload, sealPayload } from './artefact.ts';
import { refuseOAuth } from './oauth-refusal.ts';

/**
 * What an application's way through its own screens stands on: the request, the run, and the key that began it. Its id,
 * the `auth_session`, is a secret of the application's; it is worth nothing without that key.
 */
export interface Challenge {
  readonly client: string;
  /** Thumbprint of the application's DPoP key. */
  readonly key: string;
  readonly run: string;
  /** What binds the run, as a cookie does in a browser. */
  readonly browserSecret: string;
  /** Where the run thinks that it leads back to. */
  readonly returnTo: string;
  /** Of an authorization request. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ChallengeStoreDeps {
  readonly database: Pick<Database, 'db'>;
  readonly clock: Clock;
  readonly random: Randomness;
}

const keyOf = (population: string, id: string) => artefactKey(population, 'Challenge', id);

/** Keeps it for a while, sealed under a key that only its id gives. Gives the id. */
export async function keepChallenge(
  { database: { db }, clock, random }: ChallengeStoreDeps, population: string, challenge: Challenge, milliseconds: number,
): Promise<string> {
  const id = randomToken(random);
  const key = keyOf(population, id);
  await insertArtefactOnce(db, key, {
    grantHash: null, session: null, sealed: sealPayload(id, key, { ...challenge }, random),
    expiresAt: new Date(clock().getTime() + milliseconds),
  });
  return id;
}

/**
 * For the application and the key that it was made for; anybody else learns no more than that of one that isn't there.
 * @throws OAuthRefusal invalid_session
 */
export async function findChallenge(
  { database: { db } }: ChallengeStoreDeps, population: string, id: string, by: { client: Client; key: string },
): Promise<Challenge> {
  const key = keyOf(population, id);
  const row = await selectArtefact(db, key);
  const challenge = row && openPayload(id, key, row.sealed) as Challenge | undefined;
  // A thumbprint is no secret: who could have signed was looked at before.
  if (!challenge || challenge.client !== by.client.id || challenge.key !== by.key) {
    return refuseOAuth('invalid_session', 'there is no such auth_session for this application and this key');
  }
  return challenge;
}

export const forgetChallenge = ({ database: { db } }: ChallengeStoreDeps, population: string, id: string): Promise<void> =>
  deleteArtefact(db, keyOf(population, id));
