import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stuffingPage } from './report.ts';
import { stuff } from './story.ts';

test('while a list is tried people sign in as ever, and soon the list is asked for work', async () => {
  const size = { attempts: 100, people: 12 };
  const found = await stuff(size, 'test', () => undefined);
  const { genuine, attack, estimated } = found;
  assert.equal(genuine.signIns, 8);
  assert.equal(genuine.noticed, 0);
  assert.ok(genuine.mostTries <= 1_500);
  assert.equal(attack.attempts, 100);
  assert.ok(attack.asked >= 25, `${attack.asked} were asked`);
  assert.ok(attack.in <= attack.right);
  assert.ok(estimated.all > 0.6 && estimated.hosting > estimated.all - 0.05, JSON.stringify(estimated));
  const page = stuffingPage(found, { command: 'x', day: '2026-01-01', size, minutes: 1 });
  assert.match(page, /\| Noticed anything[^|]*\| 0 \(0\.00 %/);
});
