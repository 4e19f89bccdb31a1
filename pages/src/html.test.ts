import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, html, raw, safeAddress } from './html.ts';

const nasty = `<script>alert("1")</script>'&`;
const tamed = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;';

test('text and attributes are escaped', () => {
  assert.equal(html`<p title="${nasty}">${nasty}</p>`.toString(), `<p title="${tamed}">${tamed}</p>`);
  assert.equal(html`<p class="a ${nasty} b">`.toString(), `<p class="a ${tamed} b">`);
});

test('markup stays, lists are joined, absent values leave nothing', () => {
  const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`);
  assert.equal(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.toString(), '<ul><li>a&lt;</li><li>b</li></ul>0');
  assert.equal(html`${raw('<b>')}`.toString(), '<b>');
});

test('an address with a scheme that runs something leads nowhere', () => {
  const dangerous = ['javascript:alert(1)', ' java\nscript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', 'vbscript:x'];
  for (const bad of dangerous) {
    assert.equal(html`<a href="${bad}">`.toString(), '<a href="about:blank">', bad);
  }
  assert.equal(html`<form action="${'javascript:x'}">`.toString(), '<form action="about:blank">');
});

test('ordinary addresses stay and are escaped', () => {
  for (const good of ['/a/b', 'a?b:c', 'https://x.example/', 'mailto:a@b.example', 'otpauth://totp/x', '#top', '']) {
    assert.equal(safeAddress(good), good);
  }
  assert.equal(html`<a href="${'/a?b=1&c="'}">`.toString(), '<a href="/a?b=1&amp;c=&quot;">');
});

test('a value where escaping does not help is refused', () => {
  assert.throws(() => html`<p onclick="${'x'}">`, /no value goes into onclick/);
  assert.throws(() => html`<p style="${'x'}">`, /no value goes into style/);
  assert.throws(() => html`<iframe srcdoc="${'x'}">`, /no value goes into srcdoc/);
  assert.throws(() => html`<script>${'x'}</script>`, /script or style/);
  assert.throws(() => html`<style>a{${'x'}}</style>`, /script or style/);
  assert.throws(() => html`<p title=${'x'}>`, /can't be escaped/);
  assert.throws(() => html`<${'p'}>`, /can't be escaped/);
});

test('a value after a closed script is ordinary text', () => {
  assert.equal(html`<script src="${'/a.js'}"></script><p>${'<'}`.toString(), '<script src="/a.js"></script><p>&lt;');
});

test('attributes drop what is absent and escape what is there', () => {
  const given = attributes({ name: 'a"b', required: true, hidden: false, 'aria-describedby': undefined, rows: 2 });
  assert.equal(html`<input${given}>`.toString(), '<input name="a&quot;b" required rows="2">');
});

test('attributes refuses names that run or lead somewhere', () => {
  for (const name of ['onclick', 'href', 'src', 'style', 'srcdoc', 'a b', 'x=']) {
    assert.throws(() => attributes({ [name]: 'x' }), TypeError, name);
  }
});
