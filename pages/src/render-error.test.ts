import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCatalogue } from '../../contract/errors.ts';
import { locales } from './locale.ts';
import { renderError } from './render-error.ts';
import { sampleErrorFrame } from './samples.ts';

test('every error of the catalogue has a page in every language', () => {
  for (const [code, { title, remedy }] of Object.entries(errorCatalogue)) {
    for (const locale of locales) {
      const page = renderError({ ...sampleErrorFrame(locale), code, title, remedy });
      assert.match(page, /<h1>(<span lang="en" dir="ltr">)?[^<]+/, `${locale} ${code}`);
      assert.ok(page.includes(code));
    }
  }
});

test('people read everyday words, and the catalogue is marked as English where there are none', () => {
  const frame = sampleErrorFrame('de');
  assert.match(renderError(frame), /<h1>Das wurde in einem anderen Browser begonnen<\/h1>/);
  const operator = { ...frame, code: 'policy.stale', title: 'The policy was published', remedy: 'Plan again.' };
  assert.match(renderError(operator), /<h1><span lang="en" dir="ltr">The policy was published<\/span><\/h1>/);
});

test('an error without a population is a page as well, and details are escaped', () => {
  const frame = sampleErrorFrame('en');
  const page = renderError({ ...frame, branding: null, detail: '<script>1</script>', reference: '"><b>' });
  assert.doesNotMatch(page, /<script>1|<b>/);
  assert.match(page, /<title>This was started in another browser<\/title>/);
});
