/** The demo for tests: the whole server, its example applications, and a browser that knows its way about them. */
import { after } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../../../demo/index.ts';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import type { Config } from './config.ts';
import { startDemoOrganisation, withDemo } from './demo-organisation.ts';
import type { Seams } from './ground.ts';
import type { RunningServer } from './run-server.ts';
import { freePort, startTestServer } from './testing.ts';

export interface TestDemo {
  readonly server: RunningServer;
  readonly demo: Demo;
  readonly browser: Browser;
  /** A page of a browser of its own. */
  newPage(): Promise<Page>;
  /** Creates an account at the shop, up to the offer of a passkey. */
  signUp(page: Page, address: string, name: string): Promise<void>;
  /** The newest code mailed to an address that was not read before; the worker sends it a moment after the commit. */
  codeFor(address: string): Promise<string>;
  /** The address in a mail that leads to a page of the server. */
  linkFor(address: string, kind: string, page: string): Promise<string>;
  /** Signs in at the shop by a code, up to the account's page there. */
  signInByCode(page: Page, address: string): Promise<void>;
  changePayout(page: Page, iban: string): Promise<void>;
  /** Until the shop says that the payout account is another one. */
  changed(page: Page): Promise<void>;
}

export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
export const heading = (page: Page, name: string | RegExp): Promise<void> => (
  page.getByRole('heading', { level: 1, name }).waitFor());

/** Starts it all; it ends with the test file. */
export async function testDemo(seams: Partial<Seams> = {}, settings: Partial<Config> = {}): Promise<TestDemo> {
  const ports = { shop: await freePort(), intranet: await freePort(), job: await freePort() };
  const { outboundAllow } = withDemo({ outboundAllow: [] } as never, ports);
  const server = await startTestServer({ outboundAllow, ...settings }, seams);
  const demo = await startDemoOrganisation(server, () => undefined, ports);
  const browser = await launchBrowser();
  after(async () => {
    await browser.close();
    await demo.close();
  });
  return { server, demo, browser, ...helpers(server, demo, browser) };
}

function helpers({ limen }: RunningServer, demo: Demo, browser: Browser): Omit<TestDemo, 'server' | 'demo' | 'browser'> {
  const codesRead = new Set<string>();

  async function codeFor(address: string): Promise<string> {
    for (;;) {
      const mails = (await limen.inbox.list(50))
        .filter(({ id, to, kind }) => to === address && kind === 'code' && !codesRead.has(id));
      const code = mails[0] && /\b\d{6}\b/.exec(mails[0].text)?.[0];
      if (!code) continue;
      for (const { id } of mails) codesRead.add(id);
      return code;
    }
  }

  return {
    newPage: async () => {
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
    codeFor,
    linkFor: async (address, kind, page) => {
      for (;;) {
        const mail = (await limen.inbox.list(50)).find((each) => each.to === address && each.kind === kind);
        if (mail) return new RegExp(`http\\S+/${page}/\\S+`).exec(mail.text)![0];
      }
    },
    signUp: async (page, address, name) => {
      await page.goto(demo.shop.url);
      await page.getByRole('link', { name: 'Create account' }).click();
      await page.getByLabel('E-mail address').fill(address);
      await press(page, 'Continue');
      await heading(page, 'Check your e-mail');
      await page.getByLabel('Code from the e-mail').fill(await codeFor(address));
      await press(page, 'Continue');
      await page.getByLabel('Your name').fill(name);
      await press(page, 'Create account');
      await heading(page, /Sign in without/);
    },
    signInByCode: async (page, address) => {
      await page.goto(`${demo.shop.url}/account`);
      await page.getByLabel('E-mail address').fill(address);
      await press(page, 'Continue');
      await page.getByLabel('Code from the e-mail').fill(await codeFor(address));
      await press(page, 'Continue');
      await heading(page, 'Your account');
    },
    changePayout: async (page, iban) => {
      await page.goto(`${demo.shop.url}/payout`);
      await page.getByLabel('IBAN').fill(iban);
      await press(page, 'Change payout account');
    },
    changed: (page) => page.getByText('Your payout account was changed.').waitFor(),
  };
}
