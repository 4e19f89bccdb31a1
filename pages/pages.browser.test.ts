/** Pages in a real browser: readable by everybody, usable with a keyboard, working with and without scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, withVirtualAuthenticator } from '../tools/testing/browser.ts';
import { keyboardFaults } from '../tools/testing/keyboard.ts';
import { previewNames, startPreview, type PreviewServer } from './src/preview-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const narrow = 380;
/** What a page says of itself is the same in each look, and is asked in the first; these rules look at colours and sizes. */
const ofLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [narrow, 1280].map((width) => ({ colorScheme, width })));

let browser: Browser;
let preview: PreviewServer;

before(async () => {
  [browser, preview] = await Promise.all([launchBrowser(), startPreview()]);
});
after(async () => {
  await browser?.close();
  await preview?.[Symbol.asyncDispose]();
});

/** Runs with a page of its own; a page that writes an error to its console fails. */
async function withPage(run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await run(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

const open = (page: Page, name: string, locale = 'en') => page.goto(`${preview.origin}/${name}?locale=${locale}`);

/** What axe finds, one line each. */
async function faultsOf(page: Page, asked: { readonly type: string; readonly values: readonly string[] }): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    interface AxeResult { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
    type Run = (context: unknown, options: unknown) => Promise<AxeResult>;
    const { axe: checker } = globalThis as unknown as { axe: { run: Run } };
    const { violations } = await checker.run('html', { runOnly, resultTypes: ['violations'], iframes: false, selectors: false, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }, asked);
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Less than 44 pixels high. */
const smallTargets = `[...document.querySelectorAll('button, a, input:not([type=hidden])')]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML)`;

describe('no barrier, no scrolling sideways, targets large enough, all of it by keyboard', () => {
  // One page for all: a context of its own for each takes longer than what is looked at.
  let page: Page;
  const noise: string[] = [];
  before(async () => {
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    // Compiled once for all the documents, which evaluating it in each is not.
    await page.addInitScript(axe);
    page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
  });
  after(() => page.context().close());

  for (const locale of ['en', 'ar'] as const) {
    for (const name of previewNames) {
      test(`${name} in ${locale}`, async () => {
        for (const [at, { colorScheme, width }] of looks.entries()) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          if (at === 0) await open(page, name, locale);
          const asked = at === 0 ? { type: 'tag', values: tags } : { type: 'rule', values: ofLooks };
          assert.deepEqual(await faultsOf(page, asked), [], `${colorScheme} ${width}`);
          assert.equal(await scrollsSideways(page), false, `${colorScheme} ${width}`);
          if (colorScheme === 'dark') continue;
          assert.deepEqual(await page.evaluate(smallTargets), [], String(width));
          if (locale === 'en') assert.deepEqual(await keyboardFaults(page), [], String(width));
        }
        assert.deepEqual(noise.splice(0), []);
      });
    }
  }
});

test('German words, the longest, fit a narrow page', async () => {
  await withPage(async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of previewNames) {
      await open(page, name, 'de');
      assert.equal(await scrollsSideways(page), false, name);
    }
  });
});

/** Names of what Tab reaches from the top, until it leaves the page. */
async function tabOrder(page: Page): Promise<string[]> {
  await page.evaluate('document.body.tabIndex = -1, document.body.focus()');
  const names: string[] = [];
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(`(() => {
      const e = document.activeElement;
      if (e === document.body) return '';
      return e.name === 'choice' ? e.value : e.id || e.ariaLabel || e.textContent.trim();
    })()`);
    if (name === '' || name === names[0]) break;
    names.push(String(name));
  }
  return names;
}

test('Tab goes through a page in the order of reading', async () => {
  await withPage(async (page) => {
    await open(page, 'password');
    assert.deepEqual(await tabOrder(page), [
      'Your account', 'back', 'password', 'Show password', 'continue', 'email-code',
      'Back to Harbour shop', 'Help and support',
    ]);
    await open(page, 'identify');
    assert.deepEqual(await tabOrder(page), [
      'identifier', 'continue', 'Sign in with a passkey', 'other', 'Back to Harbour shop', 'Help and support',
    ]);
  });
});

test('the field of the question has the focus, after an error as well', async () => {
  await withPage(async (page) => {
    for (const [name, id] of [['identify', 'identifier'], ['password-wrong', 'password'], ['totp', 'code']] as const) {
      await open(page, name);
      // The focus comes with the first painting, after the page has loaded.
      await page.waitForFunction(`document.activeElement?.id === '${id}'`);
    }
    await open(page, 'password-throttled');
    await page.waitForFunction(`document.activeElement?.role === 'alert'`);
  });
});

test('Enter sends the field with the primary choice, without any script', async () => {
  await withPage(async (page) => {
    await open(page, 'password');
    await page.fill('#password', 'correct horse battery');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/run/sample');
    assert.deepEqual(Object.fromEntries(preview.sent.at(-1)!), {
      screenToken: '3.c2FtcGxlLXRva2Vu', password: 'correct horse battery', choice: 'continue',
    });
  }, { javaScriptEnabled: false });
});

