/** Draws every page of the console as pictures: `node console/testing/gallery.ts <folder> [names, as a pattern] [look]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../tools/testing/browser.ts';
import { anotherWindow, becomeAdministrator } from './administrator.ts';
import { startFurnishedServer } from './furnished-server.ts';
import { consolePages } from './pages.ts';

const looks = [
  { look: 'light', colorScheme: 'light', viewport: { width: 1280, height: 860 } }, { look: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 860 } },
  { look: 'tablet', colorScheme: 'light', viewport: { width: 768, height: 1024 } },
  { look: 'narrow', colorScheme: 'light', viewport: { width: 380, height: 760 } }, { look: 'narrow-dark', colorScheme: 'dark', viewport: { width: 380, height: 760 } },
] as const;

if (process.argv[2] !== undefined) {
  const [, , folder, part = '', only = ''] = process.argv;
  await mkdir(folder!, { recursive: true });
  const furnished = await startFurnishedServer();
  const browser = await launchBrowser();
  const { context } = await becomeAdministrator(browser, furnished);
  for (const { look, ...options } of looks.filter((each) => only === '' || each.look === only)) {
    const page = await anotherWindow(browser, context, options);
    const noise: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text()); });
    page.on('pageerror', (error) => noise.push(String(error)));
    for (const { name, path, settle } of consolePages(furnished).filter((each) => new RegExp(part).test(each.name))) {
      await page.goto(`${furnished.url}${path}`);
      await settle(page);
      await page.screenshot({ path: join(folder!, `${name}.${look}.png`), fullPage: options.viewport.width < 500 || /long/.test(name), animations: 'disabled' });
      if (noise.length > 0) process.stdout.write(`${name} ${look}: ${noise.splice(0).join('\n  ')}\n`);
    }
    await page.context().close();
  }
  await browser.close();
  await furnished.server.stop();
  process.exit();
}
