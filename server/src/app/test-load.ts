/** Load as applications and people make it, with a note of all that the server acknowledged. */
import assert from 'node:assert/strict';
import * as oidc from 'openid-client';
import { relyingParty, signIn, signUp, testApplication, testMailbox, type TestHouse } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { keepDoing } from './test-waiting.ts';

/** Addresses that each browser says it comes from, so that the limits of one address don't bound the load. */
const cameFrom = (n: number): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.${n % 250}` });

interface Verified { readonly ok: boolean; readonly verified: number; readonly position: number }

export async function testLoad(house: TestHouse) {
  const job = await house.operator.createClient('workloads', { grantTypes: ['client_credentials'] });
  const shop = await testApplication(house, 'customers');
  const jobAt = await relyingParty(house, 'workloads', job.client.id, job.secret);
  const mailbox = testMailbox(house);
  // A mail that was under way when the server died comes a minute later; nobody at the load waits for it.
  const hurried = { code: (to: string) => mailbox.code(to, 3_000) };
  /** Answered with 200. */
  const tokens: string[] = [];
  /** Whose creation was answered with the next screen. */
  const accounts: string[] = [];
  let people = 0;

  async function becomeCustomer(): Promise<void> {
    people += 1;
    const email = `person-${people}@example.org`;
    const asked = await shop.ask({ prompt: 'create' });
    await signUp(new TestBrowser(house.fetch, cameFrom(people)), asked.url, email, hurried, () => { accounts.push(email); });
  }

  /** Goes on until it is stopped, whatever happens to the server. */
  function start(): { stop(): Promise<void> } {
    return keepDoing(6, async (lane) => {
      if (lane < 2) await becomeCustomer();
      else tokens.push((await oidc.clientCredentialsGrant(jobAt)).access_token);
    });
  }

  /** Every token is good and has its event, every account can be signed in to, and the chain of events is whole. */
  async function assertNothingLost(): Promise<void> {
    const issued = await house.operator.events('token.issued');
    const own = issued.filter(({ client }) => client === job.client.id);
    assert.ok(own.length >= tokens.length, `${own.length} events of ${tokens.length} tokens`);
    for (const token of tokens) assert.equal((await oidc.tokenIntrospection(jobAt, token)).active, true);
    const created = (await house.operator.events('principal.created')).map(({ principal }) => principal);
    for (const [n, email] of accounts.entries()) {
      const [principal] = await house.operator.find('customers', email);
      assert.ok(principal?.identifiers[0]?.verifiedAt, `${email} is there`);
      assert.ok(created.includes(principal.id), `the creation of ${email} was told`);
      const asked = await shop.ask();
      const page = await signIn(new TestBrowser(house.fetch, cameFrom(people + n + 1)), asked.url, email, mailbox);
      assert.equal((await shop.redeem(page, asked)).claims()?.sub, principal.id);
    }
    const { ok, verified, position } = await house.operator.call<Verified>('POST', '/events/verify', {});
    assert.deepEqual([ok, verified], [true, position]);
    assert.ok(position >= tokens.length + accounts.length);
  }

  return { tokens, accounts, start, assertNothingLost };
}
