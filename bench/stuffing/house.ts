import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { parse } from 'yaml';
import { journey } from '../../contract/policy/index.ts';
import type { ScreenOf } from '../../contract/screens/index.ts';
import { root } from '../../tools/root.ts';
import { testBrowser, testJourneys, type TestJourneys } from '../../server/src/journeys/testing.ts';

export const population = 'customers';
const operator = { kind: 'operator', id: 'bench' } as const;
type Screen = ScreenOf<'password'>;
export type Work = NonNullable<Screen['work']>;

export interface Account {
  readonly email: string;
  readonly principal: string;
  readonly password: string;
}

/**
 * The customers' own journeys on a database of their own, with the sign-in of the benchmark of passwords, where nothing is
 * mailed on the way to the password.
 */
export async function openHouse() {
  const signIn = journey.parse(parse(await readFile(join(root, 'bench/policies/password-sign-in.yaml'), 'utf8')));
  const world = await testJourneys({
    change: (content) => (content.population.kind !== 'customer' ? content : { ...content, journeys: { ...content.journeys, 'sign-in': signIn } }),
  });
  return { world, clock: world.clock, makeAccount: (email: string, password: string) => makeAccount(world, email, password), comeTo: (about: Visitor) => comeTo(world, about) };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

async function makeAccount({ database, directory, credentials }: TestJourneys, email: string, password: string): Promise<Account> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator });
    const ref = { population, principal };
    const identifier = { kind: 'email', value: email, actor: operator } as const;
    await directory.addIdentifier(tx, ref, identifier);
    await directory.verifyIdentifier(tx, ref, identifier);
    await credentials.passwords.set(tx, ref, password, { minimum: 15, context: [], occasion: { actor: operator } });
    return { email, principal, password };
  });
}

export interface Visitor {
  readonly email: string;
  readonly address: string;
  readonly userAgent: string;
  /** The mark of a device of before. */
  readonly device?: string;
}

/** How one password was answered. */
export type Answer = 'in' | 'wrong' | 'held' | 'not-yet';

/** Somebody before the password's page, with what the page asked of their device. */
export interface AtPassword {
  readonly work: Work | undefined;
  send(password: string, solution?: object): Promise<Answer>;
  /** What the browser keeps: after `in` the session's secret and the mark of the device. */
  readonly kept: { readonly session?: string; readonly device?: string };
}

async function comeTo(world: TestJourneys, { email, address, userAgent, device }: Visitor): Promise<AtPassword> {
  const browser = testBrowser(world, population, userAgent, address);
  if (device !== undefined) browser.kept.device = device;
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: email });
  const frame = await browser.see(run);
  const { screen } = frame;
  if (screen.step !== 'password') throw new Error(`at ${screen.step} instead of the password`);
  return {
    work: screen.work,
    send: async (password, solution = {}) => {
      const to = await browser.send(run, { choice: 'continue', password, ...solution }, frame);
      if (!to.includes('/run/')) return 'in';
      const { notice } = await browser.see(run);
      return notice?.code === 'throttled' ? 'held' : notice?.code === 'work.not-yet' ? 'not-yet' : 'wrong';
    },
    kept: browser.kept,
  };
}

/** As a browser does it aside; with how many tries it took. */
export async function solve({ challenge }: Work): Promise<{ readonly counter: number; readonly derivedKey: string }> {
  const found = await solveChallenge({ challenge, deriveKey });
  if (!found) throw new Error('the sum was not solved');
  return found;
}
