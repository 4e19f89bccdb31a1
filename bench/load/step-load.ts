import { randomBytes } from 'node:crypto';
import { callback, type Application } from './application.ts';
import { Browser, titleOf, type Page } from './browser.ts';
import { connect, discover } from './connections.ts';
import type { Load } from './load.ts';
import { openLoop } from './open-loop.ts';
import { addressOf, emailOf } from './person.ts';

/** What one arrival sends: an address, and what comes of it; back again, and what comes of that. */
const requestsOfOne = 4;

/**
 * Steps of journeys, so many requests a second. Each arrival is a browser of its own whose run was begun before the time is
 * taken; it sends the first screen, sees the next, goes back and sees the first again.
 */
export async function stepLoad(application: Application, perSecond: number): Promise<Load> {
  const connections = connect(new URL(application.issuer).origin, 64);
  const endpoints = await discover(connections, application.issuer);
  let known = 0;

  async function begin(): Promise<{ browser: Browser; page: Page; number: number }> {
    const number = known++;
    const browser = new Browser(connections, { 'x-forwarded-for': addressOf(number) });
    const query = new URLSearchParams({
      client_id: application.id, response_type: 'code', redirect_uri: callback, scope: 'openid', state: 'x', nonce: 'x',
      code_challenge: randomBytes(32).toString('base64url'), code_challenge_method: 'S256',
    });
    return { browser, page: await browser.visit(new URL(`${endpoints.authorize}?${query}`, application.issuer)), number };
  }

  return {
    run: async ({ seconds, most }) => {
      const count = Math.max(1, Math.min(Math.floor((perSecond * seconds) / requestsOfOne), most));
      const begun: Awaited<ReturnType<typeof begin>>[] = [];
      for (let each = 0; each < count; each += 1) begun.push(await begin());
      const from = performance.now();
      const steps = await openLoop({ perSecond: perSecond / requestsOfOne, count }, async (number, late) => {
        const { browser, page, number: person } = begun[number]!;
        // Whoever comes late has waited already.
        const due = performance.now() - late;
        const next = await browser.send(page, { choice: 'continue', identifier: emailOf(person) });
        const between = performance.now();
        const back = await browser.send(next, { choice: 'back' });
        const end = performance.now();
        if (!/type="password"/.test(next.body)) throw new Error(`the password was not asked for (${next.status}): ${titleOf(next.body)}`);
        if (!/name="identifier"/.test(back.body)) throw new Error(`back did not lead back (${back.status}): ${titleOf(back.body)}`);
        return [between - due, end - between];
      });
      const latencies = steps.flat();
      return { count: latencies.length, seconds: (performance.now() - from) / 1_000, latencies };
    },
  };
}
