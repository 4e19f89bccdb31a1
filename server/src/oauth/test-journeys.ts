/** In place of journeys, for tests: whoever is expected comes back with a real session. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBrowserCookies, type RunOutcome } from '../journeys/index.ts';
import { randomToken, systemRandomness, type Clock, type PrincipalRef } from '../kernel/index.ts';
import type { Proof, Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import { cookieNaming } from '../web/index.ts';
import type { BrowserDoor, JourneyDoor, RunDoor } from './oauth.ts';

type Start = Parameters<RunDoor['start']>[0];

/** Who comes through the next journey and with what, or why nobody does. */
export type Arrival = { readonly principal: string; readonly proofs: readonly Proof['kind'][] } | { readonly refused: string };

const system = { kind: 'system' } as const;

/** Cookies as the house names them, for issuers that lie at `/<slug>` over plain http. */
export function testBrowserDoor(): BrowserDoor {
  const cookiesOf = (population: string) => createBrowserCookies(cookieNaming(population, false, `/${population}`));
  const add = (res: ServerResponse, cookies: readonly string[]) => {
    for (const cookie of cookies) res.appendHeader('set-cookie', cookie);
  };
  return {
    of: (population, req) => cookiesOf(population).read(req.headers, '127.0.0.1'),
    keep: (res, population, secrets) => { add(res, cookiesOf(population).write(secrets, 3600)); },
    forgetSession: (res, population) => { add(res, cookiesOf(population).forget()); },
  };
}

export function testJourneys({ origin, database, sessions, clock, browser }: {
  origin: string; database: Database; sessions: Sessions; clock: Clock; browser: BrowserDoor;
}) {
  const started = new Map<string, Start>();
  const outcomes = new Map<string, RunOutcome>();
  const taken = new Set<string>();
  const asked: Start[] = [];
  let arrival: Arrival = { refused: 'nobody was expected' };

  const elsewhere = async (): Promise<never> => { throw new Error('own screens are tested on the whole server'); };
  const door: JourneyDoor & RunDoor = {
    show: elsewhere, submit: elsewhere, cancel: elsewhere,
    start: async (input) => {
      const id = randomToken(systemRandomness, 9);
      started.set(id, input);
      asked.push(input);
      const secret = input.browser.browserSecret ?? randomToken(systemRandomness);
      return { location: `${origin}/${input.population}/test-run/${id}`, secrets: { browser: secret }, run: id };
    },
    takeResult: async ({ returnTo, browser: { browserSecret } }) => {
      const key = `${browserSecret}${returnTo}`;
      const outcome = outcomes.get(key);
      if (outcomes.delete(key)) taken.add(key);
      return outcome;
    },
    wasTaken: async ({ returnTo, browser: { browserSecret } }) => taken.has(`${browserSecret}${returnTo}`),
  };

  async function open(ref: PrincipalRef, shown: readonly Proof['kind'][], secret: string | undefined) {
    const proofs = shown.map((kind): Proof => (
      { kind, at: clock(), ...(kind === 'passkey' ? { userVerified: true } : {}) }));
    const living = secret === undefined ? undefined : await sessions.findBySecret(ref.population, secret);
    return database.transaction(async (tx) => {
      if (living?.principal === ref.principal) return sessions.raise(tx, living, proofs);
      if (living) await sessions.end(tx, living.population, living.id, 'replaced', system);
      return sessions.start(tx, { ref, proofs });
    });
  }

  /** The page of a run: it ends at once, as was expected of it. */
  async function serve(run: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { population, returnTo } = started.get(run)! as { population: string; returnTo: string };
    const { browserSecret, sessionSecret } = browser.of(population, req);
    if ('refused' in arrival) {
      outcomes.set(`${browserSecret}${returnTo}`, { outcome: 'refused', reason: arrival.refused });
    } else {
      const { session, secret } = await open({ population, principal: arrival.principal }, arrival.proofs, sessionSecret);
      browser.keep(res, population, { session: secret });
      outcomes.set(`${browserSecret}${returnTo}`, { outcome: 'completed', sessionId: session.id, principal: session.principal, proofs: session.proofs });
    }
    res.writeHead(303, { location: returnTo }).end();
  }

  return { door, serve, asked, expect: (expected: Arrival) => { arrival = expected; } };
}
