import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { randomToken, type Randomness } from '../../../kernel/index.ts';

/** A challenge as it is kept: in the run's sealed state, which binds it to the run and the moment. JSON. */
export interface KeptChallenge {
  readonly challenge: Challenge;
  readonly secret: string;
}

export interface Solution {
  readonly counter: number;
  readonly derivedKey: string;
}

type Shown = ScreenOf<'proof-of-work'>['challenge'];

const algorithm = 'PBKDF2/SHA-256';
/** Rounds of PBKDF2 a try: enough that the work isn't in the calls, little enough that to check one is nothing. */
const cost = 500;

/**
 * A sum that takes so many tries on average: the counter that solves it is drawn from half to half as much again, so
 * that nobody's device works without end.
 */
export async function makeChallenge(random: Randomness, tries: number): Promise<KeptChallenge> {
  const counter = Math.floor(tries / 2) + random(4).readUInt32BE() % (tries + 1);
  const secret = randomToken(random);
  return { challenge: await createChallenge({ algorithm, cost, counter, deriveKey, hmacSignatureSecret: secret }), secret };
}

/** What the device needs to know of it. */
export function shownChallenge({ challenge: { parameters } }: KeptChallenge): Shown {
  const { nonce, salt, keyLength, keyPrefix } = parameters;
  return { parameters: { algorithm, nonce, salt, cost: parameters.cost, keyLength, keyPrefix } };
}

/** Whether this solves it; takes one try, whatever was sent. */
export async function isSolved({ challenge, secret }: KeptChallenge, solution: Solution): Promise<boolean> {
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret });
  return verified;
}
