import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ScreenOf } from '../../contract/screens/index.ts';
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

/** The customers' own journeys as they are built in, on a database of their own; mail stays here. */
export async function openHouse() {
  const world = await testJourneys();
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
  /** After `in`: past the offer of a passkey. Gives the session's secret and the mark of the device. */
  enter(): Promise<{ readonly session: string; readonly device: string }>;
}

async function comeTo(world: TestJourneys, { email, address, userAgent, device }: Visitor): Promise<AtPassword> {
  const browser = testBrowser(world, population, userAgent, address);
  if (device !== undefined) browser.kept.device = device;
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: email });
  await browser.send(run, { choice: 'password' });
  const { screen } = await browser.see(run);
  if (screen.step !== 'password') throw new Error(`at ${screen.step} instead of the password`);
  let ended = false;
  return {
    work: screen.work,
    send: async (password, solution = {}) => {
      const to = await browser.send(run, { choice: 'continue', password, ...solution });
      if (!to.includes('/run/')) {
        ended = true;
        return 'in';
      }
      const { screen: now, notice } = await browser.see(run);
      if (now.step !== 'password') return 'in';
      return notice?.code === 'throttled' ? 'held' : notice?.code === 'work.not-yet' ? 'not-yet' : 'wrong';
    },
    enter: async () => {
      if (!ended) await browser.send(run, { choice: 'skip' });
      return { session: browser.kept.session!, device: browser.kept.device! };
    },
  };
}

/** As a browser does it aside; with how many tries it took. */
export async function solve({ challenge }: Work): Promise<{ readonly counter: number; readonly derivedKey: string }> {
  const found = await solveChallenge({ challenge, deriveKey });
  if (!found) throw new Error('the sum was not solved');
  return found;
}
