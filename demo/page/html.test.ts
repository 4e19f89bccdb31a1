import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from './html.ts';

test('values are escaped, markup and lists of it are not escaped twice, and nothing shows as nothing', () => {
  const items = ['<b>', 'a&"\''].map((each) => html`<li title="${each}">${each}</li>`);
  assert.equal(html`<ul>${items}</ul>${undefined}${false}${0}`.markup,
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li><li title="a&amp;&quot;&#39;">a&amp;&quot;&#39;</li></ul>0');
});
