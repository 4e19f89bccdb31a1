import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { ScreenOf } from '../../../../contract/screens/index.ts';
import { minute, randomToken, type Randomness } from '../../kernel/index.ts';

/** A challenge as it is kept: in the run's sealed state, which binds it to the run and the moment. JSON. */
export interface KeptChallenge {
  readonly challenge: Challenge;
  readonly secret: string;
}

/** Work that was asked of a device. Times as ISO 8601; the wait that does the same runs from when the person came. */
export interface AskedWork {
  readonly kept: KeptChallenge;
  /** On average. */
  readonly tries: number;
  readonly madeAt: string;
  readonly cameAt: string;
}

/** What a form sends of it: both or none. */
export interface SentWork {
  readonly counter?: number | string | undefined;
  readonly derivedKey?: string | undefined;
}

/** A solution that comes later was looked for by nobody who is still at the screen. */
const solvableFor = 5 * minute;

type Shown = ScreenOf<'proof-of-work'>['challenge'];

const algorithm = 'PBKDF2/SHA-256';
/** Rounds of PBKDF2 a try: enough that the work isn't in the calls, little enough that to check one is nothing. */
const cost = 500;

export async function askWork(random: Randomness, tries: number, now: Date, cameAt = now): Promise<AskedWork> {
  return { kept: await makeChallenge(random, tries), tries, madeAt: now.toISOString(), cameAt: cameAt.toISOString() };
}

/** Whether what was sent solves it, in time. */
export async function isDone({ kept, madeAt }: AskedWork, { counter, derivedKey }: SentWork, now: Date): Promise<boolean> {
  const isInTime = now.getTime() - Date.parse(madeAt) <= solvableFor;
  return Boolean(derivedKey) && isInTime && isSolved(kept, { counter: Number(counter), derivedKey: derivedKey! });
}

/** Whether what was asked then is enough for what is asked now: an attack that grew asks those anew who came at its beginning. */
export const isEnough = ({ tries: asked }: AskedWork, tries: number): boolean => 2 * asked >= tries;

/** Milliseconds until somebody without a solution may go on. */
export function waitLeft({ cameAt }: Pick<AskedWork, 'cameAt'>, wait: number, now: Date): number {
  return Math.max(0, Date.parse(cameAt) + wait - now.getTime());
}

/**
 * A sum that takes so many tries on average: the counter that solves it is drawn from half to half as much again, so
 * that nobody's device works without end.
 */
async function makeChallenge(random: Randomness, tries: number): Promise<KeptChallenge> {
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
async function isSolved({ challenge, secret }: KeptChallenge, solution: { readonly counter: number; readonly derivedKey: string }): Promise<boolean> {
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret });
  return verified;
}
