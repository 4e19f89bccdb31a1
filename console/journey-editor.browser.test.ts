/** The journey editor in a real browser against the whole server: canvas and text change one draft, from opening to publishing. */
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
  const page = await anotherWindow(browser, context, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${url}/console/p/customers/journeys/edit?journey=sign-in`);
  await page.locator('.journey-editor .step').first().waitFor();
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const textOf = (page: Page) => page.getByLabel('Text of sign-in');

test('a step is added, wired and mended by keyboard, undone and done again, and published with the comments of the file', async () => {
  const page = await open();
  const before = await textOf(page).inputValue();
  const { version } = await operator.call('GET', '/populations/customers/policy');
  await page.getByLabel('Add a step').focus();
  await page.keyboard.type('Decide');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Step decide' }).waitFor();
  assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Step decide', 'the focus is where the work goes on');
  await page.locator('.react-flow__node[data-id=decide]').waitFor();
  await page.getByLabel('Exit yes').selectOption('complete');
  await page.getByLabel('Exit no').selectOption('complete');
  await page.getByRole('row').filter({ has: page.getByText('worth-offering', { exact: true }) }).getByRole('button').press('Enter');
  await page.getByRole('group', { name: 'Step worth-offering' }).waitFor();
  await page.getByLabel('Exit no').selectOption('decide');
  assert.match(await textOf(page).inputValue(), /no: decide/);

  await press(page, 'Plan');
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByRole('button', { name: 'decide' }).first().press('Enter');
  await page.getByRole('group', { name: 'Step decide' }).waitFor();
  await page.getByLabel('when').fill('satisfied');
  await page.keyboard.press('Tab');
  assert.match(await textOf(page).inputValue(), /\n\n  decide:\n    step: decide\n    with: \{ when: satisfied \}/);

  await page.getByLabel('Exit yes').focus();
  await page.keyboard.press('Control+z');
  await page.waitForFunction('document.querySelector("[aria-label=\'Text of sign-in\']").value.includes(`when: ""`)');
  await page.keyboard.press('Shift+Control+z');
  await page.waitForFunction('!document.querySelector("[aria-label=\'Text of sign-in\']").value.includes(`when: ""`)');

  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  await page.getByRole('region', { name: 'Difference of journeys/sign-in.yaml' }).waitFor();
  await page.reload();
  await page.locator('.react-flow__node[data-id=decide]').waitFor();
  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  await press(page, `Publish version ${version + 1}`);
  await page.getByRole('heading', { level: 1, name: 'Journeys' }).waitFor();
  const { version: now, files } = await operator.call('GET', '/populations/customers/policy/files');
  const published = files.find(({ path }: { path: string }) => path === 'journeys/sign-in.yaml').text;
  assert.equal(now, version + 1);
  const comments = (text: string): string[] => text.split('\n').filter((line) => line.trim().startsWith('#'));
  assert.deepEqual(comments(published), comments(before), 'comments outlive the canvas');
  await page.context().close();
});

test('text that cannot be read names its line while the drawing keeps the last good state; discarding brings the file back', async () => {
  const page = await open();
  const before = await textOf(page).inputValue();
  const steps = await page.locator('.react-flow__node').count();
  await textOf(page).fill(before.replace('nodes:\n', 'nodes:\n  : : [\n'));
  await page.getByRole('alert').getByText(/^Line \d+$/).waitFor();
  assert.equal(await page.locator('.react-flow__node').count(), steps);
  await textOf(page).fill(before.replace('nodes:\n', 'nodes:\n  greeting: { step: message }\n'));
  await page.locator('.react-flow__node[data-id=greeting]').waitFor();
  await press(page, 'Discard draft');
  await page.locator('.react-flow__node[data-id=greeting]').waitFor({ state: 'detached' });
  assert.equal(await textOf(page).inputValue(), before);
  await page.context().close();
});

test('a line drawn from step to step wires the next free exit', async () => {
  const page = await open();
  await page.getByLabel('Add a step').selectOption('handoff');
  await press(page, 'Add');
  const from = page.locator('.react-flow__node[data-id=handoff] .react-flow__handle.source');
  await from.scrollIntoViewIfNeeded();
  const to = page.locator('.react-flow__node[data-id=identify] .react-flow__handle.target');
  const frame = () => page.evaluate('new Promise(requestAnimationFrame)');
  /** Where it has come to rest: a step that was just added moves the drawing. */
  const middleOf = async (handle: typeof from): Promise<readonly [number, number]> => {
    let before = '';
    for (let still = 0; still < 10;) {
      const box = JSON.stringify(await handle.boundingBox());
      still = box === before ? still + 1 : 0;
      before = box;
      await frame();
    }
    const { x, y, width, height } = JSON.parse(before) as { x: number; y: number; width: number; height: number };
    return [x + width / 2, y + height / 2];
  };
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(...start);
  await page.mouse.down();
  await frame();
  await page.mouse.move(...end, { steps: 12 });
  await frame();
  await page.mouse.up();
  // The page's own policy lets no script be asked again and again by Playwright.
  const isWired = async (): Promise<boolean> => (await textOf(page).inputValue()).includes('moved: identify');
  for (let waited = 0; waited < 300 && !await isWired(); waited += 1) await frame();
  assert.ok(await isWired());
  await page.getByRole('group', { name: 'Step handoff' }).getByRole('button', { name: 'Remove step' }).click();
  await page.locator('.react-flow__node[data-id=handoff]').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a draft is walked as somebody: the way is drawn, a shut exit says why, and the page of the step is shown', async () => {
  const page = await open();
  await press(page, 'Walk it');
  const ways = page.getByRole('list', { name: 'Ways on' });
  await ways.getByRole('button', { name: 'identified' }).waitFor();
  await page.frameLocator('.screen-sample iframe').getByRole('heading', { level: 1 }).waitFor();
  assert.ok(await page.frameLocator('.screen-sample iframe').locator('html').evaluate('getComputedStyle(document.querySelector(".leaf")).maxInlineSize !== "none" || getComputedStyle(document.querySelector(".leaf")).padding !== "0px"'), 'it has its looks');
  await page.getByLabel('Passkey', { exact: true }).selectOption('lost');
  await page.getByRole('list', { name: 'Ways that are shut' }).getByText(/doesn't have a passkey at hand/).first().waitFor();
  await ways.getByRole('button', { name: 'identified' }).press('Enter');
  await page.locator('.react-flow__node[data-id=identify] [data-mark=walked]').waitFor();
  assert.equal(await page.locator('.step[data-mark=here]').count(), 1);
  await press(page, 'Back');
  await page.locator('.react-flow__node[data-id=identify] [data-mark=here]').waitFor();
  await press(page, 'Walk it');
  await page.locator('.step[data-mark]').first().waitFor({ state: 'detached' });
  await page.context().close();
});

test('a journey is duplicated, a step of it renamed, compared with what is in force, and taken out again', async () => {
  const page = await open();
  await press(page, 'Delete journey');
  await page.getByText(/lead to sign-in: change that first|leads to sign-in: change that first/).first().waitFor();
  await press(page, 'Duplicate');
  await page.getByRole('dialog').getByLabel('Name').fill('sign-in-shop');
  await press(page, 'Add to the draft');
  await page.getByLabel('Text of sign-in-shop').waitFor();
  await page.getByRole('button', { name: 'Who is it' }).first().click();
  const name = page.getByRole('group', { name: 'Step identify' }).getByLabel('Name', { exact: true });
  await name.fill('who');
  await name.press('Enter');
  await page.locator('.react-flow__node[data-id=who]').waitFor();
  assert.match(await page.getByLabel('Text of sign-in-shop').inputValue(), /start: who\n/);
  await press(page, 'Undo');
  await page.locator('.react-flow__node[data-id=identify]').waitFor();
  await press(page, 'Redo');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Compare journeys' }).waitFor();
  const differences = page.getByRole('list', { name: 'Differences' });
  await differences.getByRole('button', { name: 'who', exact: true }).press('Enter');
  await page.locator('.react-flow__node[data-id=who] [data-mark=added][data-chosen=true]').waitFor();
  await page.getByRole('region', { name: 'Difference of journeys/sign-in-shop.yaml' }).waitFor();
  await page.goBack();
  await page.getByLabel('Text of sign-in-shop').waitFor();
  await press(page, 'Delete journey');
  await page.getByLabel('Text of sign-in', { exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: /sign-in-shop/ }).count(), 0);
  await page.context().close();
});

test('traffic is asked of days of one\'s own choice, and days that are none are told beside the field', async () => {
  const page = await anotherWindow(browser, context, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${url}/console/p/customers/journeys`);
  const period = page.getByRole('form', { name: 'Period of your choice' });
  await period.getByLabel('From').fill('2026-02-01');
  await period.getByLabel('To').fill('2026-01-01');
  await period.getByRole('button', { name: 'Show' }).click();
  await period.getByText(/^From one day to the same or a later one/).waitFor();
  await period.getByLabel('To').fill('2026-02-14');
  await period.getByRole('button', { name: 'Show' }).click();
  await page.getByText('No version was in force from 2026-02-01 to 2026-02-14').waitFor();
  assert.match(page.url(), /from=2026-02-01&till=2026-02-14/);
  await page.context().close();
});

