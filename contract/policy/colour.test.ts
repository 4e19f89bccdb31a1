import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, formatColour, parseColour, readableOn, withContrast } from './colour.ts';

const white = parseColour('#ffffff');
const black = parseColour('#000000');

test('a colour survives being read and written', () => {
  assert.equal(formatColour(parseColour('#0a80fF')), '#0a80ff');
});

test('contrast is that of WCAG', () => {
  assert.equal(contrast(white, black), 21);
  assert.equal(contrast(white, white), 1);
  assert.equal(contrast(parseColour('#767676'), white).toFixed(2), '4.54');
});

test('a colour moves only as far as it must', () => {
  const enough = parseColour('#0050a0');
  assert.equal(formatColour(withContrast(enough, [white], 4.5, 'darker')), '#0050a0');
  const moved = withContrast(parseColour('#ffd400'), [white], 4.5, 'darker');
  assert.ok(contrast(moved, white) >= 4.5);
  assert.ok(contrast(moved, white) < 5, 'further than it had to');
});

test('one of the inks can be read on any colour', () => {
  for (const ground of ['#ffffff', '#000000', '#777777', '#ff0000', '#00ff00', '#b4531f']) {
    assert.ok(contrast(readableOn(parseColour(ground), [white, black]), parseColour(ground)) >= 4.5, ground);
  }
});
