import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { LimenError } from '../../kernel/index.ts';
import { goodSvg, png, pngChunk, svg, svgNamespace, woff2 } from '../test-brand-files.ts';
import { readBrandFile } from './read-file.ts';

const kept = (given: Buffer | string): string => readBrandFile(Buffer.from(given as string)).content.toString('utf8');

/** Refused with this reason, as an error of the catalogue and never any other. */
function refused(given: Buffer, reason: RegExp, of: string): void {
  assert.throws(() => readBrandFile(given), (error: unknown) => {
    assert.ok(error instanceof LimenError, `${of}: ${String(error)}`);
    assert.equal(error.code, 'brand_file.refused', of);
    assert.match(error.faults[0]!.problem, reason, of);
    assert.ok((error.faults[0]!.remedy ?? '').length > 8, of);
    return true;
  });
}

test('a drawing comes out as its shapes, in a form of our own, and the same each time', () => {
  const once = kept(goodSvg);
  assert.equal(once, `<svg ${svgNamespace} viewBox="0 0 120 40" width="120" height="40"><path fill="#b4531f" d="M0 0h120v40H0z"/></svg>`);
  assert.equal(kept(once), once);
  assert.equal(readBrandFile(Buffer.from(once)).name, readBrandFile(Buffer.from(goodSvg)).name);
  assert.match(readBrandFile(Buffer.from(once)).name, /^[\w-]{43}\.svg$/);
});

test('what editors write for themselves is left out, what draws stays', () => {
  const drawn = kept(`\ufeff<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="https://evil.example/x.css"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- made with love --><svg ${svgNamespace} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://inkscape.example/ns"
 width="120px" height="40" inkscape:version="1.2" class="logo" data-x="1" role="img"><title>Harbour</title><metadata><inkscape:a><inkscape:b/></inkscape:a></metadata>
<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><linearGradient id="b" xlink:href="#a"/><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
<g style="fill:url('#b'); stroke : none;-inkscape-font-specification:Sans" clip-path="url(#c)" transform="translate(1 2) scale(.5)"><circle cx="5" cy="5" r="4"/></g></svg>`);
  assert.equal(drawn, `<svg ${svgNamespace} viewBox="0 0 120 40" width="120" height="40"><defs><linearGradient id="a">`
    + '<stop offset="0" stop-color="#fff"/></linearGradient><linearGradient id="b" href="#a"/><clipPath id="c"><rect width="9" height="9"/></clipPath></defs>'
    + '<g fill="url(#b)" stroke="none" clip-path="url(#c)" transform="translate(1 2) scale(.5)"><circle cx="5" cy="5" r="4"/></g></svg>');
});

test('a drawing that runs, loads, links or multiplies is refused by what it is', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['<script>alert(1)</script>', /<script>/], ['<SCRIPT>1</SCRIPT>', /<SCRIPT>/], ['<metadata><script/></metadata>', /<script>/],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg">1</svg:script>', /<script>/],
    ['<html:script xmlns:html="http://www.w3.org/1999/xhtml">1</html:script>', /<script>/],
    ['<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//evil.example"/></foreignObject>', /<foreignObject>/],
    ['<a href="javascript:alert(1)"><path d="M0 0"/></a>', /<a>/], ['<path onclick="x()" d="M0 0"/>', /onclick/],
    ['<g ONLOAD="x()"/>', /ONLOAD/], ['<image href="https://evil.example/pixel.png"/>', /<image>/],
    ['<use href="https://evil.example/a.svg#b"/>', /<use>/], ['<use href="#a"/>', /<use>/],
    ['<style>@import "//evil.example/x.css"</style>', /<style>/], ['<path fill="url(https://evil.example/#a)" d="M0 0"/>', /fill/],
    ['<path style="fill:url(//evil.example/a)" d="M0 0"/>', /fill/], ['<path style="background:url(//evil.example/a)" d="M0 0"/>', /background/],
    ['<path style="fill:\\75rl(//evil.example)" d="M0 0"/>', /fill/], ['<path style="-x:expression(alert(1));fill:red;behavior:url(x)"/>', /behavior/],
    ['<linearGradient href="data:image/svg+xml,x"/>', /href/], ['<animate attributeName="href" to="javascript:1"/>', /<animate>/],
    ['<set attributeName="onclick" to="x"/>', /<set>/], ['<filter id="f"/>', /<filter>/], ['<text>Harbour</text>', /<text>/],
    ['<mask id="m"><g mask="url(#m)"/></mask>', /mask inside/], ['<clipPath id="m"><path clip-path="url(#m)" d=""/></clipPath>', /inside/],
    ['<path d="M0 0&quot; onload=&quot;x"/>', /value is not taken/], ['<path fill="red;}body{x" d=""/>', /fill/],
    [`<rect width="${'1'.repeat(40_000)}!"/>`, /width/], [`<path fill="${'a'.repeat(40_000)}"/>`, /fill/],
    ['<path id="a b" d=""/>', /id/], ['<path d="M0 0">', /well-formed/], ['<path d="M0 0"', /well-formed/], ['&nbsp;', /well-formed/],
    ['<g>'.repeat(40) + '</g>'.repeat(40), /levels/], ['<g/>'.repeat(700), /600 elements/],
    ['<handler type="x">1</handler>', /<handler>/], ['<metadata><x:iframe xmlns:x="http://www.w3.org/1999/xhtml"/></metadata>', /<iframe>/],
  ];
  for (const [inside, reason] of cases) refused(svg(inside), reason, inside.slice(0, 80));
  refused(svg('<g/>', 'onload="x()" viewBox="0 0 9 9"'), /onload/, 'root');
});

