/**
 * A server whose customers may come by two providers upstream, for tests: the built-in policy with what the guide says
 * to add, an application, and browsers that go to a provider and back.
 */
import assert from 'node:assert/strict';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf, type Operator } from './test-operator.ts';
import { testUpstream, upstreamClient, type UpstreamPerson } from './test-upstream.ts';
import { freePort, startTestServer } from './testing.ts';

/** Provider by name, as `federation.yaml` has it. */
export type Providers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const signInNodes = `
  upstream:
    step: federate
    exits:
      signed-in: enough
      new: new-account
      prove: journey:sign-up
      other-way: identify

  new-account:
    step: create-account
    exits:
      created: link-new
      exists: identify

  link-new:
    step: link-account
    exits:
      linked: enough
      skip: enough
`;

const linkNodes = `
  link:
    step: link-account
    exits:
      linked: complete
      skip: complete
      prove-more: can-prove-more

  can-prove-more:
    step: decide
    with: { when: has.passkey && !proved.passkey }
    exits:
      yes: prove-by-passkey
      no: complete

  prove-by-passkey:
    step: passkey
    exits:
      correct: link
      other-way: complete
`;

/** Publishes the policy in force with these providers, and sets their secrets. */
export async function offerProviders(operator: Operator, providers: Providers, population = 'customers'): Promise<void> {
  const at = `/populations/${population}/policy`;
  const { version, files } = await operator.call<{ version: number; files: PolicyFile[] }>('GET', `${at}/files`);
  const others = files.filter(({ path }) => path !== 'federation.yaml').map(withProviders);
  await operator.call('POST', `${at}/apply`, {
    files: [...others, { path: 'federation.yaml', text: JSON.stringify({ providers }, undefined, 1) }], basedOn: version,
  });
  for (const name of Object.keys(providers)) {
    await operator.call('PUT', `/populations/${population}/providers/${name}/secret`, { secret: upstreamClient.client_secret });
  }
}

function withProviders({ path, text }: PolicyFile): PolicyFile {
  if (text.includes('link-account')) return { path, text };
  const linked = text.replaceAll(/^( {6}[a-z-]+): complete$/gm, '$1: link');
  switch (path) {
    case 'journeys/sign-in.yaml': return {
      path, text: linked.replace('      identified: code\n', '      identified: code\n      provider: upstream\n')
        .replace('      enrolled: passkey\n', '      enrolled: enough\n') + signInNodes + linkNodes,
    };
    case 'journeys/sign-up.yaml': return { path, text: `${linked}${linkNodes}` };
    default: return { path, text };
  }
}

/** What the heading of a page says. */
export const titleOf = ({ body }: Page): string => /<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '';

export async function federatedHouse() {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const callback = (name: string, population = 'customers') => `${url}/${population}/federation/callback/${name}`;
  const bank = await testUpstream([callback('bank')]);
  const other = await testUpstream([callback('other')]);
  const server = await startTestServer({
    port, url, outboundAllow: [bank.host, other.host],
    trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' },
  });
  const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(server.config.dataFolder) };
  const ours = { name: 'Bank', issuer: bank.issuer, clientId: upstreamClient.client_id };
  const providers = {
    // Authoritative for its own addresses.
    bank: { ...ours, domains: ['bank.example'], trustsEmail: ['bank.example'], createsAccounts: true, twoFactors: { amr: ['mfa'] } },
    // Anybody may write any address there.
    other: { ...ours, name: 'Other', issuer: other.issuer },
  };
  await offerProviders(house.operator, providers);
  let browsers = 0;

  /** Presses a provider's button and follows the page after it: the address at the provider. */
  async function leave(browser: TestBrowser, start: string, name = 'bank'): Promise<string> {
    return onward(browser, await browser.send(await browser.visit(start), { choice: 'provider', provider: name }));
  }

  return {
    ...house, server, bank, other, providers, callback, leave, onward,
    mailbox: testMailbox(house), shop: await testApplication(house, 'customers'),
    newBrowser: () => new TestBrowser(house.fetch, { 'x-forwarded-for': `203.0.113.${browsers += 1}` }),
    /** To the provider and back again; the page that the answer leads to. */
    through: async (browser: TestBrowser, start: string, person: UpstreamPerson | 'refuses', name: 'bank' | 'other' = 'bank'): Promise<Page> => {
      const answer = await { bank, other }[name].answer(await leave(browser, start, name), person);
      return browser.visit(answer.url);
    },
    /** Whether somebody is signed in. */
    isSignedIn: async (browser: TestBrowser): Promise<boolean> => (
      (await browser.request(`${url}/customers/account`)).status === 200),
  };
}

/** What the page does by itself, by the link that its `Refresh` names; else what a person does by its link. */
async function onward(browser: TestBrowser, page: Page): Promise<string> {
  const link = /^0;url=(.*)$/.exec(page.headers.get('refresh') ?? '')?.[1] ?? /href="([^"]*\/elsewhere)"/.exec(page.body)?.[1];
  assert.ok(link, `no way on from ${page.url}: ${titleOf(page)}`);
  const gone = await browser.request(new URL(link, page.url).href, { headers: { 'sec-fetch-site': 'same-origin' } });
  return new URL(gone.headers.get('location') ?? '', gone.url).href;
}