test('whoever is overtaken publishes nothing, sees what changed meanwhile, and keeps the draft', async () => {
  const page = await open();
  const text = await textOf(page).inputValue();
  await textOf(page).fill(text.replace('timeLimit: 30m', 'timeLimit: 25m'));
  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  const { files, version } = await operator.call('GET', '/populations/customers/policy/files');
  const charter = files.find(({ path }: { path: string }) => path === 'charter.yaml');
  charter.text += '\n# seen by the board\n';
  await operator.call('POST', '/populations/customers/policy/apply', { files, basedOn: version });
  await page.getByRole('button', { name: /Publish version/ }).click();
  await page.getByText('Somebody else published while you were drafting').waitFor();
  assert.match(await textOf(page).inputValue(), /timeLimit: 25m/);
  assert.equal((await operator.call('GET', '/populations/customers/policy')).content.journeys['sign-in'].timeLimit, '30m');
  await page.context().close();
});

test('the journey map edits the same draft: stakes, owners and a cell, undone, problems at their row, printed, downloaded, published', async () => {
  const page = await anotherWindow(browser, context, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true });
  await page.goto(`${url}/console/p/customers/map`);
  await page.locator('.figures').waitFor();
  const { version } = await operator.call('GET', '/populations/customers/policy');
  const cell = (band: string) => page.getByRole('button', { name: `payout.change at ${band} risk:` });
  const inspector = page.getByRole('group', { name: 'Action payout.change' });

  await cell('medium').press('Enter');
  await inspector.waitFor();
  assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Action payout.change', 'the focus is where the work goes on');
  const advice = page.locator('.advice li').filter({ hasText: 'payout.change' });
  const before = await advice.innerText();
  await inspector.getByLabel(/^Loss if it is somebody else/).fill('50000');
  await page.keyboard.press('Enter');
  await advice.filter({ hasText: 'Loss 50,000 EUR' }).waitFor();
  assert.notEqual(await advice.innerText(), before, 'the advice goes by the draft');
  await inspector.getByLabel('Owner, security').fill('Payments security');
  await page.keyboard.press('Tab');
  await inspector.getByLabel('The risk alone is a reason').selectOption('medium');
  await inspector.getByLabel('1. Response').selectOption('review');
  await cell('medium').filter({ hasText: 'risk: review' }).waitFor();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await cell('medium').filter({ hasText: 'risk: deny' }).waitFor();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await inspector.getByLabel('Looked at within').fill('soon');
  await page.keyboard.press('Enter');
  await press(page, 'Plan');
  await page.locator('.row-fault').filter({ hasText: 'bands.medium.0.within' }).waitFor();
  await inspector.getByLabel('Looked at within').fill('12h');
  await page.keyboard.press('Enter');
  await page.locator('.row-fault').waitFor({ state: 'detached' });

  const download = page.waitForEvent('download');
  await press(page, 'Download checkpoints.yaml');
  assert.equal((await download).suggestedFilename(), 'checkpoints.yaml');
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/MediaBox ?\[[^\]]*/g)!;
  assert.ok(paper.every((each) => / 841\.\d* 59[45]/.test(each)), `A4 across: ${paper.join(' ')}`);

  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  await press(page, `Publish version ${version + 1}`);
  await page.getByText(`Nothing changed against version ${version + 1}`).waitFor();
  const { files } = await operator.call('GET', '/populations/customers/policy/files');
  const { text } = files.find(({ path }: { path: string }) => path === 'checkpoints.yaml');
  assert.match(text, /loss: 50000/);
  assert.match(text, /security: Payments security/);
  assert.match(text, /medium:\n +- respond: review\n +within: 12h/);
  assert.match(text, /# Every address is told, and any of them can stop it\./, 'comments outlive the map');
  await page.context().close();
});
