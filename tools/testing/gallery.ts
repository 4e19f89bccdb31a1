/**
 * Draws every page as a picture, to be looked at: `node tools/testing/gallery.ts <folder> [name-part] [language]`.
 * Each page comes in English light, German narrow, Arabic dark, and English narrow dark; where a language is named, in
 * that one alone, narrow and light. An empty name-part is every page.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { previewNames, startPreview } from '../../pages/testing.ts';

interface Look {
  readonly look: string;
  readonly locale: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const looks: readonly Look[] = [
  { look: 'en-light', locale: 'en', scheme: 'light', width: 1280, height: 860 },
  { look: 'en-narrow-dark', locale: 'en', scheme: 'dark', width: 380, height: 760 },
  { look: 'de-narrow', locale: 'de', scheme: 'light', width: 380, height: 760 },
  { look: 'ar-dark', locale: 'ar', scheme: 'dark', width: 1280, height: 860 },
];

const narrow = (locale: string): Look => ({ look: `${locale}-narrow`, locale, scheme: 'light', width: 380, height: 760 });

/** Writes `<page>.<look>.png` files into the folder: of pages whose name contains the part, in one language or in several. */
export async function drawGallery(folder: string, part = '', language?: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await using preview = await startPreview();
  const browser = await launchBrowser();
  const names = previewNames.filter((name) => name.includes(part));
  const drawn = language === undefined ? looks : [narrow(language)];
  try {
    for (const { look, locale, scheme, width, height } of drawn) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
      const page = await context.newPage();
      for (const name of names) {
        await page.goto(`${preview.origin}/${name}?locale=${locale}`);
        await page.screenshot({ path: join(folder, `${name}.${look}.png`), fullPage: true, animations: 'disabled' });
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return names.length * drawn.length;
}

if (import.meta.main) {
  const [folder, part, language] = process.argv.slice(2);
  if (folder === undefined) throw new Error('name the folder that the pictures go into');
  process.stdout.write(`${await drawGallery(folder, part, language)} pictures in ${folder}\n`);
}
