import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineDifference } from './src/policy/line-difference.ts';

const shapes = (before: string, after: string): string[] => lineDifference(before, after)
  .map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+', skip: '~' }[kind]}${text}`);

test('a changed line goes and comes, its neighbours stay', () => {
  assert.deepEqual(shapes('a\nb\nc\n', 'a\nB\nc\n'), [' a', '-b', '+B', ' c']);
  assert.deepEqual(shapes('', 'a\n'), ['+a']);
  assert.deepEqual(shapes('a\n', ''), ['-a']);
});

test('what is far from any change is one line that says how much it is', () => {
  const long = Array.from({ length: 10 }, (_, index) => `line ${index}`);
  assert.deepEqual(shapes(long.join('\n'), [...long, 'end'].join('\n')), ['~7 lines the same', ' line 7', ' line 8', ' line 9', '+end']);
  assert.deepEqual(shapes('a', 'a'), ['~1 line the same']);
});

test('lines carry their numbers on each side', () => {
  assert.deepEqual(lineDifference('a\nb', 'b'), [{ kind: 'gone', text: 'a', before: 1 }, { kind: 'same', text: 'b', before: 2, after: 1 }]);
});
