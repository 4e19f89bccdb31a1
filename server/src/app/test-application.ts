/** An application at a real server, written from openid-client's documentation, and the people who meet it. */
import * as oidc from 'openid-client';
import { TestBrowser, type Page } from './test-browser.ts';
import type { Fetch, Sent } from './test-fetch.ts';
import type { Operator } from './test-operator.ts';
import { until } from './test-waiting.ts';

/** A server, or several that are one to the outside, as a test reaches them. */
export interface TestHouse {
  readonly url: string;
  readonly fetch: Fetch;
  readonly operator: Operator;
}

export interface Asked {
  readonly url: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

export const callback = 'https://shop.example/cb';

/** Registers an application that signs people in at a population, and speaks for it. */
export async function testApplication(house: TestHouse, population: string, more: Record<string, unknown> = {}) {
  const { client, secret } = await house.operator.createClient(population, {
    grantTypes: ['authorization_code', 'refresh_token'], redirectUris: [callback], scopes: ['openid', 'profile', 'email'],
    postLogoutRedirectUris: ['https://shop.example/bye'], ...more,
  });
  const rp = await relyingParty(house, population, client.id, secret);

  async function ask(parameters: Record<string, string> = {}): Promise<Asked> {
    const verifier = oidc.randomPKCECodeVerifier();
    const [nonce, state] = [oidc.randomNonce(), oidc.randomState()];
    const url = oidc.buildAuthorizationUrl(rp, {
      redirect_uri: callback, scope: 'openid profile email', nonce, state, code_challenge_method: 'S256',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier), ...parameters,
    });
    return { url: url.href, verifier, nonce, state };
  }

  const redeem = (page: Page, { verifier, nonce, state }: Asked) => oidc.authorizationCodeGrant(rp, new URL(page.url), {
    pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state,
  });

  return { population, id: client.id, secret, rp, ask, redeem };
}

export type TestApplication = Awaited<ReturnType<typeof testApplication>>;

/** What `openid-client` needs to know of an application that has a secret. */
export async function relyingParty(
  { url, fetch }: Pick<TestHouse, 'url' | 'fetch'>, population: string, id: string, secret: string,
): Promise<oidc.Configuration> {
  const through: oidc.CustomFetch = (address, { method, headers, body }) => (
    fetch(address, { method, headers, ...(body == null ? {} : { body: body as NonNullable<Sent['body']> }) }));
  return oidc.discovery(new URL(`${url}/${population}`), id, undefined, oidc.ClientSecretBasic(secret), {
    execute: [oidc.allowInsecureRequests], [oidc.customFetch]: through,
  });
}

/** Codes that were mailed into the development inbox, each read once. */
export function testMailbox({ url, fetch, operator }: TestHouse) {
  const read = new Set<string>();
  let opened: Promise<TestBrowser> | undefined;

  async function open(): Promise<TestBrowser> {
    const browser = new TestBrowser(fetch);
    await browser.visit((await operator.call<{ inbox: string }>('GET', '/status')).inbox);
    return browser;
  }

  /** The newest link for an address that was not followed before. */
  const link = (to: string): Promise<string> => until(`a link for ${to} is in the inbox`, async () => {
    const { body } = await (await (opened ??= open())).visit(`${url}/inbox`);
    for (const [, id = '', , recipient = ''] of body.matchAll(entry)) {
      if (recipient !== to || read.has(id)) continue;
      const mail = await (await opened).visit(`${url}/inbox/${id}`);
      const found = /https?:\/\/[^\s"&<]+\/link\/[\w-]+/.exec(mail.body)?.[0];
      if (found === undefined) continue;
      read.add(id);
      return found;
    }
    return undefined;
  });

  return {
    link,
    /** The newest code for an address that was not read before; `patience` in milliseconds. */
    code: (to: string, patience?: number): Promise<string> => until(`a code for ${to} is in the inbox`, async () => {
      const { status, body } = await (await (opened ??= open())).visit(`${url}/inbox`);
      // Each start of a server has another key to it.
      if (status === 401) opened = undefined;
      for (const [, id = '', subject = '', recipient = ''] of body.matchAll(entry)) {
        const code = /\d{6}/.exec(subject)?.[0];
        if (recipient !== to || code === undefined || read.has(id)) continue;
        read.add(id);
        return code;
      }
      return undefined;
    }, patience),
  };
}

const entry = /href="\/inbox\/([^"]+)"><strong>([^<]*)<\/strong><span><bdi>([^<]*)<\/bdi>/g;

export type TestMailbox = Pick<ReturnType<typeof testMailbox>, 'code'>;

/** A new customer with an address proved by a code; ends back at the application. */
export async function signUp(
  browser: TestBrowser, start: string, email: string, mailbox: TestMailbox, onCreated = (): void => undefined,
): Promise<Page> {
  const proof = await proveAddress(browser, await browser.visit(start), email, mailbox);
  const created = await browser.post(proof, { choice: 'continue', displayName: 'Ada Example' });
  // 303 is the server's word that the account exists.
  if (created.status === 303) onCreated();
  return browser.send(await browser.follow(created), { choice: 'skip' });
}

/** A customer who comes back, by a code; ends back at the application. */
export async function signIn(browser: TestBrowser, start: string, email: string, mailbox: TestMailbox): Promise<Page> {
  const offer = await proveAddress(browser, await browser.visit(start), email, mailbox);
  return pastOffer(browser, offer);
}

/** Past the offer of a passkey, where one is made: who said "not now" lately isn't asked, nor whom an application asked for more. */
export async function pastOffer(browser: TestBrowser, page: Page): Promise<Page> {
  return page.body.includes('value="skip"') ? browser.send(page, { choice: 'skip' }) : page;
}

async function proveAddress(browser: TestBrowser, first: Page, email: string, mailbox: TestMailbox): Promise<Page> {
  const asked = await browser.send(first, { choice: 'continue', identifier: email });
  return browser.send(asked, { choice: 'continue', code: await mailbox.code(email) });
}
