import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, targets } from './measure.ts';
import { chosenAnyhow, chosenHere } from './passwords.ts';
import { lockoutPage } from './report.ts';
import { sides } from './sides.ts';

const size = { quiet: 6_000, attacked: 30 };
const found = measure(chosenHere, size, 'test');

test('T11: of attacked accounts hardly any is guessed, of others hardly any owner is shut out; what was before and three strikes miss', () => {
  const [strikes, before, now] = found;
  assert.ok(now!.guessed.high <= targets.guessed, String(now!.guessed.high));
  assert.ok(now!.shutOut.high <= targets.shutOut, String(now!.shutOut.high));
  assert.ok(before!.guessed.share > 5 * targets.guessed, String(before!.guessed.share));
  assert.ok(strikes!.shutOut.low > 10 * targets.shutOut, String(strikes!.shutOut.low));
});

test('owners on their own browsers don\'t feel that strangers guess at them', () => {
  const [strikes, , now] = found;
  assert.equal(now!.attacked.known.share, 0);
  assert.ok(now!.attacked.known.of > 500);
  assert.ok(strikes!.attacked.known.share > 0.9);
});

test('passwords are spread as published, and a guess is never believed to be worth less than it is', () => {
  assert.ok(Math.abs(chosenAnyhow.chanceOf(1) - 0.0374) < 1e-6);
  assert.ok(Math.abs(chosenAnyhow.chanceOf(1_000) - 0.0374 * 1_000 ** 0.1872) < 1e-6);
  assert.ok(chosenHere.chanceOf(80) < 0.000_2);
  assert.equal(Math.round(chosenHere.chanceOf(1e9) * 1e6), 1e6);
  for (const passwords of [chosenHere, chosenAnyhow]) {
    for (const guess of [1, 2, 10, 1_000, 60_000]) {
      const worth = passwords.chanceOf(guess) - passwords.chanceOf(guess - 1);
      assert.ok(passwords.believed(guess) >= worth * 0.999, `${guess}: ${passwords.believed(guess)} of ${worth}`);
    }
  }
});

test('the same wrong password once more costs the account nothing, another one does', () => {
  const door = sides.at(-1)!.door();
  const tried = (password: string) => ({ at: 0, known: false, password, believed: 1e-6 });
  for (let again = 0; again < 50; again += 1) door.wrong(tried('the same'));
  assert.equal(door.wait(tried('right')), 0);
  for (let other = 0; other < 9; other += 1) door.wrong(tried(`other ${other}`));
  assert.ok(door.wait(tried('right')) > 0);
});

test('the page tells of every side, what was asked and what was missed', () => {
  const page = lockoutPage([{ passwords: chosenHere, found }], { command: 'x', day: '2026-01-01', size });
  for (const { name } of sides) assert.match(page, new RegExp(`\\| ${name} \\|`));
  assert.match(page, /met[\s\S]*\*\*missed\*\*/);
});
