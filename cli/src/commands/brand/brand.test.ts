import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { operatorOf } from '../../../../server/src/app/test-operator.ts';
import { goodSvg, png, woff2 } from '../../../../server/src/policy/test-brand-files.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const { url, dataFolder } = server.config;
const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const here = { data: dataFolder, workingFolder: folder };
const operator = operatorOf(dataFolder);

async function add(name: string, content: Buffer | string): Promise<string> {
  await writeFile(join(folder, name), content);
  return (await limenJson<{ name: string }>(here, `brand add customers ${name}`)).name;
}
const preview = (body: object, population = 'customers') => operator.call('POST', `/populations/${population}/brand/preview`, {
  page: 'sign-in', locale: 'en', scheme: 'light', ...body,
});

test('a look goes from a folder onto the pages, and its files are served as what they are', async () => {
  const [logo, dark, font] = [await add('logo.svg', goodSvg), await add('dark.png', png()), await add('harbour.woff2', woff2())];
  await limen(here, 'policy export customers');
  await writeFile(join(folder, 'customers', 'branding.yaml'), `name: Harbour
accent: "#b4531f"
logo: { light: ${logo}, dark: ${dark} }
font: ${font}
texts:
  de: { signInTitle: Willkommen zurück }
applications:
  console: { name: Harbour console }
`);
  assert.equal((await fetch(`${url}/customers/brand/${logo}`)).status, 404, 'a draft\'s file is nobody\'s');
  const applied = await limen(here, 'policy apply customers --yes');
  assert.equal(applied.code, 0, applied.err);
  for (const [name, type] of [[logo, 'image/svg+xml'], [dark, 'image/png'], [font, 'font/woff2']] as const) {
    const answer = await fetch(`${url}/customers/brand/${name}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), type);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none';.*sandbox$/);
    assert.match(answer.headers.get('cache-control')!, /immutable/);
    assert.equal((await fetch(`${url}/workforce/brand/${name}`)).status, 404, 'another population\'s is not ours');
  }
  assert.match(await (await fetch(`${url}/customers/brand.css`)).text(), new RegExp(`url\\("brand/${font}"\\)`));
  const page = await (await fetch(`${url}/customers/account`, { headers: { accept: 'text/html', 'accept-language': 'de' } })).text();
  assert.match(page, new RegExp(`<img class="logo" src="/customers/brand/${logo}" alt="Harbour">`));
  for (const odd of ['..%2f..%2fpackage.json', `${logo}x`, 'a.svg']) assert.equal((await fetch(`${url}/customers/brand/${odd}`)).status, 404);
  const got = await limen(here, `brand get customers ${logo} --out again.svg`);
  assert.equal(got.code, 0, got.err);
  assert.equal(await add('same.svg', await readFile(join(folder, 'again.svg'))), logo);
});

test('a file that is not taken says why, and what a policy names without it is a fault', async () => {
  await writeFile(join(folder, 'evil.svg'), goodSvg.replace('<path', '<script/><path'));
  const refused = await limen(here, 'brand add customers evil.svg');
  assert.equal(refused.code, 1);
  assert.match(refused.err, /brand_file\.refused[^]*<script>, which a logo may not have/);
  assert.match((await limen(here, 'brand add customers missing.svg')).err, /could not be read/);
  await writeFile(join(folder, 'large.png'), png(1_000, 1_000, { pixels: 1 }).toString('latin1').padEnd(200_000, 'x'), 'latin1');
  assert.match((await limen(here, 'brand add customers large.png')).err, /may have 65536/);
  assert.match((await limen(here, `brand get customers ${'a'.repeat(43)}.svg`)).err, /brand_file\.unknown/);
});

test('a draft is drawn on each page, in each language and scheme, without anything that loads, and leaves no event', async () => {
  const text = 'name: Draft <b>\naccent: "#ffe600"\ncorners: round\ntexts: { de: { signInTitle: Nur im Entwurf } }\napplications: { shop: { name: The shop } }\n';
  const before = (await operator.call('GET', '/events?limit=1')).events[0].position;
  for (const page of ['sign-in', 'sign-up', 'code', 'passkey', 'error', 'account', 'mail']) {
    for (const locale of ['en', 'de', 'ar']) {
      for (const scheme of ['light', 'dark']) {
        const { page: drawn, contrast, faults } = await preview({ text, page, locale, scheme });
        assert.deepEqual(faults, []);
        assert.match(drawn.document, new RegExp(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`));
        assert.match(drawn.document, /Draft &lt;b&gt;/);
        assert.doesNotMatch(drawn.document, /<script|<link|needs-script|<b>/);
        assert.doesNotMatch(drawn.styles, /prefers-color-scheme|@import|url\(/);
        assert.match(drawn.styles, new RegExp(`color-scheme:${scheme}`));
        assert.equal(contrast.length, 4);
      }
    }
  }
  assert.match((await preview({ text, locale: 'de' })).page.document, /<h1>Nur im Entwurf<\/h1>/);
  assert.match((await preview({ text, application: 'shop' })).page.document, /to continue to The shop/);
  assert.match((await preview({ text }, 'workforce')).page.document, /Work e-mail or user name/);
  assert.equal((await preview({ text }, 'workloads')).page, null);
  const broken = await preview({ text: 'name: Draft\naccent: red\ntexts: { en: { footer: "<i>x</i>" } }\n' });
  assert.equal(broken.page, null);
  assert.deepEqual(broken.faults.map(({ line, at }: { line: number; at: string }) => [line, at]), [[2, 'accent'], [3, 'texts.en.footer']]);
  assert.equal((await operator.call('GET', '/events?limit=1')).events[0].position, before);
});