test('entities, other roots, sizes and encodings that trick readers are refused', () => {
  refused(Buffer.from(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg ${svgNamespace} viewBox="0 0 9 9">&b;</svg>`), /entities/, 'entities');
  refused(Buffer.from('<html><svg></svg></html>'), /SVG drawing/, 'html');
  refused(Buffer.from('<svg viewBox="0 0 9 9"/>'), /SVG drawing/, 'without its namespace');
  refused(svg('', ''), /how large/, 'no size');
  refused(svg('', 'viewBox="0 0 900 9"'), /900 wide/, 'banner');
  refused(svg('', 'viewBox="0 0 NaN 9"'), /viewBox/, 'no numbers');
  refused(Buffer.concat([svg(''), Buffer.from([0xff, 0xfe])]), /UTF-8/, 'other encoding');
  refused(svg(' '.repeat(50_000)), /bytes/, 'large');
  refused(Buffer.from(goodSvg, 'utf16le'), /neither/, 'UTF-16');
});

test('a picture keeps its pixels and nothing that was said beside them', () => {
  const plain = png();
  const chatty = png(240, 80, { extra: [pngChunk('tEXt', Buffer.from('Comment\0<script>')), pngChunk('eXIf', Buffer.alloc(30)), pngChunk('sRGB', Buffer.from([0]))] });
  assert.deepEqual(readBrandFile(plain).content, plain);
  assert.deepEqual(readBrandFile(chatty).content, png(240, 80, { extra: [pngChunk('sRGB', Buffer.from([0]))] }));
  assert.deepEqual(readBrandFile(Buffer.concat([plain, Buffer.from('<html><script>1</script>')])).content, plain);
});

test('a picture that is broken, huge or unpacks into more than it says is refused', () => {
  const flipped = png();
  flipped[60]! ^= 1;
  refused(flipped, /check sum/, 'flipped bit');
  refused(png().subarray(0, 100), /breaks off/, 'cut');
  refused(png(4_000, 1_000), /4000 by 1000/, 'too large');
  refused(png(0, 80), /0 by 80/, 'no width');
  refused(png(240, 80, { pixels: 30 * 1024 * 1024 }), /unpacked/, 'a small file with 30 MB in it');
  refused(png(240, 80, { pixels: 10 }), /fewer pixels/, 'too little');
  refused(png(1_000, 20), /1000 wide/, 'banner');
  refused(png(240, 80, { extra: [pngChunk('iCCP', Buffer.alloc(70_000))] }), /bytes/, 'too many bytes');
  refused(png(240, 80, { extra: [pngChunk('EVIL', Buffer.alloc(4))] }), /not part of PNG/, 'critical chunk');
  refused(png(240, 80, { extra: [pngChunk('IHDR', Buffer.alloc(13))] }), /wrong order/, 'two headers');
});

test('a typeface is taken as it is; a damaged or dressed-up one is not', () => {
  const font = woff2();
  assert.deepEqual(readBrandFile(font).content, font);
  const changed = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(font);
    change(copy);
    return copy;
  };
  refused(font.subarray(0, 2_000), /as long as it says/, 'cut');
  refused(Buffer.concat([font, Buffer.alloc(10)]), /as long as it says/, 'longer');
  refused(changed((copy) => copy.writeUInt32BE(copy.length + 10, 8)), /as long as it says/, 'length');
  refused(changed((copy) => copy.fill(0xff, 200, 400)), /unpacked|less in it/, 'data');
  refused(changed((copy) => copy.write('ttcf', 4, 'latin1')), /collection/, 'collection');
  refused(changed((copy) => copy.write('<svg', 4, 'latin1')), /not a typeface/, 'flavour');
  refused(changed((copy) => copy.writeUInt32BE(60, 28)), /metadata/, 'metadata');
  refused(changed((copy) => copy.writeUInt16BE(60_000, 12)), /tables/, 'tables');
  refused(changed((copy) => copy.writeUInt16BE(1, 12)), /no table/, 'one table');
  refused(Buffer.from('wOF2'), /breaks off/, 'only its name');
  refused(bomb(), /bytes unpacked/, 'a small file with 90 MB in it');
});

/** A directory that is in order and announces far more than a typeface has. */
function bomb(): Buffer {
  const size = [0xaa & 0x7f | 0x80, 0xd5 | 0x80, 0xd5 | 0x80, 0x00];
  const tables = Buffer.from([0, 1, 2, 3, 4].flatMap((tag) => [tag, ...size]));
  const data = brotliCompressSync(Buffer.alloc(1_000));
  const header = Buffer.alloc(48);
  header.write('wOF2', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(48 + tables.length + data.length, 8);
  header.writeUInt16BE(5, 12);
  header.writeUInt32BE(data.length, 20);
  return Buffer.concat([header, tables, data]);
}

test('what is neither picture nor typeface is refused, whatever it begins with', () => {
  for (const text of ['', 'GIF89a', '<!doctype html><title>svg</title>', '\x89PNG', '%PDF-1.7', '<?php echo "<svg>"; ?>'.replace('<svg>', 'svg')]) {
    refused(Buffer.from(text, 'latin1'), /neither|breaks off/, text);
  }
});
