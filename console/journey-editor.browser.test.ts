/** A journey is drafted in a real browser as a drawing and as text, by keyboard where it can be, planned and published. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tools/testing/browser.ts';
import { anotherWindow, becomeAdministrator } from './testing/administrator.ts';
import { startFurnishedServer } from './testing/furnished-server.ts';

const [furnished, browser] = await Promise.all([startFurnishedServer(), launchBrowser()]);
after(() => browser.close());
const { url, operator } = furnished;
const { context } = await becomeAdministrator(browser, furnished);

async function open(): Promise<Page> {
  const page = await anotherWindow(browser, context, { viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${url}/console/p/customers/journeys/edit?journey=sign-in`);
  await page.locator('.step').first().waitFor();
  return page;
}
const textOf = (page: Page) => page.getByLabel('Text of journeys/sign-in.yaml');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a step is added, wired and set by keyboard; drawing and text are one draft, and changes can be taken back', async () => {
  const page = await open();
  const before = await textOf(page).inputValue();
  const comment = /^# .+$/m.exec(before)![0];
  await page.getByLabel('Add a step').focus();
  await page.getByLabel('Add a step').selectOption({ label: 'Message' });
  await page.getByRole('heading', { name: 'Message (message)' }).waitFor();
  assert.match(await textOf(page).inputValue(), /\n  message:\n    step: message/);
  assert.ok((await textOf(page).inputValue()).includes(comment), 'comments stay');
  await page.locator('.react-flow__node[data-id=message]').waitFor();
  const exit = page.locator('.exit-row select').first();
  await exit.focus();
  await exit.selectOption('complete');
  assert.match(await textOf(page).inputValue(), /message:\n    step: message\n    exits:\n      [a-z]+: complete/);

  await textOf(page).fill((await textOf(page).inputValue()).replace('step: message', 'step: notify'));
  await page.getByRole('heading', { name: 'Notice by mail (message)' }).waitFor();
  await textOf(page).fill(`${await textOf(page).inputValue()}\n  : broken: [`);
  await page.getByText('The drawing shows what could be read last').waitFor();
  await page.locator('.react-flow__node[data-id=message]').waitFor();
  await press(page, 'Undo');
  await page.getByText('The drawing shows what could be read last').waitFor({ state: 'detached' });
  await page.getByLabel('Add a step').focus();
  for (let each = 0; each < 6 && await textOf(page).inputValue() !== before; each += 1) await page.keyboard.press('Control+z');
  assert.equal(await textOf(page).inputValue(), before);
  await page.keyboard.press('Control+Shift+z');
  assert.match(await textOf(page).inputValue(), /step: message/);

  await page.reload();
  await page.locator('.react-flow__node[data-id=message]').waitFor();
  assert.match(await textOf(page).inputValue(), /step: message/, 'a draft outlives its tab');
  await press(page, 'Discard the draft');
  assert.equal(await textOf(page).inputValue(), before);
  await page.context().close();
});

test('what is wrong is told and leads to its step; mended, it is published, and an older draft does not overwrite it', async () => {
  const [page, other] = [await open(), await open()];
  await page.getByLabel('Add a step').selectOption({ label: 'Message' });
  await press(page, 'Plan');
  const problems = page.getByRole('list', { name: 'Problems' });
  await problems.getByRole('button').first().waitFor();
  assert.match(await problems.innerText(), /message/);
  await problems.getByRole('button').first().click();
  await page.getByRole('heading', { name: 'Message (message)' }).waitFor();
  await press(page, 'Remove this step');
  await textOf(page).fill((await textOf(page).inputValue()).replace('timeLimit: 30m', 'timeLimit: 20m'));
  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  await page.getByRole('button', { name: /^Publish version/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Journeys' }).waitFor();
  const now = await operator.call('GET', '/populations/customers/policy');
  assert.equal(now.content.journeys['sign-in'].timeLimit, '20m');

  await textOf(other).fill((await textOf(other).inputValue()).replace('timeLimit: 30m', 'timeLimit: 25m'));
  await press(other, 'Plan');
  await other.getByText('This can be published').waitFor();
  await other.getByRole('button', { name: /^Publish version/ }).click();
  await other.getByText('Somebody else published while you were drafting').waitFor();
  assert.match(await textOf(other).inputValue(), /timeLimit: 25m/);
  for (const each of [page, other]) await each.context().close();
});
