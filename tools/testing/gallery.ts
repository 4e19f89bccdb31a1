/**
 * Draws every page as a picture, to be looked at: `node tools/testing/gallery.ts <folder> [name-part]`.
 * Each page comes in English light, German narrow, Arabic dark, and English narrow dark.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { previewNames, startPreview } from '../../pages/testing.ts';

const looks = [
  { look: 'en-light', locale: 'en', scheme: 'light', width: 1280, height: 860 },
  { look: 'en-narrow-dark', locale: 'en', scheme: 'dark', width: 380, height: 760 },
  { look: 'de-narrow', locale: 'de', scheme: 'light', width: 380, height: 760 },
  { look: 'ar-dark', locale: 'ar', scheme: 'dark', width: 1280, height: 860 },
] as const;

/** Writes `<page>.<look>.png` files into the folder; with a part of a name only pages that contain it. */
export async function drawGallery(folder: string, part = ''): Promise<number> {
  await mkdir(folder, { recursive: true });
  await using preview = await startPreview();
  const browser = await launchBrowser();
  const names = previewNames.filter((name) => name.includes(part));
  try {
    for (const { look, locale, scheme, width, height } of looks) {
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
  return names.length * looks.length;
}

if (import.meta.main) {
  const [folder, part] = process.argv.slice(2);
  if (folder === undefined) throw new Error('name the folder that the pictures go into');
  process.stdout.write(`${await drawGallery(folder, part)} pictures in ${folder}\n`);
}
