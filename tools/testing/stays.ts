import type { Page } from 'playwright-core';

type Name = string | RegExp;

const headed = (page: Page, name: Name): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

/**
 * Holds a page against what people do to it: reloaded it shows the same, and so does a second tab with its address.
 * Gives that tab, which is old as soon as the first one has been answered; the caller closes it.
 */
export async function stays(page: Page, heading: Name): Promise<Page> {
  await headed(page, heading);
  await page.reload();
  await headed(page, heading);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await headed(other, heading);
  return other;
}

/** Sends the form of an old tab, past whatever its scripts would do: it is told where things are now. */
export async function answersLate(old: Page, now: Name): Promise<void> {
  await old.evaluate('HTMLFormElement.prototype.submit.call(document.querySelector("main form"))');
  await headed(old, now);
  await old.close();
}

/** Every step has the same address, so going back shows where things are, and asks nobody to send a form again. */
export async function goesBackAndForth(page: Page, now: Name): Promise<void> {
  await page.goBack();
  await headed(page, now);
  await page.goForward();
  await headed(page, now);
}
