/** An application written from openid-client's documentation, for tests. */
import * as oidc from 'openid-client';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { NewClient } from '../clients/index.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import type { TestIssuers } from './testing.ts';

export interface Asked {
  readonly url: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

const callback = 'https://shop.example/cb';

export async function testApplication(issuers: TestIssuers, kind: PopulationKind, given: Partial<NewClient> = {}) {
  const registered = await issuers.client(kind, given);
  const rp = await issuers.relyingParty(kind, registered);

  async function ask(more: Record<string, string> = {}): Promise<Asked> {
    const verifier = oidc.randomPKCECodeVerifier();
    const [nonce, state] = [oidc.randomNonce(), oidc.randomState()];
    const url = oidc.buildAuthorizationUrl(rp, {
      redirect_uri: callback, scope: 'openid profile email', nonce, state, code_challenge_method: 'S256',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier), ...more,
    });
    return { url: url.href, verifier, nonce, state };
  }

  const redeem = (page: Page, { verifier, nonce, state }: Asked) => oidc.authorizationCodeGrant(rp, new URL(page.url), {
    pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state,
  });

  /** From the first request to the tokens, with whoever the journey expects. */
  async function signIn(browser = new TestBrowser(), more: Record<string, string> = {}) {
    const asked = await ask(more);
    const page = await browser.visit(asked.url);
    return { browser, page, asked, tokens: await redeem(page, asked) };
  }

  return { ...registered, rp, ask, redeem, signIn };
}

export const errorOf = (page: Page): string | null => new URL(page.url).searchParams.get('error');