test('without scripts a page whose main thing is a passkey says so, and no dead button is shown', async () => {
  await withPage(async (page) => {
    await open(page, 'passkey');
    assert.equal(await page.locator('.needs-script').isVisible(), true);
    assert.equal(await page.locator('#passkey button').isVisible(), false);
    await page.click('button[value=other-way]');
    await page.waitForURL('**/run/sample');
    assert.equal(preview.sent.at(-1)!.get('choice'), 'other-way');
  }, { javaScriptEnabled: false });
});

test('a button that was pressed says that it works, and a second press sends nothing', async () => {
  await withPage(async (page) => {
    await open(page, 'totp');
    await page.fill('#code', '١٢٣ ٤٥٦');
    const seen = await page.evaluate(`(() => {
      const stopped = [];
      addEventListener('submit', (event) => stopped.push(event.defaultPrevented));
      const button = document.querySelector('.primary');
      button.click();
      button.click();
      return [button.textContent, button.ariaDisabled, document.querySelector('#code').value, ...stopped];
    })()`);
    assert.deepEqual(seen, ['One moment', 'true', '123 456', false, true]);
    await page.waitForURL('**/run/sample');
    assert.equal(preview.sent.at(-1)!.get('code'), '123 456');
  });
});

test('a password can be shown, and its length is told in words', async () => {
  await withPage(async (page) => {
    await open(page, 'set-password');
    await page.fill('#password', 'nine char');
    assert.equal(await page.textContent('.strength'), 'Too short so far: 9 of 15');
    await page.fill('#password', 'fifteen letters');
    assert.equal(await page.textContent('.strength'), 'Long enough');
    await page.fill('#password', 'fifteen letters and some more');
    assert.equal(await page.textContent('.strength'), 'Long, and so very hard to guess');
    await page.click('[data-show]');
    assert.equal(await page.getAttribute('#password', 'type'), 'text');
    assert.equal(await page.getAttribute('[data-show]', 'aria-pressed'), 'true');
  });
});

test('a passkey is made, offered by autofill on the first page, and used by the button', async () => {
  await withPage(async (page) => {
    await withVirtualAuthenticator(page);
    await open(page, 'enrol-passkey');
    await page.click('#passkey button');
    await page.waitForURL('**/run/sample');
    const made = preview.sent.at(-1)!;
    assert.equal(made.get('choice'), 'passkey');
    const credential = JSON.parse(made.get('credential')!) as { id: string; response: { attestationObject: string } };
    assert.ok(credential.response.attestationObject.length > 100);

    // The virtual authenticator answers the autofill at once, as if the person had picked the passkey there.
    await open(page, 'identify');
    await page.waitForURL('**/run/sample');
    const used = preview.sent.at(-1)!;
    assert.equal(used.get('choice'), 'passkey');
    assert.equal((JSON.parse(used.get('credential')!) as { id: string }).id, credential.id);

    await open(page, 'passkey');
    await page.click('#passkey button');
    await page.waitForURL('**/run/sample');
    assert.equal((JSON.parse(preview.sent.at(-1)!.get('credential')!) as { id: string }).id, credential.id);
  });
});

test('after a password the browser is asked to make a passkey without a press, and its refusal leaves the offer', async () => {
  await withPage(async (page) => {
    await withVirtualAuthenticator(page);
    // Stands for the password manager, which a virtual authenticator has none of.
    await page.addInitScript(`{
      const create = navigator.credentials.create.bind(navigator.credentials);
      PublicKeyCredential.getClientCapabilities = async () => ({ conditionalCreate: true });
      navigator.credentials.create = async ({ mediation, ...asked }) => {
        if (mediation !== 'conditional') return create(asked);
        if (sessionStorage.getItem('refuses')) {
          document.documentElement.dataset.refused = '';
          throw new DOMException('no', 'NotAllowedError');
        }
        return create(asked);
      };
    }`);
    await open(page, 'enrol-passkey-silently');
    await page.waitForURL('**/run/sample');
    assert.equal(preview.sent.at(-1)!.get('choice'), 'passkey');
    await page.evaluate(`sessionStorage.setItem('refuses', 'yes')`);
    await open(page, 'enrol-passkey-silently');
    await page.waitForSelector('html[data-refused]', { state: 'attached' });
    assert.equal(await page.locator('[data-said] .notice').count(), 0);
    await page.click('#passkey button');
    await page.waitForURL('**/run/sample');
  });
});

test('a passkey that is not given is said, and the button works again', async () => {
  await withPage(async (page) => {
    const { client, authenticatorId } = await withVirtualAuthenticator(page);
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await open(page, 'enrol-passkey');
    await page.click('#passkey button');
    await page.locator('[data-said] .notice').waitFor();
    assert.match((await page.textContent('[data-said]'))!, /No passkey was made/);
    assert.equal(await page.textContent('#passkey button'), 'Make a passkey');
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await page.click('#passkey button');
    await page.waitForURL('**/run/sample');
  });
});

test('where a browser has no passkeys, none is offered, and a page about them says so', async () => {
  await withPage(async (page) => {
    await page.addInitScript('delete globalThis.PublicKeyCredential');
    await open(page, 'identify');
    await page.waitForFunction(`document.querySelector('.or') === null`);
    assert.equal(await page.locator('#passkey button').isVisible(), false);
    assert.equal(await page.locator('[data-said] .notice').count(), 0);
    await open(page, 'passkey');
    await page.locator('[data-said] .notice').waitFor();
    assert.match((await page.textContent('[data-said]'))!, /cannot use passkeys/);
  });
});
