/** People who have just made an account by way of an application, with a code to an address of their own. */
import { signUp, type TestApplication, type TestMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import type { Fetch } from './test-fetch.ts';

export interface Newcomer {
  readonly email: string;
  readonly browser: TestBrowser;
  readonly sid: string;
  readonly accessToken: string;
  readonly sub: string;
}

export function newcomersTo(application: TestApplication, fetch: Fetch, mailbox: TestMailbox): () => Promise<Newcomer> {
  let count = 0;
  return async () => {
    count += 1;
    const email = `person${count}@example.org`;
    const browser = new TestBrowser(fetch);
    const asked = await application.ask({ prompt: 'create' });
    const tokens = await application.redeem(await signUp(browser, asked.url, email, mailbox), asked);
    const { sid, sub } = tokens.claims()!;
    return { browser, email, sid: String(sid), sub, accessToken: tokens.access_token };
  };
}
